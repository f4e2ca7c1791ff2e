import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type OfficersDeed, officersDeed } from "#domain/governance/officers-power.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import {
  checkRuleValue,
  ruleAt,
  type RuleDescriptor,
  type RuleVersion,
} from "#domain/governance/rule.ts";
import { isArticleNumber } from "#domain/governance/statute.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { ruleNamed } from "#store/rule-register.ts";
import { hasVoted, insertVersion, isProducer, versionsOf } from "#store/rules.ts";

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

/** The rule that says what officers may still decide. */
const POWER = "rules-by-officers";

/**
 * Adds a version to a rule as officers may: for good while the network is founded, later only what
 * cannot wait, and then for a while. Never before now, never before the version it follows.
 */
export function decideRule(request: Request, command: DecideRule) {
  const { key, subject } = command;
  return perform(request, {
    load: () => ({
      versions: versionsOf(key, subject),
      power: versionsOf(POWER, ""),
      hasVoted: hasVoted(),
      isProducer: isProducer(subject),
    }),
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
      const { now: decidedAt } = request.ports;
      const byOfficers = powerAt(known.power, decidedAt);
      const standing = { byOfficers, hasVoted: known.hasVoted };
      const deed = officersDeed(rule, known.versions, standing, decidedAt);
      if (!deed.ok) return deed;
      const next = nextVersion(command, known.versions, decidedAt, deed.value);
      if (!next.ok) return next;
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

/** What a network goes by that was founded before the rule existed. */
function powerAt(versions: readonly RuleVersion[], now: Instant): string {
  return ruleAt(versions, POWER, now)?.value ?? ruleNamed(POWER)?.default ?? "";
}

function nextVersion(
  { key, subject, value, effectiveAt, follows }: DecideRule,
  versions: readonly RuleVersion[],
  now: Instant,
  { expiresAt }: OfficersDeed,
): Outcome<RuleVersion, RuleRefusal> {
  const last = versions.at(-1) ?? null;
  const version = (last?.version ?? 0) + 1;
  if (follows !== null && follows !== version - 1) return refuse({ code: "rule-changed", key });
  const from = effectiveAt ?? now;
  const isBackdated = from < now || (last !== null && from < last.effectiveAt);
  const isOverAtOnce = expiresAt !== null && expiresAt <= from;
  if (isBackdated || isOverAtOnce) return refuse({ code: "rule-backdated", key });
  return accept({ key, subject, version, value, effectiveAt: from, expiresAt });
}
