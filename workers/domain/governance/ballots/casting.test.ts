import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { CallRecord } from "#domain/governance/proposal/proposal.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { DAY, HOUR, instant, later } from "#domain/kernel/instant.ts";
import { aPolicy, aRule } from "#tests/policies.ts";
import {
  admitBallot,
  type CalledProposal,
  classCarried,
  closeOf,
  lateQuorumOf,
  nextOfHand,
  type Voter,
} from "./casting.ts";
import type { Choice } from "./choice.ts";

const opensAt = instant(10 * DAY);
const closesAt = instant(15 * DAY);
const digest = digestOfText("d");
const call: CallRecord = {
  number: 1,
  round: 1,
  policy: { version: 1, policy: aPolicy() },
  textVersion: 1,
  textDigest: digest,
  electorateRoot: digest,
  electorateCount: 3,
  eligibleCount: 3,
  secrecy: "open",
  mayRevote: true,
  noticedAt: instant(DAY),
  noticedBy: "test",
  opensAt,
  closesAt,
  timelockDays: null,
  digest,
  quorumAt: null,
  extendedTo: null,
};
const proposal: CalledProposal = {
  call,
  row: {
    submittedAt: instant(0),
    endorsedAt: instant(0),
    notice: { noticedAt: instant(DAY), opensAt, closesAt, extendedTo: null },
    tally: null,
    hasSecondCall: true,
    queue: null,
    ended: null,
  },
  text: {
    version: 1,
    title: "t",
    body: "",
    actions: [],
    options: [],
    digest,
    writtenAt: instant(0),
  },
};
const ada: Voter = { member: "ada", by: "ada", elector: { reason: "" }, holdsProxy: false };
const yes: Choice = { vote: "yes" };
const admit = (
  { voter = {}, choice = yes, way = "open" as const } = {},
  now = opensAt,
  changed: Partial<CalledProposal> = {},
) => {
  const asked = { voter: { ...ada, ...voter }, choice, way };
  const admitted = admitBallot({ ...proposal, ...changed }, asked, instant(now));
  return admitted.ok ? admitted.value : admitted.refusal;
};

describe("a ballot", () => {
  test("is admitted from the opening on, and not at the close", () => {
    expect(admit()).toEqual(yes);
    expect(admit({}, instant(closesAt - 1))).toEqual(yes);
    expect(admit({}, instant(opensAt - 1))).toEqual({ code: "vote-not-open", opensAt });
    expect(admit({}, closesAt)).toEqual({ code: "vote-closed", closedAt: closesAt });
    const extendedTo = later(closesAt, DAY);
    const { notice } = proposal.row;
    const row = { ...proposal.row, notice: notice === null ? null : { ...notice, extendedTo } };
    const changed = { row, call: { ...call, extendedTo } };
    expect(admit({}, closesAt, changed)).toEqual(yes);
    expect(admit({}, extendedTo, changed)).toEqual({ code: "vote-closed", closedAt: extendedTo });
    expect(closeOf(changed.call)).toBe(extendedTo);
  });

  test("is not admitted into a vote that was stopped", () => {
    const ended = { how: "vetoed", at: instant(9 * DAY) } as const;
    const changed = { row: { ...proposal.row, ended } };
    expect(admit({}, instant(opensAt - 1), changed)).toMatchObject({ code: "vote-closed" });
  });

  test("is of who may vote, by who may bring it, in the way and form of the vote", () => {
    expect(admit({ way: "detached" as "open" })).toEqual({
      code: "vote-cast-otherwise",
      secrecy: "open",
    });
    expect(admit({ voter: { elector: null } })).toEqual({
      code: "not-in-electorate",
      why: "not-in-the-book",
    });
    expect(admit({ voter: { elector: { reason: "in-arrears" } } })).toEqual({
      code: "not-in-electorate",
      why: "in-arrears",
    });
    expect(admit({ voter: { by: "bruno" } })).toEqual({ code: "proxy-missing" });
    expect(admit({ voter: { by: "bruno", holdsProxy: true } })).toEqual(yes);
    expect(admit({ choice: { approved: [] } as unknown as typeof yes })).toMatchObject({
      code: "choice-unfit",
    });
  });
});

describe("a further ballot", () => {
  const rules = { mayRevote: false, ownBeatsProxy: false };
  const earlier = (by: string, choice: Choice = yes) => [{ by, nth: 1, choice }];

  test("of the same hand counts where votes may be changed, or an objection is taken back", () => {
    const objection = { vote: "objection", reason: "manca il preventivo" } as const;
    expect(nextOfHand([], ada, rules)).toEqual({ ok: true, value: 1 });
    expect(nextOfHand(earlier("ada"), ada, { ...rules, mayRevote: true })).toMatchObject({
      value: 2,
    });
    expect(nextOfHand(earlier("ada"), ada, rules)).toMatchObject({
      refusal: { code: "ballot-cast-already" },
    });
    expect(nextOfHand(earlier("ada", objection), ada, rules)).toMatchObject({ value: 2 });
    const both = [...earlier("ada", objection), { by: "ada", nth: 2, choice: yes }];
    expect(nextOfHand(both, ada, rules).ok).toBe(false);
  });

  test("of another hand counts only as the member's own, where that beats a proxy", () => {
    const beating = { ...rules, ownBeatsProxy: true };
    expect(nextOfHand(earlier("bruno"), ada, beating)).toMatchObject({ value: 1 });
    expect(nextOfHand(earlier("bruno"), ada, rules)).toMatchObject({
      refusal: { code: "ballot-cast-by-other" },
    });
    const bruno = { member: "ada", by: "bruno" };
    expect(nextOfHand(earlier("ada"), bruno, beating).ok).toBe(false);
  });
});

describe("a quorum", () => {
  const now = instant(closesAt - HOUR);
  const late = (changed: Partial<CallRecord> = {}, choice = yes, at = now) =>
    lateQuorumOf({ ...call, ...changed }, choice, at);

  test("is late in the last hours that the policy names", () => {
    expect(late()).toEqual({
      share: fraction(1, 3),
      isStrict: false,
      of: "present",
      extendedTo: later(closesAt, DAY),
    });
    expect(late({}, yes, instant(closesAt - DAY))).not.toBeNull();
    expect(late({}, yes, instant(closesAt - DAY - 1))).toBeNull();
    expect(late({ quorumAt: now, extendedTo: later(closesAt, DAY) })).toBeNull();
    expect(late({ quorumAt: now, extendedTo: later(closesAt, DAY) }, yes, closesAt)).toBeNull();
  });

  test("that is not asked for, or of votes cast by a blank one, extends nothing", () => {
    const withRule = (quorum: ReturnType<typeof aRule>["quorum"]) => ({
      policy: { version: 1, policy: aPolicy({ calls: [{ ...aRule(), quorum }] }) },
    });
    expect(late(withRule(null))).toBeNull();
    const cast = withRule({ share: fraction(1, 2), of: "cast", isStrict: true });
    expect(late(cast, { vote: "abstain" })).toBeNull();
    expect(late({ ...cast, round: 2 })).toMatchObject({ of: "cast", isStrict: true });
  });
});

test("a secret ballot tells a class only where classes are counted", () => {
  const worker = { class: "worker" };
  expect(classCarried(aPolicy(), worker)).toBe("");
  const votes = { kind: "colleges", colleges: [], empty: "lost" } as const;
  expect(classCarried(aPolicy({ votes }), worker)).toBe("worker");
});
