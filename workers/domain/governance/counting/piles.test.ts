import { describe, expect, test } from "vitest";
import { ballots } from "#tests/voting/elections.ts";
import { layOut } from "./papers.ts";
import { Piles } from "./piles.ts";

const all = Uint8Array.from([1, 1, 1]);

describe("piles of papers", () => {
  test("a paper lies with its first candidate who may take it", () => {
    const piles = new Piles(layOut(3, ballots("4 AB", "2 BC", "1 C")));
    expect([...piles.deal(Uint8Array.from([0, 1, 1])).ballots]).toEqual([0, 6, 1]);
  });

  test("a pile passes on to the next on each paper, and ends where there is none", () => {
    const piles = new Piles(layOut(3, ballots("4 AB", "2 AC", "3 A", "1 C")));
    piles.deal(all);
    const moved = piles.pass(0, Uint8Array.from([0, 1, 1]), Uint32Array.from([0]));
    expect([...moved.ballots]).toEqual([0, 4, 2]);
  });

  test("papers that changed their value keep the new one when they move again", () => {
    const piles = new Piles(layOut(3, ballots("4 ABC", "2 BC")));
    piles.deal(all);
    piles.pass(0, Uint8Array.from([0, 1, 1]), Uint32Array.from([1]));
    const moved = piles.pass(1, Uint8Array.from([0, 0, 1]), Uint32Array.from([0, 1]));
    expect(moved).toEqual({ classes: 2, ballots: Float64Array.from([0, 0, 2, 0, 0, 4]) });
  });

  test("a pile that was passed on is empty", () => {
    const piles = new Piles(layOut(2, ballots("4 AB")));
    piles.deal(all);
    piles.pass(0, Uint8Array.from([0, 1]), Uint32Array.from([0]));
    expect([...piles.pass(0, Uint8Array.from([0, 1]), Uint32Array.from([0])).ballots]).toEqual([
      0, 0,
    ]);
  });
});
