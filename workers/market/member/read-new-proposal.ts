import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { policyAt } from "#domain/governance/policy/policy-text.ts";
import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type BookMember, membersShown } from "#store/members.ts";
import { type KeptPolicy, policyVersions } from "#store/policies.ts";
import { RULES } from "#store/rule-register.ts";
import { versionsForAll } from "#store/rules.ts";

/** What somebody who proposes chooses from. */
export interface NewProposalView {
  readonly around: Around;
  readonly acting: readonly BookMember[];
  /** Codes of the policies in force by which members decide. */
  readonly policies: readonly string[];
  /** Rules with a number that a vote changes. */
  readonly rules: readonly RuleDescriptor[];
  readonly versions: readonly RuleVersion[];
  /** Articles of the statute, with all their versions. */
  readonly articles: readonly RuleVersion[];
  /** The last version of each policy, which a change is written on. */
  readonly lastPolicies: readonly KeptPolicy[];
}

const NUMBERS: ReadonlySet<RuleDescriptor["unit"]> = new Set([
  "cents",
  "basis-points",
  "minutes",
  "days",
]);

export async function readNewProposal(
  request: Request,
): Promise<Outcome<NewProposalView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    acting: membersShown(credentials, toRome(ports.now).date),
    policies: policyVersions(),
    articles: versionsForAll(STATUTE),
  });
  const allowed = allow(principal, "proposals.write");
  if (!allowed.ok) return allowed;
  const codes = [...new Set(known.policies.map(({ policy }) => policy.code))];
  return accept({
    around: aroundOf(known, request),
    acting: known.acting.filter(({ state }) => state === "active"),
    policies: codes.filter((code) => {
      return policyAt(known.policies, code, ports.now)?.policy.electors === "members";
    }),
    rules: RULES.filter(({ unit, policy, subject }) => {
      return NUMBERS.has(unit) && policy !== null && subject === "network";
    }),
    versions: known.rules,
    articles: known.articles,
    // Versions come in their order: the last of each code is the last there is.
    lastPolicies: [...new Map(known.policies.map((one) => [one.policy.code, one])).values()],
  });
}
