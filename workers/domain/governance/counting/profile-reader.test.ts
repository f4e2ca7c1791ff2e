import { describe, expect, test } from "vitest";
import { rankedBallots } from "./papers.ts";
import { readProfile } from "./profile-reader.ts";

const stv = {
  type: "stv",
  seats: 1,
  candidates: ["Anna", "Bruno"],
  withdrawn: [2],
  ties: [2, 1],
  ballots: [
    [3, [2, 1]],
    [1, []],
  ],
};
const weak = {
  type: "ranked-weak",
  options: ["Cut the fee", "Keep it", "Further discussion"],
  default: 3,
  quorum: "2.5",
  majority_ratio: [3, "1/2"],
  ratio_strict: true,
  ballots: [[2, [1, null, 2]]],
};
const budget = {
  type: "pb",
  budget: 100,
  projects: [
    { id: "7", cost: 40, votes: 1 },
    { id: "oven", cost: 60 },
  ],
  ballots: [[1, ["oven", "7"]]],
};

function fieldOf(value: unknown): string | null {
  const read = readProfile(value);
  if (read.ok) return null;
  expect(read.refusal.code).toBe("profile-unreadable");
  return read.refusal.code === "profile-unreadable" ? read.refusal.field : null;
}

describe("reading a profile", () => {
  test("ranked ballots, with the lot and who withdrew", () => {
    const read = readProfile(stv);
    if (!read.ok || read.value.type !== "stv") throw new Error("stv is readable");
    expect(read.value).toMatchObject({ seats: 1, withdrawn: [1], lot: [1, 0], title: "" });
    expect(rankedBallots(read.value.papers)).toEqual([
      { count: 3, ranking: [1, 0] },
      { count: 1, ranking: [] },
    ]);
  });

  test("without a lot there is none", () => {
    const { ties: _ties, ...rest } = stv;
    expect(readProfile(rest)).toMatchObject({ ok: true, value: { lot: null } });
  });

  test("ranks, with the majorities that each option needs", () => {
    const read = readProfile({ ...weak, default: 2 });
    if (!read.ok || read.value.type !== "ranked-weak") throw new Error("weak is readable");
    expect(read.value.ratios.map(({ num, den }) => `${num}/${den}`)).toEqual(["3/1", "1/1", "1/2"]);
    expect(read.value).toMatchObject({ defaultOption: 1, quorum: { num: 25n, den: 10n } });
  });

  test("projects are known by their id", () => {
    expect(readProfile(budget)).toMatchObject({
      ok: true,
      value: { ballots: [{ count: 1, approved: [1, 0] }] },
    });
  });

  test.each([
    [null, "type"],
    [[], "type"],
    [{ type: "secret" }, "type"],
    [{ ...stv, candidates: [] }, "candidates"],
    [{ ...stv, seats: 0 }, "seats"],
    [{ ...stv, withdrawn: [3] }, "withdrawn"],
    [{ ...stv, ties: [1] }, "ties"],
    [{ ...stv, ties: "1 2" }, "ties"],
    [{ ...stv, ballots: undefined }, "ballots[0]"],
    [
      {
        ...stv,
        ballots: [
          [1, [1]],
          [1, [1, 1]],
        ],
      },
      "ballots[1]",
    ],
    [{ ...stv, ballots: [[1, [3]]] }, "ballots[0]"],
    [{ ...stv, ballots: [[0, [1]]] }, "ballots[0]"],
    [{ ...stv, ballots: [[1.5, [1]]] }, "ballots[0]"],
    [
      {
        ...stv,
        ballots: [
          [9_000_000, [1]],
          [1, [2]],
        ],
      },
      "ballots",
    ],
    [{ ...weak, options: "all" }, "options"],
    [{ ...weak, default: 4 }, "default"],
    [{ ...weak, quorum: -1 }, "quorum"],
    [{ ...weak, majority_ratio: [3] }, "majority_ratio"],
    [{ ...weak, majority_ratio: [3, "x"] }, "majority_ratio"],
    [{ ...weak, ratio_strict: "yes" }, "ratio_strict"],
    [{ ...weak, ballots: [[1, [1, 2]]] }, "ballots[0]"],
    [{ ...weak, ballots: [[1, [1, 2, -1]]] }, "ballots[0]"],
    [{ ...weak, ballots: [[1, [1, 2, "3"]]] }, "ballots[0]"],
    [{ ...budget, budget: 1.5 }, "budget"],
    [{ ...budget, projects: [] }, "projects"],
    [{ ...budget, projects: [{ id: "7", cost: 0 }] }, "projects"],
    [
      {
        ...budget,
        projects: [
          { id: "7", cost: 1 },
          { id: "7", cost: 2 },
        ],
      },
      "projects",
    ],
    [{ ...budget, ballots: [[1, ["bikes"]]] }, "ballots[0]"],
    [{ ...budget, ballots: [[1, ["7", "7"]]] }, "ballots[0]"],
  ])("what is wrong with %j is its %s", (value, field) => {
    expect(fieldOf(value)).toBe(field);
  });
});
