import { digestOfText } from "#domain/kernel/digest.ts";
import { invariant } from "#domain/kernel/invariant.ts";

/**
 * The published lot: all candidates (indexes from 0) in the order in which a tie takes them.
 * Whoever stands first among the tied is taken first: excluded, elected or transferred, whatever
 * the tie was about. It is fixed before the count and published with it.
 */
export type Lot = readonly number[];

/** What a tie was about. */
export type TiePurpose = "elect" | "exclude" | "surplus" | "rank" | "fund";

/** A tie that only the lot could settle: who was tied and who was taken, indexes from 0. */
export interface Draw {
  readonly purpose: TiePurpose;
  readonly among: readonly number[];
  readonly taken: number;
}

/**
 * The order that a seed gives: candidates by the SHA-256 of "seed|id", smallest first.
 * Before the vote nobody can know the seed (the sealed root of its ballots); afterwards
 * everybody can repeat the draw.
 * @throws BrokenInvariant when two candidates have the same id.
 */
export function lotFromSeed(seed: string, ids: readonly string[]): Lot {
  invariant(new Set(ids).size === ids.length, "every candidate has its own id");
  const digests = ids.map((id) => digestOfText(`${seed}|${id}`));
  const indexes = ids.map((_, index) => index);
  return indexes.toSorted((one, other) => ((digests[one] ?? "") < (digests[other] ?? "") ? -1 : 1));
}

/** A lot has every candidate once. */
export function isLot(lot: Lot, candidates: number): boolean {
  const named = new Set(lot);
  const exist = lot.every((index) => Number.isInteger(index) && index >= 0 && index < candidates);
  return exist && lot.length === candidates && named.size === candidates;
}

/** The first of the tied in the lot's order. @throws BrokenInvariant when nobody is tied. */
export function takeByLot(lot: Lot, tied: readonly number[]): number {
  const taken = lot.find((candidate) => tied.includes(candidate));
  invariant(taken !== undefined, "somebody of the tied stands in the lot");
  return taken;
}

/** Settles a tie by lot and writes the draw down; one candidate alone is no tie. */
export function settle(
  tied: readonly number[],
  purpose: TiePurpose,
  lot: Lot,
  draws: Draw[],
): number {
  const taken = takeByLot(lot, tied);
  if (tied.length > 1) draws.push({ purpose, among: tied, taken });
  return taken;
}
