import { breaksPerLeg } from "./break-legs.ts";
import { releaseOf } from "./releases.ts";
import type { Rests } from "./rests.ts";
import { IMPOSSIBLE, NEVER } from "./scale.ts";
import type { Tours } from "./tours.ts";

/**
 * When work begins at each stop of a route: as early as windows, breaks, releases and the longest
 * rides allow. A ride that is too long pushes its pickup later, and all that follows, until
 * nothing moves any more: the least times that keep everything, as in simple temporal networks
 * (Dechter, Meiri and Pearl 1991). Breaks stay on the legs on which the route is earliest.
 */
export class Timetable {
  /** Per position; at 0 when the vehicle leaves, after the last when it arrives at the end. */
  readonly begin: Int32Array;
  /** How many breaks are taken on each leg. */
  legs: readonly number[] = [];
  readonly #tours: Tours;
  readonly #notBefore: Int32Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    this.begin = new Int32Array(tours.stride);
    this.#notBefore = new Int32Array(tours.stride);
  }

  /** False when there are no such times. */
  fill(route: number): boolean {
    const length = this.#tours.length[route] as number;
    const legs = breaksPerLeg(this.#tours, route);
    if (legs === undefined) return false;
    this.legs = legs;
    this.#notBefore.fill(-NEVER, 0, length + 1);
    // In a network of n instants n passes settle everything, windows apart, if it can be settled.
    for (let pass = 0; pass <= 2 * length + 2; pass++) {
      if (!this.#forward(route, length)) return false;
      if (!this.#pushPickups(route, length)) return true;
    }
    return false;
  }

  /** Leaves only so early that nobody waits at the first stop. */
  leaveLate(route: number): void {
    if (this.legs[0] !== 0) return;
    const base = route * this.#tours.stride;
    const start = (this.begin[1] as number) - this.#travel(route, base);
    if (start > (this.begin[0] as number)) this.begin[0] = start;
  }

  #forward(route: number, length: number): boolean {
    const tours = this.#tours;
    const { shiftFrom, shiftTo, nodes } = tours.problem;
    const rests = tours.rests[route] as Rests;
    const base = route * tours.stride;
    const begin = this.begin;
    let leave = Math.max(shiftFrom[route] as number, this.#notBefore[0] as number);
    leave = Math.max(leave, releaseOf(tours, route, base));
    begin[0] = leave;
    let taken = 0;
    for (let p = 1; p <= length; p++) {
      const rested = taken + (this.legs[p - 1] ?? 0);
      const arrival = rests.arrival(leave, this.#travel(route, base + p - 1), taken, rested);
      taken = rested;
      const node = tours.nodeAt[base + p] as number;
      let start = Math.max(arrival, this.#notBefore[p] as number);
      if (node >= nodes) start = Math.max(start, releaseOf(tours, route, base + p));
      start = tours.earliest(node, start);
      if (start >= IMPOSSIBLE) return false;
      begin[p] = start;
      leave = start + this.#work(route, base + p);
    }
    const rested = taken + (this.legs[length] ?? 0);
    const end = rests.arrival(leave, this.#travel(route, base + length), taken, rested);
    begin[length + 1] = end;
    return end <= (shiftTo[route] as number);
  }

  /** Whether some ride is too long, so that where it begins must begin later. */
  #pushPickups(route: number, length: number): boolean {
    const { maxRide, rideFrom, hasRides } = this.#tours.problem;
    if (!hasRides) return false;
    const base = route * this.#tours.stride;
    let pushed = false;
    for (let p = 1; p <= length; p++) {
      const node = this.#tours.nodeAt[base + p] as number;
      const most = maxRide[node] as number;
      if (most < 0) continue;
      const latest = (this.begin[p] as number) - most;
      const mates = rideFrom[node] ?? [];
      if (mates.length === 0) {
        const trip = this.#tripOf(base, p);
        if (this.#push(route, trip, latest)) pushed = true;
      }
      for (const mate of mates) {
        if (this.#tours.routeOf[mate] !== route) continue;
        if (this.#push(route, this.#tours.positionOf[mate] as number, latest)) pushed = true;
      }
    }
    return pushed;
  }

  /** Work at a position must not end before `latest`. */
  #push(route: number, position: number, latest: number): boolean {
    const base = route * this.#tours.stride;
    const work = position === 0 ? 0 : this.#work(route, base + position);
    if ((this.begin[position] as number) + work >= latest) return false;
    this.#notBefore[position] = latest - work;
    return true;
  }

  /** Where the trip of a position began: at the start of the route or at a reload. */
  #tripOf(base: number, position: number): number {
    const { nodes } = this.#tours.problem;
    let at = position - 1;
    while (at > 0 && (this.#tours.nodeAt[base + at] as number) < nodes) at--;
    return at;
  }

  #travel(route: number, cell: number): number {
    const { durations, profileOf, width } = this.#tours.problem;
    const { nodeAt } = this.#tours;
    const arc = (nodeAt[cell] as number) * width + (nodeAt[cell + 1] as number);
    return (durations[profileOf[route] as number] as Int32Array)[arc] as number;
  }

  #work(route: number, cell: number): number {
    const { placeOf } = this.#tours.problem;
    const node = this.#tours.nodeAt[cell] as number;
    const before = this.#tours.nodeAt[cell - 1] as number;
    return this.#tours.work(route, node, placeOf[before] === placeOf[node]);
  }
}
