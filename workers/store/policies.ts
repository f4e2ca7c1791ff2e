import { FIRST_POLICIES } from "#domain/governance/policy/first-policies.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import {
  policyDigest,
  policyText,
  type PolicyVersion,
} from "#domain/governance/policy/policy-text.ts";
import { readPolicy } from "#domain/governance/policy/read-policy.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { policyVersion } from "#schema/proposals.ts";
import { instantAt, integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Somebody else decided a version of the same policy in between. */
export const POLICY_CHANGED = "refused:policy-changed";

/** A version as it is kept, with what it is sealed by. */
export interface KeptPolicy extends PolicyVersion {
  readonly digest: Digest;
}

/** The columns of `toKeptPolicy`. */
export const KEPT_POLICY = "policy, version, effective_at, decided_at, decided_by, reason, digest";

/** Every version of every policy: there are few. */
export function policyVersions(): Loader<KeptPolicy[]> {
  return {
    statement: {
      sql: `SELECT ${KEPT_POLICY} FROM policy_version ORDER BY code, version`,
      args: [],
    },
    parse: (rows) => rows.map(toKeptPolicy),
  };
}

export function insertPolicy(version: PolicyVersion): Statement {
  const { policy, ...decided } = version;
  return insertInto(policyVersion, {
    code: policy.code,
    policy: policyText(policy),
    ...decided,
    digest: policyDigest(version),
  });
}

/** What a network begins with, for the batch that sets it up. */
export function firstPolicies(at: Instant): readonly Statement[] {
  const decided = { effectiveAt: at, decidedAt: at, decidedBy: "setup", reason: "set-up" };
  return FIRST_POLICIES.map((policy) => insertPolicy({ policy, version: 1, ...decided }));
}

/** What a policy was read from says the same each time. */
const known = new Map<string, Policy>();
const MOST_KNOWN = 200;

/** Reads a policy from a cell of ours. */
export function policyOf(cell: string): Policy {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const policy = readPolicy(cell);
  invariant(policy !== null, "a policy that is kept can be read");
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cell, policy);
  return policy;
}

export function toKeptPolicy(row: Row): KeptPolicy {
  return {
    policy: policyOf(text(row, 0)),
    version: integer(row, 1),
    effectiveAt: instantAt(row, 2),
    decidedAt: instantAt(row, 3),
    decidedBy: text(row, 4),
    reason: text(row, 5),
    digest: text(row, 6) as Digest,
  };
}
