import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import { ruleAt, type RuleDescriptor, type RuleVersion } from "#domain/governance/rule.ts";
import type { Register, RegisteredRule } from "#domain/governance/verify-register.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import { type ToldVersion, versionsTold } from "#store/rule-history.ts";
import { ruleNamed, RULES } from "#store/rule-register.ts";
import { lastVersion, networkRules, registeredVersions } from "#store/rules.ts";
import { sealsOver } from "#store/seals.ts";

/** A rule with the version that binds now; null for one that each enterprise has for itself. */
export interface ShownRule {
  readonly rule: RuleDescriptor;
  readonly inForce: RuleVersion | null;
}

/** The rules, and a page of all the versions they ever had, in the order they were decided. */
export interface ShownRules {
  readonly rules: readonly ShownRule[];
  readonly items: readonly RegisteredRule[];
  readonly next: string | null;
}

export async function showRules(
  request: Request,
  { after, limit }: RowPage,
): Promise<Outcome<ShownRules, AccessRefusal>> {
  const range = { after: after ?? 0, upTo: Number.MAX_SAFE_INTEGER, limit: limit + 1 };
  const { known, principal } = await look(request, {
    current: networkRules(),
    versions: registeredVersions(range),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const { now } = request.ports;
  const rules = RULES.map((rule) => ({ rule, inForce: ruleAt(known.current, rule.key, now) }));
  const items = known.versions.slice(0, limit);
  const next = known.versions.length > limit ? String(items.at(-1)?.id) : null;
  return accept({ rules, items, next });
}

/** One rule with the versions it had for one subject, and the votes behind them. */
export interface RuleHistory {
  readonly rule: RuleDescriptor;
  readonly versions: readonly ToldVersion[];
}

export async function showRule(
  request: Request,
  { key, subject }: { readonly key: string; readonly subject: string },
): Promise<Outcome<RuleHistory, AccessRefusal | RuleRefusal>> {
  const { known, principal } = await look(request, { versions: versionsTold(key, subject) });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const rule = ruleNamed(key);
  if (rule === undefined) return refuse({ code: "rule-unknown", key });
  return accept({ rule, versions: known.versions });
}

/** A part of the register with its seals; the parts together are what `npm run verify` reads. */
export interface RegisterPart extends Register {
  readonly next: string | null;
}

/** Where a part of an export begins: after a version, up to the last one when it began. */
export interface RegisterCursor {
  readonly upTo: number | null;
  readonly after: number;
}

export async function exportRules(
  request: Request,
  { upTo, after }: RegisterCursor,
  limit: number,
): Promise<Outcome<RegisterPart, AccessRefusal>> {
  const range = { after, upTo: Math.min(after + limit, upTo ?? Number.MAX_SAFE_INTEGER) };
  const { known, principal } = await look(request, {
    last: lastVersion(),
    versions: registeredVersions({ ...range, limit }),
    seals: sealsOver("rules", range),
  });
  const allowed = allow(principal, "rules.read");
  if (!allowed.ok) return allowed;
  const end = upTo ?? known.last;
  const next = range.upTo < end ? `${end}.${range.upTo}` : null;
  return accept({ kind: "rules", upTo: end, versions: known.versions, seals: known.seals, next });
}
