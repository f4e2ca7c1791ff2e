import { allotWhole } from "#domain/kernel/allot.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { addMilli, leastMilli, type Milli, milli, subtractMilli } from "#domain/kernel/quantity.ts";

/** How much of something a line may take at most, and by what it is compared with the others. */
export interface Taker {
  readonly room: Milli;
  /** What its part is measured by: usually what it wanted. */
  readonly weight: number;
}

/** Serves takers one after the other, each up to its room, while something is left. */
export function shareInTurn(quantity: Milli, takers: readonly Taker[]): Milli[] {
  let left = quantity;
  return takers.map(({ room }) => {
    const taken = leastMilli(room, left);
    left = subtractMilli(left, taken);
    return taken;
  });
}

/**
 * Splits a quantity by weight, in whole steps, nobody above its room: who would get more is filled
 * first, and the others split what is left. Left-over steps go to the largest remainders, on a tie
 * to the earlier taker. What makes no whole step is served in turn.
 */
export function shareByWeight(quantity: Milli, takers: readonly Taker[], step: Milli): Milli[] {
  const given = takers.map(() => 0);
  let steps = Math.floor(quantity / step);
  let open = takers.flatMap(({ room, weight }, index) => {
    const most = Math.floor(room / step);
    return most > 0 && weight > 0 ? [{ index, weight, most }] : [];
  });
  while (steps > 0 && open.length > 0) {
    const weights = open.map(({ weight }) => weight);
    const parts = allotWhole(steps, weights).map((part, place) => ({ part, ...open[place] }));
    const full = parts.filter(({ part, most = 0 }) => part >= most);
    for (const { index = 0, part, most = 0 } of full.length > 0 ? full : parts) {
      given[index] = Math.min(part, most) * step;
      steps -= Math.min(part, most);
    }
    const filled = new Set(full.map(({ index }) => index));
    open = full.length > 0 ? open.filter(({ index }) => !filled.has(index)) : [];
  }
  return withRest(quantity, takers, given);
}

/** A taker whose burden is counted in cents. */
export interface Bearer {
  readonly room: Milli;
  /** What it bears once this much is on it, with what it bore before. */
  burden(quantity: Milli): Cents;
}

/**
 * Splits a quantity one step at a time: each step goes to the bearer that would then bear least,
 * so that the burdens end as equal as the steps allow. On a tie it goes to the bearer with the
 * smaller quantity, then to the earlier one.
 * What makes no whole step is served in turn.
 */
export function shareEvenly(quantity: Milli, bearers: readonly Bearer[], step: Milli): Milli[] {
  const loads = bearers.map((bearer) => ({ bearer, given: milli(0), next: bearer.burden(step) }));
  for (let steps = Math.floor(quantity / step); steps > 0; steps--) {
    const least = leastLoaded(loads, step);
    if (least === null) break;
    least.given = addMilli(least.given, step);
    least.next = least.bearer.burden(addMilli(least.given, step));
  }
  const given = loads.map((load) => load.given);
  return withRest(quantity, bearers, given);
}

interface Load {
  readonly bearer: Bearer;
  given: Milli;
  /** What it would bear with one more step. */
  next: Cents;
}

function leastLoaded(loads: readonly Load[], step: Milli): Load | null {
  let least: Load | null = null;
  for (const load of loads) {
    if (load.given + step > load.bearer.room) continue;
    if (least === null || isLess(load, least)) least = load;
  }
  return least;
}

function isLess(one: Load, other: Load): boolean {
  return one.next === other.next ? one.given < other.given : one.next < other.next;
}

function withRest(
  quantity: Milli,
  takers: readonly { readonly room: Milli }[],
  given: readonly number[],
): Milli[] {
  const rest = milli(given.reduce((left, part) => left - part, quantity));
  const rooms = takers.map(({ room }, index) => ({
    room: milli(room - (given[index] ?? 0)),
    weight: 0,
  }));
  return shareInTurn(rest, rooms).map((more, index) => milli(more + (given[index] ?? 0)));
}
