import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aCall, cast } from "#tests/ballots.ts";
import { aRule } from "#tests/policies.ts";
import { countCall } from "./count-call.ts";

const options = ["pane", "olio", "miele"];
const ballots = [
  cast("ada", { approved: ["olio", "pane"] }),
  cast("bruno", { approved: ["olio"] }),
  cast("carla", { approved: ["miele"] }),
  cast("dino", { approved: ["miele", "olio"] }),
];

describe("approval", () => {
  test("the most approved win, if enough approve of them", () => {
    const result = countCall(aCall({ policy: { method: "approval", seats: 2 }, options, ballots }));
    expect(result).toMatchObject({
      winners: ["olio"],
      count: {
        kind: "totals",
        cast: "4",
        needed: "2",
        totals: [
          { option: "pane", votes: "1" },
          { option: "olio", votes: "3" },
          { option: "miele", votes: "2" },
        ],
      },
    });
  });

  test("without a threshold all places are filled, the last of equals by lot", () => {
    const calls = [aRule({ share: fraction(0), isStrict: false })] as const;
    const tied = [...ballots, cast("elsa", { approved: ["pane"] })];
    const policy = { method: "approval", seats: 2, calls } as const;
    const result = countCall(aCall({ policy, options, ballots: tied }));
    expect(result.winners).toHaveLength(2);
    expect(result).toMatchObject({
      decidedByLot: true,
      draws: [{ purpose: "elect", among: result.lot.filter((one) => one !== "olio") }],
    });
    expect(result.winners[1]).toBe(result.draws[0]?.taken);
  });

  test("what nobody wants wins nothing", () => {
    const calls = [aRule({ share: fraction(0), isStrict: false })] as const;
    const blank = ["ada", "bruno", "carla", "dino"].map((name) => cast(name, { approved: [] }));
    const policy = { method: "approval", calls } as const;
    expect(countCall(aCall({ policy, options, ballots: blank }))).toMatchObject({
      winners: [],
      passes: false,
      hasQuorum: true,
    });
  });
});

test("scores are added up, and no threshold is asked of them", () => {
  const scored = [
    cast("ada", { scores: { pane: 5, olio: 1 } }),
    cast("bruno", { scores: { olio: 3 } }),
    cast("carla", { scores: {} }),
    cast("dino", { scores: { miele: 2 } }),
  ];
  expect(countCall(aCall({ policy: { method: "score" }, options, ballots: scored }))).toMatchObject(
    {
      winners: ["pane"],
      passes: true,
      count: { needed: null, cast: "4", totals: [{ votes: "5" }, { votes: "4" }, { votes: "2" }] },
    },
  );
});
