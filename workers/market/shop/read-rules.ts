import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type QueuedChange, queuedChanges } from "#domain/governance/proposal/queued-changes.ts";
import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { passedProposals } from "#store/proposals.ts";
import { type ToldVersion, versionsTold } from "#store/rule-history.ts";
import { ruleNamed, RULES } from "#store/rule-register.ts";
import { versionsForAll } from "#store/rules.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

/** So many passed proposals may wait for their timelock at once. */
const MOST_PASSED = 100;

export interface RulesView {
  readonly around: Around;
  readonly rules: readonly RuleDescriptor[];
  readonly versions: readonly RuleVersion[];
  readonly queued: readonly QueuedChange[];
}

/** Every rule with the network's own versions, in one round trip. */
export async function readRules(request: Request): Promise<Outcome<RulesView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    passed: passedProposals(MOST_PASSED),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const queued = queuedChanges(known.passed, request.ports.now);
  return accept({ around: aroundOf(known, request), rules: RULES, versions: known.rules, queued });
}

export interface RuleView {
  readonly around: Around;
  readonly rule: RuleDescriptor;
  readonly subject: string;
  readonly versions: readonly ToldVersion[];
  readonly queued: readonly QueuedChange[];
}

/** One rule, or one article, with all its versions and the votes behind them. */
export async function readRule(
  request: Request,
  key: string,
  subject: string,
): Promise<Outcome<RuleView, AccessRefusal>> {
  const rule = ruleNamed(key);
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    versions: versionsTold(key, subject),
    passed: passedProposals(MOST_PASSED),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const isThere = rule !== undefined && (subject === "" || known.versions.length > 0);
  if (!isThere) return refuse({ code: "not-found", what: "rule" });
  const { versions, passed } = known;
  const queued = queuedChanges(passed, request.ports.now);
  return accept({ around: aroundOf(known, request), rule, subject, versions, queued });
}

export interface StatuteView {
  readonly around: Around;
  readonly versions: readonly RuleVersion[];
  readonly queued: readonly QueuedChange[];
}

/** Every article of the statute with its versions. */
export async function readStatute(request: Request): Promise<Outcome<StatuteView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    versions: versionsForAll(STATUTE),
    passed: passedProposals(MOST_PASSED),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const { versions, passed } = known;
  const queued = queuedChanges(passed, request.ports.now);
  return accept({ around: aroundOf(known, request), versions, queued });
}
