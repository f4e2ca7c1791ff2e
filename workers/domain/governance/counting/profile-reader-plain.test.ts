import { describe, expect, test } from "vitest";
import { readProfile } from "./profile-reader.ts";

const approval = {
  type: "approval",
  options: ["A", "B"],
  ballots: [
    ["1/2", [2]],
    [3, []],
  ],
};
const score = {
  type: "score",
  options: ["A", "B"],
  seats: 2,
  least: 0,
  most: 5,
  ballots: [[1, [5, null]]],
};
const motion = {
  type: "motion",
  electorate: 40,
  ballots: [
    [12, "yes"],
    ["1/3", "no"],
  ],
};

describe("reading plain ballots", () => {
  test("approvals, one place unless more are said", () => {
    expect(readProfile(approval)).toMatchObject({
      ok: true,
      value: { seats: 1, ballots: [{ weight: { num: 1n, den: 2n }, approved: [1] }, {}] },
    });
  });

  test("scores on their scale", () => {
    expect(readProfile(score)).toMatchObject({
      ok: true,
      value: { seats: 2, scale: { least: 0, most: 5 }, ballots: [{ scores: [5, null] }] },
    });
  });

  test("a motion asks for more than half of those cast, unless it says otherwise", () => {
    expect(readProfile(motion)).toMatchObject({
      ok: true,
      value: { rule: { quorum: null, threshold: { base: "cast", isStrict: true } } },
    });
    const own = { threshold: "2/3", base: "present", strict: false, quorum: "1/3", silent: 2 };
    expect(
      readProfile({ ...motion, ...own, quorum_of: "cast", quorum_strict: true }),
    ).toMatchObject({
      ok: true,
      value: {
        attendance: { silent: { num: 2n } },
        rule: {
          quorum: { share: { num: 1n, den: 3n }, of: "cast", isStrict: true },
          threshold: { share: { num: 2n, den: 3n }, base: "present", isStrict: false },
        },
      },
    });
  });

  test.each([
    [{ ...approval, options: [] }, "options"],
    [{ ...approval, seats: 0 }, "seats"],
    [{ ...approval, ballots: [[1, [3]]] }, "ballots[0]"],
    [{ ...approval, ballots: [[-1, [1]]] }, "ballots[0]"],
    [{ ...score, options: null }, "options"],
    [{ ...score, seats: "two" }, "seats"],
    [{ ...score, least: 0.5 }, "least"],
    [{ ...score, most: -1 }, "most"],
    [{ ...score, ballots: [[1, [6, 1]]] }, "ballots[0]"],
    [{ ...score, ballots: [[1, [5]]] }, "ballots[0]"],
    [{ ...score, ballots: [[1, [5, 1, 1]]] }, "ballots[0]"],
    [{ ...motion, electorate: "all" }, "electorate"],
    [{ ...motion, silent: -2 }, "silent"],
    [{ ...motion, threshold: "most" }, "threshold"],
    [{ ...motion, base: "heads" }, "base"],
    [{ ...motion, quorum: "x" }, "quorum"],
    [{ ...motion, quorum: "1/3", quorum_of: "electorate" }, "quorum_of"],
    [{ ...motion, ballots: [[1, "maybe"]] }, "ballots[0]"],
  ])("what is wrong with %j is its %s", (value, field) => {
    expect(readProfile(value)).toEqual({
      ok: false,
      refusal: { code: "profile-unreadable", field },
    });
  });
});
