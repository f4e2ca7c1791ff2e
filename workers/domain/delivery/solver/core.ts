import { invariant } from "#domain/kernel/invariant.ts";
import type { Compiled } from "./compile.ts";
import { bytesFor, wordsFor } from "./core-words.ts";
import type { Near } from "./near.ts";
import type { Shelf } from "./shelf.ts";
import type { Spot } from "./spot.ts";
import type { Tours } from "./tours.ts";

/** What `core.as` exports. */
interface Kernel {
  begin(words: number): void;
  refresh(route: number): void;
  seek(node: number, mode: number, round: number): void;
  nextPlace(least: number): number;
  seekPair(pickup: number, route: number, opening: number): number;
  nextPair(least: number): number;
}

/** Where a job is looked for: beside near stops, on an empty route of each sort, or on all. */
export const NEAR_STOPS = 0;
export const EMPTY_ROUTES = 1;
export const ALL_ROUTES = 2;

const PAGE = 65_536;
/** The compiler may keep something in the first page; ours begins behind it. */
const BEGIN = PAGE;

/**
 * The compiled hot part of the solver (`core.as`) and its memory, in which the arrays lie that
 * both sides work on. It gives the very plans that the TypeScript gives without it.
 */
export class Core implements Shelf {
  /** The problem, its arrays moved into the memory. */
  readonly problem: Compiled;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: Kernel;
  readonly #answer: Float64Array;
  readonly #emptyIn: Int32Array;
  #near: Int32Array;
  #nearWidth = 0;
  #free = BEGIN;
  #round = 0;

  /** @param nearMost how many near stops a stop will have at most */
  constructor(module: WebAssembly.Module, problem: Compiled, nearMost: number) {
    const pages = Math.ceil((BEGIN + bytesFor(problem, nearMost)) / PAGE);
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#kernel = exports as unknown as Kernel;
    this.#answer = this.float64(2);
    this.#emptyIn = this.int32(problem.vehicles);
    this.#near = this.int32(0);
    this.problem = this.#moved(problem);
  }

  int32(length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#memory.buffer, this.#take(length * 4), length);
  }

  float64(length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer, this.#take(length * 8), length);
  }

  /** To be called once the tours are made, and again when near stops are known. */
  begin(tours: Tours, near?: Near): void {
    if (near) {
      this.#near = this.#keep(near.list);
      this.#nearWidth = near.width;
    }
    const own = {
      near: this.#near,
      nearWidth: this.#nearWidth,
      emptyIn: this.#emptyIn,
      answer: this.#answer,
    };
    const words = this.#keep(Int32Array.from(wordsFor(tours, this, own)));
    this.#kernel.begin(words.byteOffset);
  }

  refresh(route: number): void {
    this.#kernel.refresh(route);
  }

  /** Judges places of a job; better ones than the spot's are written there. */
  judgeJob(node: number, where: number, stride: number, spot: Spot): void {
    this.#kernel.seek(node, where, ++this.#round);
    while (true) {
      const cell = this.#kernel.nextPlace(spot.delta);
      if (cell < 0) return;
      const route = Math.floor(cell / stride);
      spot.offer(route, cell - route * stride, this.#answer[0] as number);
    }
  }

  /** Judges pairs of positions of a route; better ones than the spot's are written there. */
  judgePair(pickup: number, route: number, opening: number, spot: Spot): void {
    if (this.#kernel.seekPair(pickup, route, opening) === 0) return;
    while (true) {
      const position = this.#kernel.nextPair(spot.delta);
      if (position < 0) return;
      const [delta, dropAt] = this.#answer;
      spot.offer(route, position, delta as number, dropAt);
    }
  }

  #take(bytes: number): number {
    const at = this.#free;
    this.#free += Math.ceil(bytes / 16) * 16;
    invariant(this.#free <= this.#memory.buffer.byteLength, "the core has the memory it needs");
    return at;
  }

  #keep(table: Int32Array): Int32Array<ArrayBuffer> {
    const kept = this.int32(table.length);
    kept.set(table);
    return kept;
  }

  #keepWide(table: Float64Array): Float64Array<ArrayBuffer> {
    const kept = this.float64(table.length);
    kept.set(table);
    return kept;
  }

  #moved(problem: Compiled): Compiled {
    const suits = new Uint8Array(
      this.#memory.buffer,
      this.#take(problem.suits.length),
      problem.suits.length,
    );
    suits.set(problem.suits);
    const entries = Object.entries(problem).map(([name, value]: [string, unknown]) => {
      if (value instanceof Int32Array) return [name, this.#keep(value)];
      if (value instanceof Float64Array) return [name, this.#keepWide(value)];
      return [name, value];
    });
    return {
      ...problem,
      ...(Object.fromEntries(entries) as Partial<Compiled>),
      suits,
      durations: problem.durations.map((table) => this.#keep(table)),
      distances: problem.distances.map((table) => this.#keep(table)),
      arcCosts: problem.arcCosts.map((table) => this.#keepWide(table)),
      costsTo: problem.costsTo.map((table) => this.#keepWide(table)),
    };
  }
}
