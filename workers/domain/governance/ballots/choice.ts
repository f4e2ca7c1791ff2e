import type { Method } from "#domain/governance/policy/policy.ts";
import { canonicalText } from "#domain/kernel/digest.ts";
import { unreachable } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { BallotRefusal, Unfit } from "./refusals.ts";

/**
 * What a ballot says, by the method of its vote. Options are named by their codes.
 *
 * - majority: `{ vote: "yes" | "no" | "abstain" }`
 * - consent: `{ vote: "consent" | "abstain" }` or `{ vote: "objection", reason }`
 * - approval, equal-shares: `{ approved }`, none is a blank ballot
 * - score: `{ scores }`, whole numbers on `SCORE_SCALE`; what is left out gets nothing
 * - irv, scottish, wigm, meek: `{ ranking }`, best first, as long as one likes
 * - schulze, debian: `{ ranks }`, 1 is best; equal or left out, which is below all that is ranked
 */
export type Choice =
  | { readonly vote: "yes" | "no" | "abstain" | "consent" }
  | { readonly vote: "objection"; readonly reason: string }
  | { readonly approved: readonly string[] }
  | { readonly scores: Readonly<Record<string, number>> }
  | { readonly ranking: readonly string[] }
  | { readonly ranks: Readonly<Record<string, number>> };

/** What a member may give an option. */
export const SCORE_SCALE = { least: 0, most: 5 } as const;

/** In votes by Debian's rule: leaving things as they are. Every ballot may rank it. */
export const AS_IT_IS = "as-it-is";

/** Larger ranks say nothing that smaller ones cannot. */
const MOST_RANK = 1000;
export const LONGEST_REASON = 2000;

type Checked = Outcome<Choice, BallotRefusal>;

/**
 * A choice as this vote takes it, in the one form in which it is kept: options of a set sorted by
 * code, ranks 1, 2, 3 without gaps, reasons trimmed and composed (Unicode NFC).
 */
export function checkChoice(method: Method, options: readonly string[], choice: Choice): Checked {
  switch (method) {
    case "majority":
      return "vote" in choice && isYesOrNo(choice.vote) ? accept(choice) : unfit();
    case "consent":
      return "vote" in choice ? checkConsent(choice) : unfit();
    case "approval":
    case "equal-shares":
      return "approved" in choice ? checkApproved(options, choice.approved) : unfit();
    case "score":
      return "scores" in choice ? checkScores(options, choice.scores) : unfit();
    case "schulze":
    case "debian":
      return "ranks" in choice ? checkRanks(candidatesOf(method, options), choice.ranks) : unfit();
    case "irv":
    case "scottish":
    case "wigm":
    case "meek":
      return "ranking" in choice ? checkRanking(options, choice.ranking) : unfit();
  }
  return unreachable(method);
}

/** Whom a ballot can name: the options, and by Debian's rule that all stays as it is. */
export function candidatesOf(method: Method, options: readonly string[]): readonly string[] {
  return method === "debian" ? [...options, AS_IT_IS] : options;
}

/** The text of a checked choice: the same choice always has the same. */
export function choiceText(choice: Choice): string {
  return canonicalText(choice);
}

/** Whether a ballot says nothing: its member is present, and leaves it to the others. */
export function isBlank(choice: Choice): boolean {
  if ("vote" in choice) return choice.vote === "abstain";
  if ("approved" in choice) return choice.approved.length === 0;
  if ("ranking" in choice) return choice.ranking.length === 0;
  return Object.keys("scores" in choice ? choice.scores : choice.ranks).length === 0;
}

function unfit(why: Unfit = "of-another-method"): Checked {
  return refuse({ code: "choice-unfit", why });
}

function isYesOrNo(vote: string): boolean {
  return vote === "yes" || vote === "no" || vote === "abstain";
}

function checkConsent(choice: Extract<Choice, { vote: string }>): Checked {
  if (choice.vote === "consent" || choice.vote === "abstain") return accept(choice);
  if (choice.vote !== "objection") return unfit();
  const reason = choice.reason.normalize("NFC").trim();
  const isSaid = reason !== "" && reason.length <= LONGEST_REASON;
  return isSaid ? accept({ vote: "objection", reason }) : unfit("objection-without-reason");
}

function checkApproved(options: readonly string[], approved: readonly string[]): Checked {
  const wrong = faultOf(options, approved);
  return wrong === null ? accept({ approved: approved.toSorted() }) : unfit(wrong);
}

function checkRanking(options: readonly string[], ranking: readonly string[]): Checked {
  const wrong = faultOf(options, ranking);
  return wrong === null ? accept({ ranking }) : unfit(wrong);
}

function checkScores(
  options: readonly string[],
  scores: Readonly<Record<string, number>>,
): Checked {
  if (faultOf(options, Object.keys(scores)) !== null) return unfit("option-unknown");
  return Object.values(scores).every(isScore) ? accept({ scores }) : unfit("score-off-scale");
}

function checkRanks(options: readonly string[], ranks: Readonly<Record<string, number>>): Checked {
  if (faultOf(options, Object.keys(ranks)) !== null) return unfit("option-unknown");
  const given = Object.entries(ranks);
  if (!given.every(([, rank]) => isWithin(rank, 1, MOST_RANK))) return unfit("rank-off-scale");
  const places = [...new Set(Object.values(ranks))].toSorted((one, other) => one - other);
  const closed = given.map(([code, rank]) => [code, places.indexOf(rank) + 1] as const);
  return accept({ ranks: Object.fromEntries(closed) });
}

function isScore(value: number): boolean {
  return isWithin(value, SCORE_SCALE.least, SCORE_SCALE.most);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function faultOf(options: readonly string[], named: readonly string[]): Unfit | null {
  if (!named.every((code) => options.includes(code))) return "option-unknown";
  return new Set(named).size === named.length ? null : "option-twice";
}
