import { type RuleDecision, ruleDigest, type RuleVersion } from "#domain/governance/rule.ts";
import type { RegisteredRule } from "#domain/governance/verify-register.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { ruleVersion } from "#schema/ground.ts";
import { type Cells, instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { asLists, listsAt } from "./row-lists.ts";
import { insertInto, type Loader } from "./statement.ts";

const COLUMNS = "key, subject, version, value, effective_at, expires_at";

/** The versions of the network's own rules: few rows, read with every order. */
export function networkRules(): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT ${asLists(COLUMNS, "key, version")}
        FROM rule_version WHERE subject = ''`,
      args: [],
    },
    parse: ([row]) => (row === undefined ? [] : listsAt(row, 0, toVersion)),
  };
}

/** Versions of all rules in the order they were decided, with who decided them and why. */
export function registeredVersions(range: {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}): Loader<RegisteredRule[]> {
  return {
    statement: {
      sql: `SELECT ${REGISTERED} FROM rule_version WHERE id > ? AND id <= ? ORDER BY id LIMIT ?`,
      args: [range.after, range.upTo, range.limit],
    },
    parse: (rows) => rows.map(toRegistered),
  };
}

/** What `toRegistered` reads. */
export const REGISTERED = `${COLUMNS}, decided_at, decided_by, reason, proposal_id, id, digest`;

export function toRegistered(row: Cells): RegisteredRule {
  return {
    ...toVersion(row),
    decidedAt: instantAt(row, 6),
    decidedBy: text(row, 7),
    reason: text(row, 8),
    proposalId: textOrNull(row, 9),
    id: integer(row, 10),
    digest: text(row, 11) as Digest,
  };
}

/** The number of the last version of any rule; 0 while there is none. */
export function lastVersion(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(id), 0) FROM rule_version", args: [] },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

/** Whether an enterprise is there to have rules of its own. */
export function isProducer(enterprise: string): Loader<boolean> {
  return {
    statement: {
      sql: "SELECT 1 FROM enterprise_role WHERE enterprise_id = ? AND role = 'producer'",
      args: [enterprise],
    },
    parse: (rows) => rows.length > 0,
  };
}

/** Whether a vote of the members was ever counted: from then on rules are theirs. */
export function hasVoted(): Loader<boolean> {
  return {
    statement: { sql: "SELECT 1 FROM tally LIMIT 1", args: [] },
    parse: (rows) => rows.length > 0,
  };
}

/** All versions of one rule, for one subject. */
export function versionsOf(key: string, subject: string): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM rule_version
        WHERE key = ? AND subject = ? ORDER BY version`,
      args: [key, subject],
    },
    parse: (rows) => rows.map(toVersion),
  };
}

/** All versions of one rule, for every subject that has its own. */
export function versionsForAll(key: string): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM rule_version
        WHERE key = ? ORDER BY subject, version`,
      args: [key],
    },
    parse: (rows) => rows.map(toVersion),
  };
}

function toVersion(row: Cells): RuleVersion {
  return {
    key: text(row, 0),
    subject: text(row, 1),
    version: integer(row, 2),
    value: text(row, 3),
    effectiveAt: instantAt(row, 4),
    expiresAt: instantOrNull(row, 5),
  };
}

/** The first version of a rule, in force from the moment it is decided. */
export function firstVersion(rule: {
  readonly key: string;
  readonly subject: string;
  readonly value: string;
  readonly at: Instant;
  readonly by: string;
}): Statement {
  const { key, subject, value, at, by } = rule;
  const version = { key, subject, value, version: 1, effectiveAt: at, expiresAt: null };
  const decision = { decidedAt: at, decidedBy: by, reason: "set-up", proposalId: null };
  return insertVersion(version, decision);
}

export function insertVersion(version: RuleVersion, decision: RuleDecision): Statement {
  const { key, subject, value, effectiveAt, expiresAt } = version;
  const { decidedAt, decidedBy, reason, proposalId } = decision;
  const row = { key, subject, value, effectiveAt, expiresAt, version: version.version };
  const decided = { decidedAt, decidedBy, reason, proposalId };
  return insertInto(ruleVersion, { ...row, ...decided, digest: ruleDigest(version, decision) });
}
