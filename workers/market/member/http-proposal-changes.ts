import { POLICY_KEY } from "#domain/governance/proposal/check-changes.ts";
import type { PolicyVersion } from "#domain/governance/policy/policy-text.ts";
import { readPolicy } from "#domain/governance/policy/read-policy.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { policyChange, policyLines, policyPath } from "#frontend/member/policy-words.ts";
import type { TextChange } from "#frontend/member/proposal-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { rulePath, valueWords } from "#frontend/ui/rule-words.ts";
import type { ProposalView } from "./read-proposals.ts";

/** What a proposal changes: rules, articles, policies, and its own text since it was written. */
export function changesOf(t: Texts, view: ProposalView): readonly TextChange[] {
  return [...rulesChanged(t, view), ...textChanged(t, view)];
}

/** Rules and articles as they are, and as they would be. */
function rulesChanged(
  t: Texts,
  { proposal, versions, rules, policies }: ProposalView,
): readonly TextChange[] {
  return proposal.text.actions.map((action): TextChange => {
    const { key, subject, value, follows } = action;
    if (key === POLICY_KEY) return policyChanged(t, action, policies);
    const before =
      versions.find((one) => one.key === key && one.subject === subject && one.version === follows)
        ?.value ?? null;
    const rule = rules.find((one) => one.key === key);
    if (key === STATUTE || rule === undefined) {
      const name = key === STATUTE ? t.rules.statute.article(subject) : subject;
      return {
        name,
        href: key === STATUTE ? rulePath(key, subject) : null,
        before,
        after: value,
        isText: true,
      };
    }
    return {
      name: t.rules.names[key as keyof Texts["rules"]["names"]].title,
      href: rulePath(key),
      before: before === null ? null : valueWords(t, rule, before),
      after: valueWords(t, rule, value),
      isText: false,
    };
  });
}

/** A policy as its sentences were, and as they would be. */
function policyChanged(
  t: Texts,
  { subject, value, follows }: Pick<RuleAction, "subject" | "value" | "follows">,
  policies: readonly Pick<PolicyVersion, "policy" | "version">[],
): TextChange {
  const before = policies.find(
    ({ policy, version }) => policy.code === subject && version === follows,
  );
  const after = readPolicy(value);
  const name = t.policies.named(t.proposals.policyNames[subject] ?? subject);
  if (before === undefined || after === null) {
    const lines = after === null ? value : policyLines(t, after);
    return { name, href: null, before: null, after: lines, isText: true };
  }
  const change = policyChange(t, before.policy, after);
  return { name, href: policyPath(subject), ...change, isText: true };
}

/** The text itself, where it was written anew. */
function textChanged(t: Texts, { texts }: ProposalView): readonly TextChange[] {
  const [before, last] = texts.slice(-2);
  if (before === undefined || last === undefined || before.body === last.body) return [];
  const name = t.proposals.textBefore(t.format.count(before.version));
  return [{ name, href: null, before: before.body, after: last.body, isText: true }];
}
