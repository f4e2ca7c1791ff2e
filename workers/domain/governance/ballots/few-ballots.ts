import { type Fraction, fraction, readFraction } from "#domain/governance/counting/fraction.ts";
import type { Method, Secrecy } from "#domain/governance/policy/policy.ts";
import type { TallyRecord } from "#domain/governance/proposal/proposal.ts";
import { type Canonical, canonicalText, type Digest } from "#domain/kernel/digest.ts";
import type { CallResult, CollegesCount, FewCount } from "./call-result.ts";

/** Secret ballots that look alike are shown, or given away, from so many on. */
const LEAST_ALIKE = 10;
/** Rankings of fewer ballots can be signatures: an order of twenty names tells whose it is. */
const LEAST_RANKED = 50;
const RANKED: ReadonlySet<Method> = new Set([
  "irv",
  "scottish",
  "wigm",
  "meek",
  "schulze",
  "debian",
]);

/** A box that was counted, as far as it decides who may have it. */
export interface CountedBox {
  readonly secrecy: Secrecy;
  readonly method: Method;
  readonly ballots: number;
  /** The smallest number of secret ballots with one class and weight; null where all are alike. */
  readonly fewestAlike: number | null;
}

/**
 * By which act the ballots of a count are given away. A secret box is everybody's; an open one
 * names members, and is theirs; few rankings, or few ballots of a class or of a weight, may tell
 * whose they are, and are for scrutineers.
 */
export function exportAct(box: CountedBox): "votes.export" | "roll-calls.read" | "rankings.read" {
  if (box.secrecy === "open") return "roll-calls.read";
  const areFewRanked = RANKED.has(box.method) && box.ballots < LEAST_RANKED;
  const areFewAlike = (box.fewestAlike ?? LEAST_ALIKE) < LEAST_ALIKE;
  return areFewRanked || areFewAlike ? "rankings.read" : "votes.export";
}

/** A count as it is shown: its digest too would give few ballots away, by trying them out. */
export type ShownTally = Omit<TallyRecord, "resultDigest"> & {
  readonly resultDigest: Digest | null;
};

/**
 * What of a count is shown. Of a secret vote by colleges in which a college has fewer than ten
 * ballots no college is: from the others and the exact sum the one would follow. Yes and no are
 * told in whole parts of a hundred.
 */
export function shownTally(tally: TallyRecord, secrecy: Secrecy): ShownTally {
  if (secrecy === "open") return tally;
  const result = JSON.parse(tally.result) as CallResult;
  const { count } = result;
  if (count.kind !== "colleges" || !count.colleges.some(isFew)) return tally;
  const shown = { ...result, count: fewCount(count) } as unknown as Canonical;
  return { ...tally, result: canonicalText(shown), resultDigest: null };
}

/** Nobody's ballots give nobody away. */
function isFew({ yes, no, abstain }: CollegesCount["colleges"][number]): boolean {
  const ballots = yes + no + abstain;
  return ballots > 0 && ballots < LEAST_ALIKE;
}

function fewCount({ yes, no }: CollegesCount): FewCount {
  return { kind: "few", least: LEAST_ALIKE, yesPercent: percent(yes), noPercent: percent(no) };
}

/** The nearest whole part of a hundred. */
function percent(text: string): number {
  const { num, den }: Fraction = readFraction(text) ?? fraction(0);
  return Number((num * 200n + den) / (den * 2n));
}
