import { type Draw, type Lot, lotFromSeed } from "#domain/governance/counting/lot.ts";
import { lotDecides } from "#domain/governance/counting/lot-decides.ts";
import type { CallResult, DrawResult } from "./call-result.ts";
import { candidatesOf } from "./choice.ts";
import type { Counting } from "./count-call.ts";

/** How many counts may be tried to find out whether the lot decided. */
const MOST_RECOUNTS = 50;

/** A count that may need the lot, as its method gives it. */
export interface DrawnCount {
  /** Who wins, best first. */
  readonly winners: readonly number[];
  readonly draws: readonly Draw[];
}

/** A count with the lot of its call, and what the lot had to say in it. */
export interface CountedByLot<C> {
  readonly result: C;
  readonly names: readonly string[];
  readonly told: Pick<CallResult, "winners" | "lot" | "draws" | "decidedByLot">;
}

/**
 * Counts with the lot that the seed of the call gives, and finds out whether another lot would have
 * given other winners.
 */
export function countByLot<C extends DrawnCount>(
  { call }: Counting,
  count: (lot: Lot) => C,
): CountedByLot<C> {
  const codes = call.options.map(({ code }) => code);
  const names = candidatesOf(call.policy.method, codes);
  const lot = lotFromSeed(call.seed, names);
  const result = count(lot);
  const named = (index: number) => names[index] ?? "";
  const decidedByLot = result.draws.length > 0 && lotDecides(count, lot, MOST_RECOUNTS);
  return {
    result,
    names,
    told: {
      winners: result.winners.map(named),
      lot: lot.map(named),
      draws: result.draws.map(({ purpose, among, taken }): DrawResult => ({
        purpose,
        among: among.map(named),
        taken: named(taken),
      })),
      decidedByLot,
    },
  };
}
