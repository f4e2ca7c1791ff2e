import { invariant } from "#domain/kernel/invariant.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import type { Papers } from "./papers.ts";
import type { Election, Stage, StageAction, TransferResult } from "./stage.ts";
import { atTheEnd, byLatestDifference } from "./tie.ts";

/**
 * Instant run-off: one seat, quota floor(V / 2) + 1. Until somebody has it or stands alone, the
 * candidate with the fewest votes goes out, and every ballot counts for the first it ranks of
 * those left. Ties as in the Scottish count, of which this is the case of one seat; it is counted
 * apart from it, each round anew from the ballots, so that each can check the other.
 */
export function countIrv(election: Omit<Election, "seats">, lot: Lot): TransferResult {
  const { papers, withdrawn } = election;
  invariant(isLot(lot, papers.candidates), "the lot names every candidate once");
  const left = new Set(lot.filter((candidate) => !withdrawn.includes(candidate)));
  const draws: Draw[] = [];
  const first = firstChoices(papers, left);
  const valid = first.reduce((total, votes) => total + votes, 0);
  const quota = Math.floor(valid / 2) + 1;
  const stages = [stageOf({ kind: "first preferences" }, first, { valid, quota })];
  while (left.size > 1 && (stages.at(-1)?.elected.length ?? 0) === 0) {
    const history = stages.map(({ votes }) => votes);
    const tied = byLatestDifference([...left], history, "fewest");
    const candidate = settle(tied, "exclude", lot, draws);
    left.delete(candidate);
    const votes = firstChoices(papers, left);
    stages.push(stageOf({ kind: "exclude", candidate }, votes, { valid, quota }));
  }
  const last = stages.at(-1)?.votes ?? [];
  const elected = left.size === 0 ? [] : atTheEnd([...left], last, "most").slice(0, 1);
  return { valid, quota: fraction(quota), elected, stages, draws };
}

/** Ballots by the first candidate of those left that each ranks. */
function firstChoices(papers: Papers, left: ReadonlySet<number>): number[] {
  const votes = Array.from({ length: papers.candidates }, () => 0);
  const isLeft = Uint8Array.from(votes, (_, candidate) => (left.has(candidate) ? 1 : 0));
  for (let paper = 0; paper < papers.counts.length; paper++) {
    const end = papers.starts[paper + 1] ?? 0;
    let at = papers.starts[paper] ?? 0;
    while (at < end && isLeft[papers.ranked[at] ?? 0] !== 1) at += 1;
    if (at === end) continue;
    const candidate = papers.ranked[at] ?? 0;
    votes[candidate] = (votes[candidate] ?? 0) + (papers.counts[paper] ?? 0);
  }
  return votes;
}

function stageOf(
  action: StageAction,
  counted: readonly number[],
  { valid, quota }: { readonly valid: number; readonly quota: number },
): Stage {
  const votes: Fraction[] = counted.map((count) => fraction(count));
  const nonTransferable = fraction(valid - counted.reduce((total, count) => total + count, 0));
  const reached = counted.findIndex((count) => count >= quota);
  return { action, votes, nonTransferable, elected: reached < 0 ? [] : [reached] };
}
