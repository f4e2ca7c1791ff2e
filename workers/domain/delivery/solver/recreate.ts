import type { Chance } from "./chance.ts";
import { Orderings } from "./orderings.ts";
import { ALL_ROUTES, EMPTY_ROUTES, NEAR_STOPS } from "./core.ts";
import { steerToShares } from "./fairness.ts";
import { GroupInsertion } from "./insert-group.ts";
import { JobInsertion } from "./insert-job.ts";
import { PairInsertion } from "./insert-pair.ts";
import { ReloadInsertion } from "./insert-reload.ts";
import { narrowed, nearest, type Near } from "./near.ts";
import { Spot } from "./spot.ts";
import type { Trial } from "./trial.ts";

/** One better place in so many is overlooked. */
const BLINK = 100;

/** Errands look for a place next to so many near stops; problems up to SMALL look everywhere. */
export const NEAR = 30;
const SMALL = 120;
const EVERYWHERE = 16;

/** Puts what is off the plan back, one errand after another, each where it costs least. */
export class Recreate {
  readonly #trial: Trial;
  readonly #jobs: JobInsertion;
  readonly #pairs: PairInsertion;
  readonly #groups: GroupInsertion;
  readonly #reloads: ReloadInsertion;
  readonly #orderings: Orderings;
  readonly #spot: Spot;
  readonly #chance: Chance;
  readonly #near: Near;
  /** In which round a route was judged as a whole: for a pair, a group, a reload. */
  readonly #judgedIn: Int32Array;
  readonly #waiting: Int32Array;
  /** In which round an empty vehicle of a sort was tried: one speaks for all of its sort. */
  readonly #emptyIn: Int32Array;
  #round = 0;
  #emptyRound = 0;

  /** @param near of each stop at least the nearest */
  constructor(trial: Trial, chance: Chance, near?: Near) {
    const { problem } = trial.tours;
    this.#trial = trial;
    this.#jobs = new JobInsertion(trial.tours);
    this.#pairs = new PairInsertion(trial.tours);
    this.#groups = new GroupInsertion(trial.tours);
    this.#reloads = new ReloadInsertion(trial.tours);
    this.#orderings = new Orderings(problem, chance);
    this.#spot = new Spot(chance, BLINK);
    this.#chance = chance;
    this.#near = near ? narrowed(near, NEAR) : nearest(problem, NEAR);
    trial.tours.core?.begin(trial.tours, this.#near);
    this.#judgedIn = new Int32Array(problem.vehicles);
    this.#waiting = new Int32Array(problem.errands);
    this.#emptyIn = new Int32Array(problem.vehicles);
  }

  /** What fits nowhere stays off the plan. */
  apply(): void {
    const { absent, absentCount, absentNodes, tours } = this.#trial;
    steerToShares(tours, tours.problem.nodes - absentNodes);
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
    const { route } = this.#spot;
    this.#trial.putIn(errand, this.#spot);
    const mayFail = tours.problem.breaks[route]?.some(({ maxLoad }) => maxLoad !== undefined);
    if (mayFail === true && !tours.isSound(route)) this.#trial.remove(errand);
  }

  /** Looks near the errand's stops first, and everywhere when that finds nothing (or by chance). */
  #search(errand: number): boolean {
    const { problem } = this.#trial.tours;
    this.#spot.forget();
    this.#round++;
    if (problem.nodes > SMALL && !this.#chance.once(EVERYWHERE)) {
      const past = problem.firstNode[errand + 1] as number;
      for (let node = problem.firstNode[errand] as number; node < past; node++) {
        this.#searchNear(node, errand);
      }
      this.#everywhere(errand, true);
      if (this.#spot.route >= 0) return true;
    }
    this.#everywhere(errand, false);
    return this.#spot.route >= 0;
  }

  #everywhere(errand: number, onlyEmpty: boolean): void {
    this.#emptyRound++;
    const { tours } = this.#trial;
    const where = onlyEmpty ? EMPTY_ROUTES : ALL_ROUTES;
    if (this.#judgedByCore(errand, where)) return;
    const { sortOf, vehicles } = tours.problem;
    for (let route = 0; route < vehicles; route++) {
      if (tours.length[route] === 0) {
        if (this.#isKnownEmpty(sortOf[route] as number)) continue;
      } else if (onlyEmpty) continue;
      this.#judge(errand, route);
    }
  }

  #judge(errand: number, route: number): void {
    const { firstNode, mostReloads } = this.#trial.tours.problem;
    const node = firstNode[errand] as number;
    const count = (firstNode[errand + 1] as number) - node;
    if (count === 1) this.#jobs.evaluate(node, route, this.#spot);
    else if (count === 2) this.#pairs.evaluate(node, route, this.#spot);
    else this.#groups.evaluate(errand, route, this.#spot);
    if (count === 1 && (mostReloads[route] as number) > 0) {
      this.#reloads.evaluate(node, route, this.#spot);
    }
  }

  /** Judges places beside near stops: of a job the two next to each, else the whole route. */
  #searchNear(around: number, errand: number): void {
    if (this.#judgedByCore(errand, NEAR_STOPS)) return;
    const { routeOf, positionOf, problem } = this.#trial.tours;
    const { list, width } = this.#near;
    const node = problem.firstNode[errand] as number;
    const isAlone = (problem.firstNode[errand + 1] as number) === node + 1;
    for (let rank = 0; rank < width; rank++) {
      const other = list[around * width + rank] as number;
      const route = routeOf[other] as number;
      if (route < 0) continue;
      if (isAlone && problem.mostReloads[route] === 0) {
        const position = positionOf[other] as number;
        this.#jobs.evaluateBetween(node, route, { from: position - 1, to: position }, this.#spot);
      } else if (this.#judgedIn[route] !== this.#round) {
        this.#judgedIn[route] = this.#round;
        this.#judge(errand, route);
      }
    }
  }

  /** A job is looked for by the core where there is one. */
  #judgedByCore(errand: number, where: number): boolean {
    const { core, stride, problem } = this.#trial.tours;
    const node = problem.firstNode[errand] as number;
    const isAlone = (problem.firstNode[errand + 1] as number) === node + 1;
    if (core === undefined || !isAlone) return false;
    core.judgeJob(node, where, stride, this.#spot);
    return true;
  }

  #isKnownEmpty(sort: number): boolean {
    if (this.#emptyIn[sort] === this.#emptyRound) return true;
    this.#emptyIn[sort] = this.#emptyRound;
    return false;
  }
}
