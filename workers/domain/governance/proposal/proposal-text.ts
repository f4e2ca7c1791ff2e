import type { Method } from "#domain/governance/policy/policy.ts";
import type { Misfit, ProposalRefusal } from "#domain/governance/refusals.ts";
import type { RuleAction } from "#domain/governance/rule-actions.ts";
import { type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** What is voted on: a text, changes of rules, people for offices, projects for a sum. */
export const PROPOSAL_SUBJECTS = ["motion", "rules", "election", "budget"] as const;
export type ProposalSubject = (typeof PROPOSAL_SUBJECTS)[number];

/** A candidate, a text among several, a project. */
export interface ProposalOption {
  /** How ballots name it. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What a project asks for; null for anything else. */
  readonly costCents: Cents | null;
}

/** What a proposal says, as it stands in one version. */
export interface ProposalText {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly RuleAction[];
  readonly options: readonly ProposalOption[];
}

/** What a text is about: it stays the same through all versions. */
export interface ProposalFrame {
  readonly subject: ProposalSubject;
  readonly budgetCents: Cents | null;
}

const METHODS: Readonly<Record<ProposalSubject, readonly Method[]>> = {
  motion: ["majority", "consent", "approval", "score", "irv", "schulze", "debian"],
  rules: ["majority", "consent"],
  election: ["approval", "irv", "scottish", "wigm", "meek", "schulze"],
  budget: ["equal-shares"],
};

/** Ways of counting that ask for yes or no, and for nobody among several. */
const YES_OR_NO: ReadonlySet<Method> = new Set(["majority", "consent"]);

/**
 * Whether a text asks what its policy can count: rules are changed by yes or no, places filled from
 * candidates, a sum divided among projects that each cost something within it. Whether its changes
 * of rules may be made is asked elsewhere (`checkActions`).
 */
export function checkText<T extends ProposalText>(
  text: T,
  { subject, budgetCents }: ProposalFrame,
  method: Method,
): Outcome<T, ProposalRefusal> {
  const { actions, options } = text;
  if (!METHODS[subject].includes(method)) return misfit("method");
  if ((subject === "rules") !== actions.length > 0) return misfit("actions");
  const least = YES_OR_NO.has(method) ? 0 : subject === "motion" ? 2 : 1;
  if (options.length < least || (least === 0 && options.length > 0)) return misfit("options");
  if (new Set(options.map(({ code }) => code)).size < options.length) return misfit("option-twice");
  const isPriced = options.every(({ costCents }) =>
    subject === "budget"
      ? costCents !== null && costCents > 0 && costCents <= (budgetCents ?? 0)
      : costCents === null,
  );
  return isPriced && (subject === "budget") === (budgetCents !== null)
    ? accept(text)
    : misfit("costs");
}

/** What a version is sealed by: the text, what it is about, and which version it is. */
export function textDigest(
  text: ProposalText,
  frame: ProposalFrame,
  of: { readonly proposalId: string; readonly version: number },
): Digest {
  const { title, body, actions, options } = text;
  return digestOf({
    proposal: of.proposalId,
    version: of.version,
    subject: frame.subject,
    budgetCents: frame.budgetCents,
    title,
    body,
    actions: actions.map(({ key, subject, value, follows }) => ({ key, subject, value, follows })),
    options: options.map(({ code, title: name, detail, costCents }) => ({
      code,
      title: name,
      detail,
      costCents,
    })),
  });
}

function misfit(why: Misfit) {
  return refuse({ code: "proposal-misfit", why });
}
