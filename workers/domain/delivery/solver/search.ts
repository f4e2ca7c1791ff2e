import type { Plan } from "#domain/delivery/plan.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { impossibleErrands } from "#domain/delivery/impossible.ts";
import { Chance } from "./chance.ts";
import { compile, type Compiled } from "./compile.ts";
import { COLDEST, cooling, luck, LUCK } from "./cooling.ts";
import { isCovered } from "./core-words.ts";
import { Core } from "./core.ts";
import { Losses, type Rank } from "./losses.ts";
import { nearest } from "./near.ts";
import { planOf } from "./plan-of.ts";
import { NEAR, Recreate } from "./recreate.ts";
import { Ruin, WIDE } from "./ruin.ts";
import { Snapshot } from "./snapshot.ts";
import { Tours } from "./tours.ts";
import { Trial } from "./trial.ts";
import { resume } from "./warm-start.ts";

/** The first temperature, in mean arcs of the first plan. */
const HEAT = 1;
/** A plan that is taken up again is warmed this much less, or it would be forgotten. */
const REHEAT = 0.1;
/** One round in so many begins beside something that is off the plan. */
const RESCUE = 4;

/**
 * A search for a better plan, in slices. It knows no time: `total` is the number of rounds after
 * which it will have cooled down; who asks decides how many to run. Same problem, seed, total and
 * rounds give the same plan, however they are sliced.
 */
export interface Solver {
  /** Rounds done so far, and after how many it will have cooled down. */
  readonly rounds: number;
  readonly total: number;
  step(rounds: number): void;
  /** Says anew how many rounds there will be, done ones included. */
  expect(total: number): void;
  /** The best plan so far; it respects every constraint at any moment. */
  best(): Plan;
  /** What it is worth: `cost` in the problem's unit, with what broken promises cost. */
  rank(): Rank;
}

export interface SolverOptions {
  /** Rounds after which it will have cooled down. */
  readonly total: number;
  /** A plan to begin with, also of an earlier version of the problem: what holds of it is kept. */
  readonly from?: Plan;
  /** `core.wasm`, compiled: the same plans, several times as fast. */
  readonly core?: WebAssembly.Module;
}

/** @throws BrokenInvariant when a number of the problem is too large for 32 bits. */
export function createSolver(problem: Problem, seed: number, options: SolverOptions): Solver {
  return new Annealing(problem, seed, options);
}

/**
 * Ruin and recreate under simulated annealing (Schrimpf et al. 2000; ruin and blinks by
 * Christiaens and Vanden Berghe 2020).
 */
class Annealing implements Solver {
  rounds = 0;
  readonly #problem: Compiled;
  readonly #trial: Trial;
  readonly #chance: Chance;
  readonly #ruin: Ruin;
  readonly #recreate: Recreate;
  readonly #losses: Losses;
  readonly #best: Snapshot;
  readonly #heat: number;
  total: number;
  #impossible: ReturnType<typeof impossibleErrands> | undefined;

  constructor(problem: Problem, seed: number, { total, from, core }: SolverOptions) {
    const compiled = compile(problem);
    const helper = core && isCovered(compiled) ? new Core(core, compiled, NEAR) : undefined;
    this.#problem = helper?.problem ?? compiled;
    this.#chance = new Chance(seed);
    const tours = new Tours(this.#problem, helper);
    this.#trial = new Trial(tours);
    const near = nearest(compiled, WIDE);
    this.#ruin = new Ruin(this.#trial, this.#chance, near);
    this.#recreate = new Recreate(this.#trial, this.#chance, near);
    this.#losses = new Losses(this.#trial);
    this.#best = new Snapshot(tours);
    this.total = total;
    this.#keepBest();
    this.#trial.begin();
    if (from) resume(this.#trial, from);
    this.#recreate.apply();
    this.#keepBest();
    const arcs = Math.max(1, this.#problem.nodes - this.#trial.absentNodes + this.#trial.used);
    this.#heat = ((from ? HEAT * REHEAT : HEAT) * this.#trial.cost) / arcs;
  }

  step(rounds: number): void {
    for (let round = 0; round < rounds; round++) {
      if (this.#problem.errands > 0) this.#once();
      this.rounds++;
    }
  }

  expect(total: number): void {
    this.total = total;
  }

  best(): Plan {
    this.#impossible ??= impossibleErrands(this.#problem.problem);
    return planOf(this.#problem, this.#best.routes(), this.#impossible);
  }

  rank(): Rank {
    const rank = this.#best.rank ?? this.#losses.rank();
    return { ...rank, cost: rank.cost / this.#problem.costUnit };
  }

  #once(): void {
    const trial = this.#trial;
    const before = trial.cost + this.#losses.soft();
    trial.begin();
    this.#ruin.apply(this.#seed());
    this.#recreate.apply();
    const after = trial.cost + this.#losses.soft();
    if (after < before + this.#leeway() && trial.isSound()) this.#keepBest();
    else trial.takeBack();
  }

  /** How much worse a plan may become this time. */
  #leeway(): number {
    const step = Math.floor((this.rounds * COLDEST) / Math.max(1, this.total));
    const heat = this.#heat * (cooling[Math.min(COLDEST, step)] as number);
    return heat * (luck[this.#chance.below(LUCK)] as number);
  }

  #seed(): number {
    const { absentCount, absent } = this.#trial;
    if (absentCount > 0 && this.#chance.once(RESCUE)) {
      const errand = absent[this.#chance.below(absentCount)] as number;
      return this.#problem.firstNode[errand] as number;
    }
    return this.#chance.below(this.#problem.nodes);
  }

  #keepBest(): void {
    const rank = this.#losses.rank();
    if (this.#best.isBeatenBy(rank)) this.#best.take(rank);
  }
}
