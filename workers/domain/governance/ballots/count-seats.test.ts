import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aCall, anElector, cast, NAMES } from "#tests/ballots.ts";
import { countCall } from "./count-call.ts";

const options = ["ada", "bruno", "carla", "dino"];

// Half of the worked example of docs/counting.md: 3 A C, 2 A D, 2 B, 2 C, 1 D for two seats.
const rankings = ["ac", "ac", "ac", "ad", "ad", "b", "b", "c", "c", "d"].map((word) => ({
  ranking: word.split("").map((letter) => options.find((name) => name.startsWith(letter)) ?? ""),
}));
const ballots = NAMES.map((name, at) => cast(name, rankings[at] ?? { ranking: [] }));
const call = (method: "scottish" | "wigm" | "meek" | "irv", seats: number) =>
  aCall({ policy: { method, seats }, options, ballots });

describe("offices by rankings", () => {
  test("each stage is shown with names", () => {
    const result = countCall(call("scottish", 2));
    expect(result).toMatchObject({
      passes: true,
      count: {
        kind: "transfers",
        candidates: options,
        valid: 10,
        quota: "4",
        stages: [
          {
            action: "first preferences",
            candidate: null,
            votes: ["5", "2", "2", "1"],
            elected: ["ada"],
          },
          { action: "surplus", candidate: "ada", votes: ["4", "2", "13/5", "7/5"] },
          { action: "exclude", candidate: "dino", votes: ["4", "2", "13/5", "0"] },
          { action: "exclude", candidate: "bruno", votes: ["4", "0", "13/5", "0"] },
        ],
      },
    });
    expect(result.winners[0]).toBe("ada");
  });

  test.each(["wigm", "meek", "irv"] as const)("%s elects whom most want first", (method) => {
    const result = countCall(call(method, method === "irv" ? 1 : 2));
    expect(result.winners[0]).toBe("ada");
    expect(result.passes).toBe(true);
  });

  test("where nobody ranks anybody, nobody is elected", () => {
    const blank = NAMES.map((name) => cast(name, { ranking: [] }));
    for (const method of ["scottish", "wigm", "meek", "irv"] as const) {
      expect(
        countCall({ ...call(method, 1), ballots: aCall({ ballots: blank }).ballots }),
      ).toMatchObject({ winners: [], passes: false, hasQuorum: true });
    }
  });

  test("who finances has a third of the ballots at the most", () => {
    const electorate = NAMES.map((name, at) =>
      anElector(name, at < 4 ? {} : { basis: "financing", weight: fraction(1) }),
    );
    const votes = [
      ...NAMES.slice(0, 4).map((name) => cast(name, { ranking: ["ada"] })),
      ...NAMES.slice(4).map((name) => cast(name, { ranking: ["bruno"] })),
    ];
    const policy = { method: "irv", seats: 1 } as const;
    expect(countCall(aCall({ policy, options, electorate, ballots: votes }))).toMatchObject({
      winners: ["ada"],
      present: { votes: "6" },
      count: { valid: 18 },
    });
  });
});
