import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballots } from "#tests/voting/elections.ts";
import { KeepFactors, ONE, productUp, quotientUp } from "./keep-factors.ts";
import { layOut } from "./papers.ts";

describe("nine decimals", () => {
  test("a product is rounded up as whole-number arithmetic of any size says", () => {
    const units = fc.integer({ min: 0, max: ONE });
    fc.assert(
      fc.property(units, units, (one, other) => {
        const exact = (BigInt(one) * BigInt(other) + BigInt(ONE) - 1n) / BigInt(ONE);
        expect(productUp(one, other)).toBe(Number(exact));
      }),
      { numRuns: 2000 },
    );
  });

  test("a product at the edges", () => {
    expect(productUp(ONE, ONE)).toBe(ONE);
    expect(productUp(1, 1)).toBe(1);
    expect(productUp(ONE - 1, ONE - 1)).toBe(ONE - 1);
    expect(productUp(0, ONE - 1)).toBe(0);
    expect(productUp(7, 0)).toBe(0);
  });

  test("a quotient is rounded up, and an exact one is not", () => {
    expect(quotientUp(2, ONE, 3)).toBe(666_666_667);
    expect(quotientUp(2, ONE, 4)).toBe(ONE / 2);
  });
});

describe("keep factors", () => {
  const papers = layOut(3, ballots("4 AB", "2 C"));

  test("who is hopeful keeps all of every ballot", () => {
    const keep = new KeepFactors(papers, Uint8Array.from([1, 1, 1]));
    keep.distribute();
    expect([...keep.votes]).toEqual([4 * ONE, 0, 2 * ONE]);
  });

  test("what an elected candidate does not keep goes to the next", () => {
    const keep = new KeepFactors(papers, Uint8Array.from([1, 1, 1]));
    keep.factors[0] = ONE / 4;
    keep.distribute();
    expect([...keep.votes]).toEqual([ONE, 3 * ONE, 2 * ONE]);
  });

  test("who is defeated keeps nothing, and a ballot without a next is left over", () => {
    const keep = new KeepFactors(papers, Uint8Array.from([1, 1, 1]));
    keep.factors[2] = 0;
    keep.distribute();
    expect([...keep.votes]).toEqual([4 * ONE, 0, 0]);
  });
});
