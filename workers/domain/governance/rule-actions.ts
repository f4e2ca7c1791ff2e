import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { ActionRefusal } from "./refusals.ts";
import { checkRuleValue, lastForGood, type RuleDescriptor, type RuleVersion } from "./rule.ts";
import { isArticleNumber } from "./statute.ts";

/** A change of a rule that a proposal makes, if it passes. */
export interface RuleAction {
  readonly key: string;
  /** "" for a rule of the network, the number for an article of the statute. */
  readonly subject: string;
  readonly value: string;
  /** The version it was written on (`lastForGood`); 0 where the rule has none yet. */
  readonly follows: number;
}

/** What actions are checked against. */
export interface Register {
  readonly rules: readonly RuleDescriptor[];
  /** The versions of the rules that the actions change, in order; others may be among them. */
  readonly versions: readonly RuleVersion[];
}

/**
 * Whether a proposal under a policy may make these changes, as the register stands: known rules,
 * each once, values within bounds and the law, decided by that policy or a stricter one, and still
 * the version that each was written on. Asked when a proposal is written, noticed and executed.
 */
export function checkActions(
  actions: readonly RuleAction[],
  policy: string,
  { rules, versions }: Register,
): Outcome<readonly RuleAction[], ActionRefusal> {
  const seen = new Set<string>();
  for (const action of actions) {
    const { key, subject } = action;
    const rule = rules.find((one) => one.key === key);
    if (rule === undefined) return refuse({ code: "rule-unknown", key });
    const isTwice = seen.has(`${key} ${subject}`);
    if (isTwice || !fits(rule, subject)) return refuse({ code: "action-misfit", key, subject });
    seen.add(`${key} ${subject}`);
    if (!decides(policy, rule)) return refuse({ code: "action-of-another-policy", key });
    const value = checkRuleValue(rule, action.value);
    if (!value.ok) return value;
    const last = lastForGood(versionsOf(versions, action))?.version ?? 0;
    if (last !== action.follows) return refuse({ code: "rule-changed", key });
  }
  return accept(actions);
}

/** The versions that actions come to when they take effect now. They were checked. */
export function versionsFrom(
  actions: readonly RuleAction[],
  versions: readonly RuleVersion[],
  now: Instant,
): readonly RuleVersion[] {
  return actions.map((action) => {
    const { key, subject, value } = action;
    const last = versionsOf(versions, action).at(-1);
    const effectiveAt = last !== undefined && last.effectiveAt > now ? last.effectiveAt : now;
    return { key, subject, version: (last?.version ?? 0) + 1, value, effectiveAt, expiresAt: null };
  });
}

/** Days that have to pass between a vote on these changes and their taking effect, at least. */
export function longestTimelock(
  actions: readonly RuleAction[],
  rules: readonly RuleDescriptor[],
): number {
  return Math.max(0, ...changed(actions, rules).map(({ timelockDays }) => timelockDays));
}

/** Whether these changes concern who sells here (reg. (UE) 2019/1150). */
export function touchesProducers(
  actions: readonly RuleAction[],
  rules: readonly RuleDescriptor[],
): boolean {
  return changed(actions, rules).some(({ affects }) => affects.includes("producers"));
}

function changed(actions: readonly RuleAction[], rules: readonly RuleDescriptor[]) {
  return rules.filter(({ key }) => actions.some((action) => action.key === key));
}

function versionsOf(versions: readonly RuleVersion[], { key, subject }: RuleAction) {
  return versions.filter((one) => one.key === key && one.subject === subject);
}

function fits(rule: RuleDescriptor, subject: string): boolean {
  return rule.subject === "article" ? isArticleNumber(subject) : subject === "";
}

/** What the statute takes is enough for any rule; what an enterprise decides is nobody else's. */
function decides(policy: string, rule: RuleDescriptor): boolean {
  return rule.policy !== null && (policy === rule.policy || policy === "statute");
}
