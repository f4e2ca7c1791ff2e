import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import { aCall, cast, NAMES } from "#tests/ballots.ts";
import { aRule } from "#tests/policies.ts";
import { AS_IT_IS } from "./choice.ts";
import { countCall } from "./count-call.ts";

const options = ["a", "b", "c"];

test("by Schulze the strongest path wins, and all are ranked", () => {
  // The circle of docs/counting.md: 4 A B C, 3 B C A, 2 C A B.
  const words = ["abc", "abc", "abc", "abc", "bca", "bca", "bca", "cab", "cab"];
  const ballots = words.map((word, at) =>
    cast(NAMES[at] ?? "", {
      ranks: Object.fromEntries(word.split("").map((letter, place) => [letter, place + 1])),
    }),
  );
  expect(countCall(aCall({ policy: { method: "schulze" }, options, ballots }))).toMatchObject({
    winners: ["a"],
    passes: true,
    count: {
      kind: "pairs",
      candidates: options,
      order: ["a", "b", "c"],
      matrix: [
        [0, 6, 4],
        [3, 0, 7],
        [5, 2, 0],
      ],
    },
  });
});

describe("by Debian's rule", () => {
  const above = (count: number) =>
    NAMES.slice(0, 8).map((name, at) =>
      cast(name, { ranks: at < count ? { a: 1, [AS_IT_IS]: 2 } : { [AS_IT_IS]: 1 } }),
    );
  const call = (rule: Partial<MajorityRule>, count: number) =>
    aCall({
      policy: { method: "debian", calls: [{ ...aRule(), ...rule }] },
      options,
      ballots: above(count),
    });
  const threshold = { share: fraction(3, 4), base: "cast", isStrict: false } as const;

  test("three to one is three quarters, reached or passed", () => {
    expect(countCall(call({ threshold }, 6)).winners).toEqual(["a"]);
    const strict = countCall(call({ threshold: { ...threshold, isStrict: true } }, 6));
    expect(strict).toMatchObject({ winners: [], passes: false });
    expect(strict.count).toMatchObject({
      candidates: [...options, AS_IT_IS],
      dropped: [{ option: "a", why: "majority" }, { option: "b" }, { option: "c" }],
    });
  });

  test("all means all", () => {
    const all = { ...threshold, share: fraction(1) };
    expect(countCall(call({ threshold: all }, 7)).winners).toEqual([]);
    expect(countCall(call({ threshold: all }, 8)).winners).toEqual(["a"]);
  });

  test("a quorum of votes cast is asked of each option", () => {
    const quorum = { share: fraction(1, 2), of: "cast", isStrict: false } as const;
    const half = { share: fraction(1, 3), base: "cast", isStrict: false } as const;
    expect(countCall(call({ quorum, threshold: half }, 5)).winners).toEqual(["a"]);
    expect(countCall(call({ quorum, threshold: half }, 4))).toMatchObject({
      hasQuorum: true,
      winners: [],
      count: { dropped: [{ option: "a", why: "quorum" }, { option: "b" }, { option: "c" }] },
    });
  });
});
