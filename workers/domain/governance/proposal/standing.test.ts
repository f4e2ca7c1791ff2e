import { describe, expect, test } from "vitest";
import { DAY, type Instant, instant, later } from "#domain/kernel/instant.ts";
import { aPolicy, aRule } from "#tests/policies.ts";
import { mayExecute, proposalState } from "./proposal-state.ts";
import { type NoticedCall, type ProposalDeeds, rowOf, UNCHALLENGED } from "./standing.ts";

const start = instant(Date.UTC(2026, 5, 1));
const day = (days: number): Instant => later(start, days * DAY);
const policy = aPolicy();

const call: NoticedCall = {
  number: 1,
  round: 1,
  textVersion: 1,
  timelockDays: 15,
  noticedAt: day(2),
  opensAt: day(10),
  closesAt: day(15),
  extendedTo: null,
};
const passed = { hasQuorum: true, passes: true, challengeUntil: day(18) };
const deeds: ProposalDeeds = {
  submittedAt: day(0),
  endorsedAt: day(1),
  executedAt: null,
  ended: null,
  textVersion: 1,
  call,
  tally: passed,
  challenged: UNCHALLENGED,
};

function stateOn(days: number, change: Partial<ProposalDeeds> = {}, of = policy): string {
  return proposalState(rowOf({ ...deeds, ...change }, of), day(days));
}

describe("a proposal", () => {
  test("that passed and changes rules waits for its timelock, then may take effect", () => {
    expect([15, 18].map((days) => stateOn(days))).toEqual(["challenge", "queued"]);
    const row = rowOf(deeds, policy);
    expect(row.queue).toEqual({ from: day(33), until: day(63), executedAt: null });
    expect([later(day(33), -1), day(33)].map((at) => mayExecute(row, at))).toEqual([false, true]);
    expect([later(day(63), -1), day(63)].map((at) => proposalState(row, at))).toEqual([
      "queued",
      "expired",
    ]);
    expect(stateOn(40, { executedAt: day(34) })).toBe("executed");
  });

  test("that passed and changes none is passed", () => {
    expect(stateOn(18, { call: { ...call, timelockDays: null } })).toBe("passed");
  });

  test("that was not passed is in no queue", () => {
    const tally = { ...passed, passes: false };
    expect(stateOn(18, { tally })).toBe("rejected");
    expect(rowOf({ ...deeds, tally }, policy).queue).toBeNull();
  });

  test("whose text was amended after the notice is discussed again", () => {
    expect(stateOn(9, { textVersion: 2, tally: null })).toBe("discussion");
    expect(stateOn(11, { textVersion: 2, tally: null })).toBe("discussion");
  });

  test("without quorum has a second call where the policy has one, and only one", () => {
    const tally = { ...passed, hasQuorum: false, passes: false };
    expect(stateOn(18, { tally })).toBe("no-quorum");
    expect(stateOn(18, { tally, call: { ...call, round: 2 } })).toBe("rejected");
    expect(stateOn(18, { tally }, aPolicy({ calls: [aRule()] }))).toBe("rejected");
  });

  test("that ended stays so", () => {
    expect(stateOn(5, { ended: { how: "withdrawn", at: day(4) } })).toBe("withdrawn");
  });
});

describe("a challenge", () => {
  test("that stands open keeps the result waiting, however late it is", () => {
    const challenged = { ...UNCHALLENGED, open: 1 };
    expect(stateOn(400, { challenged })).toBe("challenge");
    expect(mayExecute(rowOf({ ...deeds, challenged }, policy), day(400))).toBe(false);
  });

  test("that is dismissed late moves the timelock by as much", () => {
    const challenged = { ...UNCHALLENGED, dismissedAt: day(30) };
    expect([29, 30].map((days) => stateOn(days, { challenged }))).toEqual(["challenge", "queued"]);
    expect(rowOf({ ...deeds, challenged }, policy).queue?.from).toBe(day(45));
  });

  test("that is dismissed in time changes nothing", () => {
    const challenged = { ...UNCHALLENGED, dismissedAt: day(17) };
    expect(rowOf({ ...deeds, challenged }, policy).queue?.from).toBe(day(33));
  });

  test("that is upheld annuls the call, until there is another one", () => {
    const challenged = { ...UNCHALLENGED, upheldAt: day(17) };
    expect(stateOn(17, { challenged })).toBe("annulled");
    const another = { ...call, number: 2, noticedAt: day(20), opensAt: day(28), closesAt: day(33) };
    expect(stateOn(21, { call: another, tally: null })).toBe("noticed");
  });
});
