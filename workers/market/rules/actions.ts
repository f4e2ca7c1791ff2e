import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import {
  checkRuleValue,
  ruleAt,
  type RuleDescriptor,
  type RuleVersion,
} from "#domain/governance/rule.ts";
import { isArticleNumber } from "#domain/governance/statute.ts";
import type { Register, RegisteredRule } from "#domain/governance/verify-register.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import {
  insertVersion,
  isProducer,
  lastVersion,
  networkRules,
  registeredVersions,
  versionsOf,
} from "#store/rules.ts";
import { RULES, ruleNamed } from "#store/rule-register.ts";
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

/** A new value for a rule, from an instant on. */
export interface DecideRule {
  readonly key: string;
  /** The enterprise whose rule it is; "" for a rule of the network. */
  readonly subject: string;
  readonly value: string;
  /** Null is now. */
  readonly effectiveAt: Instant | null;
  readonly reason: string;
  /** The version that the decision was made on; null does not say. */
  readonly follows: number | null;
}

type DecideRefusal = AccessRefusal | RuleRefusal;

/** Adds a version to a rule: never before now, never before the version it follows. */
export function decideRule(request: Request, command: DecideRule) {
  const { key, subject } = command;
  return perform(request, {
    load: () => ({ versions: versionsOf(key, subject), isProducer: isProducer(subject) }),
    decide: (known, principal): Outcome<Plan<RuleVersion>, DecideRefusal> => {
      const allowed = allow(principal, "rules.decide");
      if (!allowed.ok) return allowed;
      const rule = ruleNamed(key);
      if (rule === undefined) return refuse({ code: "rule-unknown", key });
      if (!isSubject(rule, subject, known.isProducer)) {
        return refuse({ code: "not-found", what: "subject" });
      }
      const value = checkRuleValue(rule, command.value);
      if (!value.ok) return value;
      const next = nextVersion(command, known.versions.at(-1) ?? null, request.ports.now);
      if (!next.ok) return next;
      const { now: decidedAt } = request.ports;
      const decidedBy = actorName(principal);
      const decision = { decidedAt, decidedBy, reason: command.reason, proposalId: null };
      const statements = [insertVersion(next.value, decision)];
      return accept({ status: 201, value: next.value, statements });
    },
    guards: { "refused:rule-changed": { code: "rule-changed", key } },
  });
}

function isSubject(rule: RuleDescriptor, subject: string, isKnown: boolean): boolean {
  if (rule.subject === "article") return isArticleNumber(subject);
  return rule.subject === "enterprise" ? isKnown : subject === "";
}

function nextVersion(
  { key, subject, value, effectiveAt, follows }: DecideRule,
  last: RuleVersion | null,
  now: Instant,
): Outcome<RuleVersion, RuleRefusal> {
  const version = (last?.version ?? 0) + 1;
  if (follows !== null && follows !== version - 1) return refuse({ code: "rule-changed", key });
  const from = effectiveAt ?? now;
  const isBackdated = from < now || (last !== null && from < last.effectiveAt);
  if (isBackdated) return refuse({ code: "rule-backdated", key });
  return accept({ key, subject, version, value, effectiveAt: from, expiresAt: null });
}
