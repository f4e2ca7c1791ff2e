import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type ToldVersion, versionsTold } from "#store/rule-history.ts";
import { ruleNamed, RULES } from "#store/rule-register.ts";
import { versionsForAll } from "#store/rules.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

export interface RulesView {
  readonly around: Around;
  readonly rules: readonly RuleDescriptor[];
  readonly versions: readonly RuleVersion[];
}

/** Every rule with the network's own versions, in one round trip. */
export async function readRules(request: Request): Promise<Outcome<RulesView, AccessRefusal>> {
  const { known, principal } = await look(request, aroundLoaders(request));
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  return accept({ around: aroundOf(known, request), rules: RULES, versions: known.rules });
}

export interface RuleView {
  readonly around: Around;
  readonly rule: RuleDescriptor;
  readonly subject: string;
  readonly versions: readonly ToldVersion[];
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
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const isThere = rule !== undefined && (subject === "" || known.versions.length > 0);
  if (!isThere) return refuse({ code: "not-found", what: "rule" });
  return accept({ around: aroundOf(known, request), rule, subject, versions: known.versions });
}

export interface StatuteView {
  readonly around: Around;
  readonly versions: readonly RuleVersion[];
}

/** Every article of the statute with its versions. */
export async function readStatute(request: Request): Promise<Outcome<StatuteView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    versions: versionsForAll(STATUTE),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  return accept({ around: aroundOf(known, request), versions: known.versions });
}
