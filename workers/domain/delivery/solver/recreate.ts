import type { Chance } from "./chance.ts";
import { Orderings } from "./orderings.ts";
import { JobInsertion } from "./insert-job.ts";
import { PairInsertion } from "./insert-pair.ts";
import { nearest, type Near } from "./near.ts";
import { Spot } from "./spot.ts";
import type { Trial } from "./trial.ts";

/** One better place in so many is overlooked. */
const BLINK = 100;

/** Errands look for a place next to so many near stops; problems up to SMALL look everywhere. */
const NEAR = 30;
const SMALL = 120;
const EVERYWHERE = 16;

/** Puts what is off the plan back, one errand after another, each where it costs least. */
export class Recreate {
  readonly #trial: Trial;
  readonly #jobs: JobInsertion;
  readonly #pairs: PairInsertion;
  readonly #orderings: Orderings;
  readonly #spot: Spot;
  readonly #chance: Chance;
  readonly #near: Near;
  /** In which round a route was judged for a pair. */
  readonly #judgedIn: Int32Array;
  readonly #waiting: Int32Array;
  /** In which round an empty vehicle of a sort was tried: one speaks for all of its sort. */
  readonly #emptyIn: Int32Array;
  #round = 0;
  #emptyRound = 0;

  constructor(trial: Trial, chance: Chance) {
    const { problem } = trial.tours;
    this.#trial = trial;
    this.#jobs = new JobInsertion(trial.tours);
    this.#pairs = new PairInsertion(trial.tours);
    this.#orderings = new Orderings(problem, chance);
    this.#spot = new Spot(chance, BLINK);
    this.#chance = chance;
    this.#near = nearest(problem, NEAR);
    this.#judgedIn = new Int32Array(problem.vehicles);
    this.#waiting = new Int32Array(problem.errands);
    this.#emptyIn = new Int32Array(problem.vehicles);
  }

  /** What fits nowhere stays off the plan. */
  apply(): void {
    const { absent, absentCount } = this.#trial;
    const waiting = this.#waiting;
    for (let index = 0; index < absentCount; index++) waiting[index] = absent[index] as number;
    this.#orderings.sort(waiting, absentCount);
    for (let index = 0; index < absentCount; index++) {
      const errand = waiting[index] as number;
      if (this.#search(errand)) this.#putIn(errand);
    }
  }

  /** Limits of load during a break are looked at only here: who breaks one is taken out again. */
  #putIn(errand: number): void {
    const { tours } = this.#trial;
    const { route, position } = this.#spot;
    this.#trial.putIn(errand, this.#spot);
    const mayFail = tours.problem.breaks[route]?.some(({ maxLoad }) => maxLoad !== undefined);
    if (mayFail === true && !tours.isSound(route)) {
      this.#trial.takeOut(route, { first: position + 1, count: 1, hole: 0, spared: 0 });
    }
  }

  /** Looks near the errand's stops first, and everywhere when that finds nothing (or by chance). */
  #search(errand: number): boolean {
    const { problem } = this.#trial.tours;
    const node = problem.firstNode[errand] as number;
    const isPair = (problem.firstNode[errand + 1] as number) > node + 1;
    this.#spot.forget();
    this.#round++;
    if (problem.nodes > SMALL && !this.#chance.once(EVERYWHERE)) {
      if (isPair) {
        this.#pairNear(node, node);
        this.#pairNear(node + 1, node);
      } else this.#jobNear(node);
      this.#everywhere(node, isPair, true);
      if (this.#spot.route >= 0) return true;
    }
    this.#everywhere(node, isPair, false);
    return this.#spot.route >= 0;
  }

  #everywhere(node: number, isPair: boolean, onlyEmpty: boolean): void {
    this.#emptyRound++;
    const { tours } = this.#trial;
    const { sortOf, vehicles } = tours.problem;
    for (let route = 0; route < vehicles; route++) {
      if (tours.length[route] === 0) {
        if (this.#isKnownEmpty(sortOf[route] as number)) continue;
      } else if (onlyEmpty) continue;
      if (isPair) this.#pairs.evaluate(node, route, this.#spot);
      else this.#jobs.evaluate(node, route, this.#spot);
    }
  }

  #jobNear(node: number): void {
    const { routeOf, positionOf } = this.#trial.tours;
    const { list, width } = this.#near;
    for (let rank = 0; rank < width; rank++) {
      const other = list[node * width + rank] as number;
      const route = routeOf[other] as number;
      if (route < 0) continue;
      const position = positionOf[other] as number;
      this.#jobs.evaluateBetween(node, route, { from: position - 1, to: position }, this.#spot);
    }
  }

  /** Judges a pair in each route that passes near one of its stops. */
  #pairNear(around: number, pickup: number): void {
    const { routeOf } = this.#trial.tours;
    const { list, width } = this.#near;
    for (let rank = 0; rank < width; rank++) {
      const route = routeOf[list[around * width + rank] as number] as number;
      if (route < 0 || this.#judgedIn[route] === this.#round) continue;
      this.#judgedIn[route] = this.#round;
      this.#pairs.evaluate(pickup, route, this.#spot);
    }
  }

  #isKnownEmpty(sort: number): boolean {
    if (this.#emptyIn[sort] === this.#emptyRound) return true;
    this.#emptyIn[sort] = this.#emptyRound;
    return false;
  }
}
