import { invariant } from "#domain/kernel/invariant.ts";
import { compare, fraction, type Fraction, times } from "./fraction.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import { comparePairs, type PairwiseMatrix, prefer } from "./pairwise.ts";
import type { RankTable } from "./rank-table.ts";

/** What an option needs besides winning. */
export interface DebianRule {
  /** The option that leaves things as they are ("further discussion"); it is never dropped. */
  readonly defaultOption: number;
  /** Ballots that must rank an option above the default one. */
  readonly quorum: Fraction;
  /** By option: how many times more ballots above the default than below it. */
  readonly ratios: readonly Fraction[];
  /** Whether the ratio must be passed (the printed rule up to 2006) or only reached. */
  readonly isStrict: boolean;
}

export interface DroppedOption {
  readonly option: number;
  readonly reason: "quorum" | "majority";
}

export interface DebianResult {
  readonly matrix: PairwiseMatrix;
  readonly dropped: readonly DroppedOption[];
  /** Whom no defeat is left against; several when the vote is tied. */
  readonly winners: readonly number[];
  /** The winner, by lot if there are several. */
  readonly winner: number;
  readonly draws: readonly Draw[];
}

interface Defeat {
  readonly by: number;
  readonly of: number;
}

/**
 * The vote of Debian's constitution (appendix A.5; A.6 before 2022): options without quorum or
 * without their majority over the default one are dropped; then, as long as options of the
 * Schwartz set defeat each other, the weakest of those defeats are. A tie goes to the lot, where
 * Debian's goes to a casting vote.
 */
export function countDebian(table: RankTable, rule: DebianRule, lot: Lot): DebianResult {
  invariant(isLot(lot, table.options), "the lot names every option once");
  invariant(rule.ratios.length === table.options, "every option has its majority");
  const matrix = comparePairs(table);
  const dropped = dropOptions(matrix, rule);
  const isOut = new Set(dropped.map(({ option }) => option));
  const winners = resolve(
    matrix,
    [...matrix.keys()].filter((option) => !isOut.has(option)),
  );
  const draws: Draw[] = [];
  return { matrix, dropped, winners, winner: settle(winners, "elect", lot, draws), draws };
}

function dropOptions(matrix: PairwiseMatrix, rule: DebianRule): DroppedOption[] {
  return [...matrix.keys()].flatMap((option): DroppedOption[] => {
    if (option === rule.defaultOption) return [];
    const above = fraction(prefer(matrix, option, rule.defaultOption));
    if (compare(above, rule.quorum) < 0) return [{ option, reason: "quorum" }];
    const ratio = rule.ratios[option] ?? fraction(1);
    const beaten = compare(above, times(ratio, prefer(matrix, rule.defaultOption, option)));
    const hasMajority = rule.isStrict ? beaten > 0 : beaten >= 0;
    return hasMajority ? [] : [{ option, reason: "majority" }];
  });
}

/** Cloneproof Schwartz sequential dropping. */
function resolve(matrix: PairwiseMatrix, options: readonly number[]): readonly number[] {
  let left = options;
  let defeats = options.flatMap((by) =>
    options
      .filter((of) => prefer(matrix, by, of) > prefer(matrix, of, by))
      .map((of): Defeat => ({ by, of })),
  );
  for (;;) {
    left = schwartzSet(left, defeats);
    defeats = defeats.filter(({ by, of }) => left.includes(by) && left.includes(of));
    const weakest = defeats.toSorted((one, other) => strongerBy(matrix, one, other))[0];
    if (weakest === undefined) return left;
    defeats = defeats.filter((defeat) => strongerBy(matrix, defeat, weakest) > 0);
  }
}

/** Options that defeat, over any number of steps, whoever so defeats them. */
function schwartzSet(options: readonly number[], defeats: readonly Defeat[]): number[] {
  const reaches = new Map(options.map((option) => [option, reachable(option, defeats)]));
  return options.filter((one) =>
    options.every((other) => !reaches.get(other)?.has(one) || reaches.get(one)?.has(other)),
  );
}

function reachable(from: number, defeats: readonly Defeat[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { by, of } of defeats) {
      if (by !== at || found.has(of)) continue;
      found.add(of);
      open.push(of);
    }
  }
  return found;
}

/** More votes for it are stronger; with as many, fewer against it. */
function strongerBy(matrix: PairwiseMatrix, one: Defeat, other: Defeat): number {
  const byVotes = prefer(matrix, one.by, one.of) - prefer(matrix, other.by, other.of);
  if (byVotes !== 0) return byVotes;
  return prefer(matrix, other.of, other.by) - prefer(matrix, one.of, one.by);
}
