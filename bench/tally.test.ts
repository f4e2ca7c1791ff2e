import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBallots, tally } from "./tally.ts";

const blt = `3 1
4 1 2 0
3 2 0
2 3 2 0
0
"Anna"
"Bruno"
"Carla"
"Chair"
`;
const budget = JSON.stringify({
  type: "pb",
  budget: 20,
  projects: [
    { id: "oven", cost: 12 },
    { id: "bikes", cost: 8 },
  ],
  ballots: [
    [1, ["oven"]],
    [2, ["bikes"]],
  ],
});
const motion = JSON.stringify({
  type: "motion",
  electorate: 40,
  quorum: "1/4",
  ballots: [
    [6, "yes"],
    [4, "no"],
    [2, "abstain"],
  ],
});
const init = readFileSync("tests/voting/cases/debian-2014-init.json", "utf8");

describe("bench/tally.ts", () => {
  test.each([
    ["scottish", { elected: ["Bruno"], quota: "5.00000", stage_count: 2, lots_drawn: 0 }],
    ["wigm", { elected: ["Bruno"], quota: "4.50000" }],
    ["irv", { elected: ["Bruno"], valid: 9 }],
    ["meek", { rule: "meek-prf", elected: ["Bruno"] }],
    ["schulze", { winners: ["Bruno"], ranking: "Bruno > Anna > Carla" }],
    ["debian", { rule: "debian-schulze", winners: [2] }],
    ["approval", { totals: ["4", "9", "2"], elected: ["Bruno"] }],
    ["score", { totals: ["8", "12", "4"], elected: ["Bruno"] }],
    ["majority", { totals: ["4", "3", "2"], elected: [] }],
  ])("counts a BLT file by %s", (rule, record) => {
    expect(tally(blt, rule)).toMatchObject(record);
  });

  test("stages are told as councils publish them", () => {
    expect(tally(blt, "scottish")["stages"]).toEqual([
      {
        action: "first preferences",
        votes: ["4.00000", "3.00000", "2.00000"],
        non_transferable: "0.00000",
        elected: [],
      },
      {
        action: "exclude 3",
        votes: ["4.00000", "5.00000", "0.00000"],
        non_transferable: "0.00000",
        elected: ["Bruno"],
      },
    ]);
  });

  test("a motion is counted by its own rule", () => {
    expect(tally(motion, "majority")).toEqual({
      rule: "majority",
      yes: "6",
      no: "4",
      abstain: "2",
      present: "12",
      cast: "10",
      needed: "5",
      quorum: true,
      passes: true,
      tied: false,
    });
  });

  test("projects are funded by Equal Shares, and counted by approvals", () => {
    expect(tally(budget, "equal-shares")).toMatchObject({ selected: ["bikes", "oven"], spent: 20 });
    expect(tally(budget, "approval")).toMatchObject({ totals: ["1", "2"], elected: ["bikes"] });
  });

  test("approved is what stands above the default option", () => {
    const ballots = [
      [2, [1, 3, 2]],
      [1, [1, 1, null]],
    ];
    const weak = { ...(JSON.parse(init) as object), options: ["A", "B", "default"], ballots };
    const rule = { default: 3, majority_ratio: [1, 1] };
    expect(tally(JSON.stringify({ ...weak, ...rule }), "approval")).toMatchObject({
      totals: ["3", "1", "0"],
    });
  });

  test("a tie goes to the file's order, or to the lot that a seed draws", () => {
    const even = '2 1\n1 1 0\n1 2 0\n0\n"Anna"\n"Bruno"\n"Chair"\n';
    expect(tally(even, "approval")).toMatchObject({ elected: ["Anna"], lots_drawn: 1 });
    const seeds = ["1", "2", "3", "4", "5", "6", "7", "8"];
    const winners = seeds.map((seed) => String(tally(even, "approval", seed)["elected"]));
    expect(new Set(winners)).toEqual(new Set(["Anna", "Bruno"]));
  });

  test("a draw says whether it decided who won", () => {
    const names = '0\n"Anna"\n"Bruno"\n"Carla"\n"Chair"\n';
    const even = `3 1\n3 1 0\n3 2 0\n1 3 0\n${names}`;
    const behind = `3 1\n4 1 0\n2 2 0\n2 3 0\n${names}`;
    expect(tally(even, "scottish")).toMatchObject({ lots_drawn: 1, decided_by_lot: true });
    expect(tally(behind, "scottish")).toMatchObject({ lots_drawn: 1, decided_by_lot: false });
    expect(tally(blt, "scottish")).not.toHaveProperty("decided_by_lot");
  });

  test("who withdrew is on nobody's ballot, whatever the rule", () => {
    const without = blt.replace("3 1\n", "3 1\n-2\n");
    for (const rule of ["scottish", "wigm", "irv", "meek"]) {
      expect(tally(without, rule)).toMatchObject({ elected: ["Anna"] });
    }
    expect(tally(without, "schulze")).toMatchObject({ winners: ["Anna"] });
    expect(tally(without, "approval")).toMatchObject({ totals: ["4", "0", "2"] });
  });

  test.each([
    ["{", "scottish", "no JSON"],
    ["{}", "scottish", "type cannot be read"],
    ["2 1\n1 3 0\n", "scottish", "line 2"],
    [blt, "dice", "no rule dice"],
    [budget, "scottish", "rank nobody"],
    [budget, "schulze", "rank nobody"],
    [blt, "equal-shares", "projects with costs"],
    [init, "scottish", "equal ranks"],
  ])("%j by %s: %s", (text, rule, why) => {
    expect(() => tally(text, rule)).toThrow(why);
  });

  test("a refusal of the reader is an answer, not an accident", () => {
    expect(readBallots("2 1\n1 3 0\n")).toEqual({
      ok: false,
      refusal: { code: "blt-unreadable", line: 2 },
    });
  });
});
