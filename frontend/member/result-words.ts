import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import { AS_IT_IS } from "#domain/governance/ballots/choice.ts";
import { type Fraction, fraction, readFraction } from "#domain/governance/counting/fraction.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { OptionFacts } from "./proposal-facts.ts";
import type { ResultFacts } from "./result-facts.ts";

/** How a vote went, in a sentence. */
export function outcomeOf(t: Texts, facts: ResultFacts): string {
  const say = t.votes.result;
  const { result, isClosed, times } = facts;
  if (result === null) {
    return isClosed ? say.notYetClosed : say.notYetOpen(t.format.dayAndHour(times.closesAt));
  }
  const sums = sumsOf(t, result);
  const head = result.hasQuorum ? headOf(t, facts, result) : say.noQuorum;
  return sums === "" ? `${head}.` : `${head}. ${sums}`;
}

function headOf(t: Texts, { options }: ResultFacts, result: CallResult): string {
  const say = t.votes.result;
  const { count, winners, passes } = result;
  if (["motion", "colleges", "few", "consent"].includes(count.kind)) {
    return passes ? say.passed : say.rejected;
  }
  if (winners.length === 0) return say.nobody;
  const names = t.format.list(winners.map((code) => titleOf(t, options, code)));
  if (count.kind === "budget") return say.funded(names);
  const isElection = count.kind === "transfers" || count.kind === "meek";
  return isElection ? say.elected(names, winners.length) : say.chosen(names, winners.length > 1);
}

function sumsOf(t: Texts, { count }: CallResult): string {
  const say = t.votes.result;
  if (count.kind === "motion") {
    const { yes, no, abstain, isTied } = count;
    const sums = say.motion(votes(t, yes), votes(t, no), votes(t, abstain));
    return isTied ? `${sums} ${say.tied}` : sums;
  }
  if (count.kind !== "consent") return "";
  return say.consent(t.format.count(count.consents), count.objections.length);
}

/** Who could vote, who came, what it took. */
export function votesWords(t: Texts, { result, isStrict }: ResultFacts): string {
  if (result === null) return "";
  const say = t.votes.result;
  const { electorate, present, quorum, count } = result;
  const [could, came] = [votes(t, electorate.votes), votes(t, present.votes)];
  const asked =
    quorum === null || numberOf(quorum.needed) === 0
      ? say.noQuorumAsked(could, came)
      : say.quorum(could, came, t.format.count(fewestFor(quorum, present.votes)));
  if (count.kind !== "motion") return asked;
  const { more, least } = say.needed;
  // Whole votes are told as they can be had: "at least 7", not "more than 6.5".
  if (Number.isInteger(numberOf(present.votes))) {
    const fewest = fewestFor({ needed: count.needed, isStrict }, present.votes);
    return `${asked} ${least(t.format.count(fewest))}`;
  }
  return `${asked} ${(isStrict ? more : least)(votes(t, count.needed))}`;
}

/** Votes as people write them; broken ones with three digits at most. */
export function votes(t: Texts, text: string): string {
  return t.format.count(numberOf(text));
}

/** The fewest votes that are a quorum: whole ones, where all votes were. */
export function fewestFor(
  { needed, isStrict }: { readonly needed: string; readonly isStrict: boolean },
  present: string,
): number {
  const exact = numberOf(needed);
  if (!Number.isInteger(numberOf(present))) return exact;
  return isStrict && Number.isInteger(exact) ? exact + 1 : Math.ceil(exact);
}

/** What a fraction's text comes to, for drawing and writing: nothing is counted with it. */
export function numberOf(text: string): number {
  const { num, den }: Fraction = readFraction(text) ?? fraction(0);
  return Number(num) / Number(den);
}

export function titleOf(t: Texts, options: readonly OptionFacts[], code: string): string {
  if (code === AS_IT_IS) return t.votes.ballot.asItIs;
  return options.find((option) => option.code === code)?.title ?? code;
}
