import { describe, expect, test } from "vitest";
import type { Ballot, OpenBallot } from "./ballot.ts";
import { anElector, cast } from "#tests/ballots.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { nameOf, openBox } from "./counting-box.ts";

const electors = new Map(
  [anElector("ada"), anElector("bruno"), anElector("zoe", { reason: "enrolled-too-late" })].map(
    (one) => [one.memberId, one],
  ),
);
const open = (ballots: readonly Ballot[], ownBeatsProxy = true) =>
  openBox(ballots, {
    method: "majority",
    ownBeatsProxy,
    options: [],
    electors,
    proxies: [{ giver: "ada", holder: "bruno" }],
  });
const yes = { vote: "yes" } as const;
const no = { vote: "no" } as const;
const numbered = (...ballots: readonly ReturnType<typeof cast>[]): OpenBallot[] =>
  ballots.map((ballot, at) => ({ ...ballot, number: at + 1, tracker: `t${at + 1}` }));
const counted = (box: ReturnType<typeof open>) => box.ballots.map(({ name }) => name);

describe("an opened box", () => {
  test("a proxy's ballot and the member's own count once", () => {
    const box = numbered(cast("ada", yes), cast("ada", no, { by: "bruno" }));
    expect(counted(open(box))).toEqual(["t1"]);
    expect(open(box).replaced).toBe(1);
    expect(counted(open(box.toReversed()))).toEqual(["t1"]);
    const first = numbered(cast("ada", no, { by: "bruno" }), cast("ada", yes));
    expect(counted(open(first))).toEqual(["t2"]);
    expect(counted(open(first, false))).toEqual(["t1"]);
  });

  test("of several by one hand the last counts", () => {
    const box = numbered(cast("bruno", yes), cast("bruno", no, { nth: 2 }));
    expect(open(box.toReversed()).ballots).toMatchObject([{ name: "t2", choice: no }]);
  });

  test("what may not count is named with the reason", () => {
    const box = numbered(
      cast("zoe", yes),
      cast("nobody", yes),
      cast("bruno", yes, { by: "ada" }),
      cast("ada", { approved: [] }),
    );
    expect(open(box)).toEqual({
      ballots: [],
      replaced: 0,
      passedOver: [
        { name: "t1", why: "not-in-electorate" },
        { name: "t2", why: "not-in-electorate" },
        { name: "t3", why: "no-proxy" },
        { name: "t4", why: "unfit" },
      ],
    });
  });

  test("secret ballots bring what stands behind them", () => {
    const secret = {
      mark: "m",
      class: "worker",
      basis: "head",
      weight: fraction(2),
      choice: yes,
    } as const;
    expect(nameOf(secret)).toBe("m");
    expect(open([secret]).ballots).toEqual([
      { name: "m", class: "worker", basis: "head", weight: fraction(2), choice: yes },
    ]);
  });
});
