import { checkPolicy, type PolicyUse } from "#domain/governance/policy/check-policy.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { policyText, type PolicyVersion } from "#domain/governance/policy/policy-text.ts";
import { readPolicy } from "#domain/governance/policy/read-policy.ts";
import type { ActionRefusal, PolicyRefusal, ProposalRefusal } from "#domain/governance/refusals.ts";
import type { RuleDescriptor } from "#domain/governance/rule.ts";
import {
  checkActions,
  longestTimelock,
  type Register,
  type RuleAction,
} from "#domain/governance/rule-actions.ts";
import { type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { checkText, type ProposalFrame, type ProposalText } from "./proposal-text.ts";

/** A change with this key is of a policy: its subject is the code, its value the policy's text. */
export const POLICY_KEY = "policy";
/** What it takes to change the statute, and the rules of voting with it. */
const STATUTE = "statute";
/** Policies that decide what binds those who sell here: their timelock has a legal floor. */
const FOR_PRODUCERS: ReadonlySet<string> = new Set(["rules", STATUTE]);

/** What the changes of a proposal are checked against. */
export interface ChangeGround extends Register {
  /** Every version of every policy. */
  readonly policies: readonly Pick<PolicyVersion, "policy" | "version">[];
}

export type TextRefusal = ProposalRefusal | ActionRefusal | PolicyRefusal;

/** Whether a text may stand under its policy: it fits the count, and its changes may be made. */
export function checkWritten<T extends ProposalText>(
  text: T,
  frame: ProposalFrame,
  policy: Pick<Policy, "code" | "method">,
  ground: ChangeGround,
): Outcome<T, TextRefusal> {
  const fitting = checkText(text, frame, policy.method);
  if (!fitting.ok) return fitting;
  const changes = checkChanges(text.actions, policy.code, ground);
  return changes.ok ? fitting : changes;
}

/** Whether a proposal under this policy may make these changes, of rules and of policies. */
export function checkChanges(
  actions: readonly RuleAction[],
  policy: string,
  ground: ChangeGround,
): Outcome<readonly RuleAction[], TextRefusal> {
  const policies = actions.filter(({ key }) => key === POLICY_KEY);
  const twice = policies.find((one, at) =>
    policies.slice(0, at).some(({ subject }) => subject === one.subject),
  );
  if (twice !== undefined) {
    return refuse({ code: "action-misfit", key: POLICY_KEY, subject: twice.subject });
  }
  for (const action of policies) {
    const read = policyFrom(action, policy, ground);
    if (!read.ok) return read;
  }
  return checkActions(
    actions.filter(({ key }) => key !== POLICY_KEY),
    policy,
    ground,
  );
}

/** The policies that changes write, each after the version that it was written on. */
export function policiesFrom(
  actions: readonly RuleAction[],
): readonly { readonly policy: Policy; readonly version: number }[] {
  return actions.flatMap(({ key, value, follows }) => {
    const policy = key === POLICY_KEY ? readPolicy(value) : null;
    return policy === null ? [] : [{ policy, version: follows + 1 }];
  });
}

/**
 * Days from the end of the challenge to the effect: the policy's, or what a rule asks for where
 * that is longer; null where nothing is changed.
 */
export function timelockOf(
  actions: readonly RuleAction[],
  policy: Policy,
  rules: readonly RuleDescriptor[],
): number | null {
  if (actions.length === 0) return null;
  return Math.max(policy.times.timelock, longestTimelock(actions, rules));
}

function policyFrom(
  { subject, value, follows }: RuleAction,
  under: string,
  { policies }: ChangeGround,
): Outcome<Policy, TextRefusal> {
  if (under !== STATUTE) return refuse({ code: "action-of-another-policy", key: POLICY_KEY });
  const policy = readPolicy(value);
  // One text for one policy, so that what is voted on is what is written.
  if (policy === null || policy.code !== subject || policyText(policy) !== value) {
    return refuse({ code: "proposal-misfit", why: "policy-unreadable" });
  }
  const last = policies.filter((one) => one.policy.code === subject).map(({ version }) => version);
  if (Math.max(0, ...last) !== follows) return refuse({ code: "rule-changed", key: POLICY_KEY });
  return checkPolicy(policy, policyUse(subject));
}

/** What the policy of a code is used for. */
export function policyUse(code: string): PolicyUse {
  return { touchesProducers: FOR_PRODUCERS.has(code) };
}
