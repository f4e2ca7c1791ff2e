import fc from "fast-check";
import type { Lot } from "#domain/governance/counting/lot.ts";
import { layOut, type RankedBallot } from "#domain/governance/counting/papers.ts";
import type { WeakBallot } from "#domain/governance/counting/rank-table.ts";
import type { Election } from "#domain/governance/counting/stage.ts";

/** An election that chance made, with what properties need to try it another way. */
export interface DrawnElection {
  readonly candidates: number;
  readonly seats: number;
  readonly ballots: readonly RankedBallot[];
  readonly lot: Lot;
  /** The same ballots, one by one and in another order. */
  readonly shuffled: readonly RankedBallot[];
  /** `renaming[old]` is the candidate's new number. */
  readonly renaming: readonly number[];
}

export interface DrawnPoll {
  readonly options: number;
  readonly ballots: readonly WeakBallot[];
  readonly lot: Lot;
  readonly shuffled: readonly WeakBallot[];
  readonly renaming: readonly number[];
}

/** 2 to 6 candidates, up to 12 kinds of ballots that may stop early or say nothing. */
export const elections: fc.Arbitrary<DrawnElection> = fc
  .integer({ min: 2, max: 6 })
  .chain((candidates) =>
    fc.record({
      candidates: fc.constant(candidates),
      seats: fc.integer({ min: 1, max: candidates }),
      ballots: fc.array(
        fc.record({
          count: fc.integer({ min: 1, max: 4 }),
          ranking: fc.shuffledSubarray(places(candidates)),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      lot: orders(candidates),
      renaming: orders(candidates),
    }),
  )
  .chain((drawn) => withShuffled(drawn));

/** 2 to 6 options; ranks may be equal or missing. */
export const polls: fc.Arbitrary<DrawnPoll> = fc
  .integer({ min: 2, max: 6 })
  .chain((options) =>
    fc.record({
      options: fc.constant(options),
      ballots: fc.array(
        fc.record({
          count: fc.integer({ min: 1, max: 4 }),
          ranks: fc.array(fc.option(fc.integer({ min: 1, max: options })), {
            minLength: options,
            maxLength: options,
          }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      lot: orders(options),
      renaming: orders(options),
    }),
  )
  .chain((drawn) => withShuffled(drawn));

export function electionOf(
  { candidates, seats }: Pick<DrawnElection, "candidates" | "seats">,
  cast: readonly RankedBallot[],
): Election {
  return { seats, withdrawn: [], papers: layOut(candidates, cast) };
}

/** "3 ABC" is three ballots for A, then B, then C; the letters are the candidates' numbers. */
export function ballots(...lines: readonly string[]): RankedBallot[] {
  return lines.map((line) => {
    const [count = "", ranking = ""] = line.split(" ");
    return { count: Number(count), ranking: Array.from(ranking, letterIndex) };
  });
}

function letterIndex(letter: string): number {
  return letter.charCodeAt(0) - "A".charCodeAt(0);
}

/** [0, 2] as "AC". */
export function letters(indexes: readonly number[]): string {
  return String.fromCharCode(...indexes.map((index) => "A".charCodeAt(0) + index));
}

/** The lot that takes A first, then B. */
export function inOrder(candidates: number): Lot {
  return places(candidates);
}

/** A list by candidate as it reads after the candidates changed their numbers. */
export function moved<T>(list: readonly T[], renaming: readonly number[]): T[] {
  return places(list.length).map((place) => list[renaming.indexOf(place)] as T);
}

export function renamedIndexes(list: readonly number[], renaming: readonly number[]): number[] {
  return list.map((index) => renaming[index] ?? index);
}

function withShuffled<B extends { readonly count: number }, T extends { ballots: readonly B[] }>(
  drawn: T,
): fc.Arbitrary<T & { shuffled: readonly B[] }> {
  const single = drawn.ballots.flatMap((one) =>
    Array.from({ length: one.count }, () => ({ ...one, count: 1 })),
  );
  return fc
    .shuffledSubarray(single, { minLength: single.length, maxLength: single.length })
    .map((shuffled) => ({ ...drawn, shuffled }));
}

function orders(count: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(places(count), { minLength: count, maxLength: count });
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
