import { add, type Fraction, NOTHING } from "./fraction.ts";
import { fillSeats, type FilledSeats } from "./fill-seats.ts";
import type { Lot } from "./lot.ts";

/** Ballots that approve the same options. */
export interface ApprovalBallot {
  /** How much they weigh together: their number, where every member has one vote. */
  readonly weight: Fraction;
  /** Indexes from 0, each at most once; none at all is a blank ballot. */
  readonly approved: readonly number[];
}

export interface TotalsResult extends FilledSeats {
  /** By option. */
  readonly totals: readonly Fraction[];
  /** The weight of all ballots, blank ones included. */
  readonly cast: Fraction;
}

/** Approval voting (Brams and Fishburn, 1978): the options approved by most take the places. */
export function countApproval(
  ballots: readonly ApprovalBallot[],
  { options, seats }: { readonly options: number; readonly seats: number },
  lot: Lot,
): TotalsResult {
  const totals = Array.from({ length: options }, () => NOTHING);
  let cast = NOTHING;
  for (const { weight, approved } of ballots) {
    cast = add(cast, weight);
    for (const option of new Set(approved)) {
      totals[option] = add(totals[option] ?? NOTHING, weight);
    }
  }
  return { totals, cast, ...fillSeats(totals, seats, lot) };
}
