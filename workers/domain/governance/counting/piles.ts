import type { Papers } from "./papers.ts";

/** What moved in one transfer: papers by value class and receiving candidate. */
export interface Moved {
  readonly classes: number;
  /** Ballots at `[valueClass * candidates + candidate]`. */
  readonly ballots: Float64Array;
}

const NOBODY = -1;

/**
 * Which paper lies with whom in a count by transfers. Each candidate has a pile, a list chained
 * through `next`, so that a transfer touches the papers of one candidate only. A paper has a
 * value class; what a class is worth only the counting rule knows, so nothing is rounded here.
 */
export class Piles {
  readonly #papers: Papers;
  readonly #top: Int32Array;
  readonly #next: Int32Array;
  /** Where on its paper the candidate stands with whom it lies. */
  readonly #at: Uint32Array;
  readonly #valueClass: Uint32Array;

  constructor(papers: Papers) {
    this.#papers = papers;
    this.#top = new Int32Array(papers.candidates).fill(NOBODY);
    this.#next = new Int32Array(papers.counts.length);
    this.#at = new Uint32Array(papers.counts.length);
    this.#valueClass = new Uint32Array(papers.counts.length);
  }

  /** Deals every paper to its first candidate who may take it; the class is 0. */
  deal(mayTake: Uint8Array): Moved {
    const { counts, starts, candidates } = this.#papers;
    const ballots = new Float64Array(candidates);
    for (let paper = 0; paper < counts.length; paper++) {
      this.#lay(paper, starts[paper] ?? 0, mayTake, { ballots, offset: 0 });
    }
    return { classes: 1, ballots };
  }

  /**
   * Passes the whole pile of a candidate on to those who may take it; a paper of class `k`
   * becomes one of class `into[k]`. A paper that ranks nobody else leaves the count.
   */
  pass(from: number, mayTake: Uint8Array, into: Uint32Array): Moved {
    const { candidates } = this.#papers;
    const classes = into.reduce((most, one) => Math.max(most, one + 1), 0);
    const ballots = new Float64Array(classes * candidates);
    let paper = this.#top[from] ?? NOBODY;
    this.#top[from] = NOBODY;
    while (paper !== NOBODY) {
      const following = this.#next[paper] ?? NOBODY;
      const valueClass = into[this.#valueClass[paper] ?? 0] ?? 0;
      this.#valueClass[paper] = valueClass;
      const start = (this.#at[paper] ?? 0) + 1;
      this.#lay(paper, start, mayTake, { ballots, offset: valueClass * candidates });
      paper = following;
    }
    return { classes, ballots };
  }

  #lay(
    paper: number,
    start: number,
    mayTake: Uint8Array,
    moved: { readonly ballots: Float64Array; readonly offset: number },
  ): void {
    const { ranked, starts, counts } = this.#papers;
    const end = starts[paper + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const candidate = ranked[at] ?? 0;
      if (mayTake[candidate] !== 1) continue;
      this.#at[paper] = at;
      this.#next[paper] = this.#top[candidate] ?? NOBODY;
      this.#top[candidate] = paper;
      const cell = moved.offset + candidate;
      moved.ballots[cell] = (moved.ballots[cell] ?? 0) + (counts[paper] ?? 0);
      return;
    }
  }
}
