import type { CompiledBreak } from "./compile-fleet.ts";
import { IMPOSSIBLE, NEVER } from "./scale.ts";

/**
 * A vehicle's breaks in their order, and when they let it arrive. A break may interrupt a journey:
 * what is driven before it counts. So several breaks on one leg end at the later of two instants:
 * journey and rests without a pause, or the last rest as early as the windows let it end.
 */
export class Rests {
  readonly count: number;
  readonly #breaks: readonly CompiledBreak[];

  constructor(breaks: readonly CompiledBreak[]) {
    this.#breaks = breaks;
    this.count = breaks.length;
  }

  /** Arrival after `travel` seconds from `departure`, with breaks `from` to `to - 1` on the way. */
  arrival(departure: number, travel: number, from: number, to: number): number {
    if (departure >= IMPOSSIBLE) return IMPOSSIBLE;
    let rested = departure;
    let driven = departure + travel;
    for (let k = from; k < to; k++) {
      const rest = this.#breaks[k] as CompiledBreak;
      const begin = earliestOf(rest, rested);
      if (begin >= IMPOSSIBLE) return IMPOSSIBLE;
      rested = begin + rest.service;
      driven += rest.service;
    }
    return Math.max(rested, driven);
  }

  /** The latest departure that still arrives at `limit`; below -NEVER when there is none. */
  latestDeparture(limit: number, travel: number, from: number, to: number): number {
    let rested = limit;
    let driven = limit - travel;
    for (let k = to - 1; k >= from; k--) {
      const rest = this.#breaks[k] as CompiledBreak;
      driven -= rest.service;
      rested = latestOf(rest, rested - rest.service);
    }
    return Math.min(rested, driven);
  }
}

function earliestOf(rest: CompiledBreak, ready: number): number {
  for (const { from, to } of rest.windows) if (ready <= to) return Math.max(ready, from);
  return IMPOSSIBLE;
}

function latestOf(rest: CompiledBreak, limit: number): number {
  let latest = -IMPOSSIBLE;
  for (const { from, to } of rest.windows) if (from <= limit) latest = Math.min(limit, to);
  return Math.max(latest, -NEVER - NEVER);
}
