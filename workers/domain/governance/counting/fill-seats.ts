import { invariant } from "#domain/kernel/invariant.ts";
import type { Fraction } from "./fraction.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import { atTheEnd } from "./tie.ts";

/** Who takes the places, best total first, and the ties that the lot settled. */
export interface FilledSeats {
  readonly elected: readonly number[];
  readonly draws: readonly Draw[];
}

/**
 * The options with the highest totals take the places. The lot is drawn only where a tie
 * decides who gets the last of them; equals who all get a place stand in the lot's order.
 * @throws BrokenInvariant unless the lot names every option once.
 */
export function fillSeats(totals: readonly Fraction[], seats: number, lot: Lot): FilledSeats {
  invariant(isLot(lot, totals.length), "the lot names every option once");
  const elected: number[] = [];
  const draws: Draw[] = [];
  let left: readonly number[] = lot;
  while (left.length > 0 && elected.length < seats) {
    const best = atTheEnd(left, totals, "most");
    left = left.filter((option) => !best.includes(option));
    elected.push(...seatEquals(best, seats - elected.length, { lot, draws }));
  }
  return { elected, draws };
}

function seatEquals(
  equals: readonly number[],
  places: number,
  { lot, draws }: { readonly lot: Lot; readonly draws: Draw[] },
): readonly number[] {
  if (equals.length <= places) return equals;
  const seated: number[] = [];
  for (let tied = equals; seated.length < places;) {
    const taken = settle(tied, "elect", lot, draws);
    seated.push(taken);
    tied = tied.filter((option) => option !== taken);
  }
  return seated;
}
