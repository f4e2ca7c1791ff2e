import { describe, expect, test } from "vitest";
import type { BookLine } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { civilDate, DAY, HOUR, type Instant, instant, later } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import { aProposal } from "#tests/proposal-facts.ts";
import { aRuleDescriptor, aVersion } from "#tests/rules.ts";
import { decideNotice, type NoticeGround } from "./decide-notice.ts";
import type { CallRecord, Proposal } from "./proposal.ts";
import { UNCHALLENGED } from "./standing.ts";

const start = instant(Date.UTC(2026, 5, 1, 9));
const day = (days: number): Instant => later(start, days * DAY);

function member(memberId: string, change: Partial<BookLine> = {}): BookLine {
  return {
    memberId,
    class: "consumer",
    kind: "natural",
    ownMembers: null,
    exchangeCents: null,
    enrolledOn: civilDate("2020-01-01"),
    state: "active",
    isInArrears: false,
    isDirector: false,
    mayHold: true,
    salt: `salt-of-${memberId}`,
    ...change,
  };
}

function ground(policy: Policy, change: Partial<NoticeGround> = {}): NoticeGround {
  const decided = { decidedAt: instant(0), decidedBy: "setup", reason: "set-up" };
  return {
    rules: [aRuleDescriptor()],
    versions: [aVersion(1, "600")],
    policies: [{ policy, version: 1, effectiveAt: instant(0), ...decided }],
    book: [member("anna"), member("bruno", { state: "suspended" })],
    ...change,
  };
}

const policy = aPolicy();
const proposal = (change: Partial<Proposal> = {}) => aProposal(start, change);

const asked = { opensAt: null, by: "person:anna" };

function called(of: Proposal, now: Instant, opensAt: Instant | null = null) {
  const decided = decideNotice(of, ground(policy), { ...asked, opensAt }, now);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
}

function record(now: Instant, change: Partial<CallRecord> = {}): CallRecord {
  return { ...called(proposal(), now).call, quorumAt: null, extendedTo: null, ...change };
}

describe("a notice", () => {
  test("comes when the discussion is over, not an instant before", () => {
    const early = decideNotice(proposal(), ground(policy), asked, later(day(7), -1));
    expect(early).toMatchObject({ refusal: { code: "discussion-not-over", until: day(7) } });
    expect(called(proposal(), day(7)).call).toMatchObject({
      number: 1,
      round: 1,
      noticedAt: day(7),
    });
  });

  test("freezes text, electorate, times and timelock", () => {
    const { call, rows } = called(proposal(), day(7));
    expect(call).toMatchObject({
      textVersion: 1,
      electorateCount: 2,
      eligibleCount: 1,
      opensAt: day(15),
      closesAt: day(20),
      timelockDays: 30,
      secrecy: "open",
      noticedBy: "person:anna",
    });
    expect(rows.map(({ memberId, reason }) => [memberId, reason])).toEqual([
      ["anna", ""],
      ["bruno", "suspended"],
    ]);
  });

  test("gives at least the policy's days, and at most ninety more", () => {
    const at = (opensAt: Instant) =>
      decideNotice(proposal(), ground(policy), { ...asked, opensAt }, day(7));
    expect(at(later(day(15), -1))).toMatchObject({
      refusal: { code: "notice-too-short", earliest: day(15) },
    });
    expect(at(day(15)).ok).toBe(true);
    expect(at(day(105)).ok).toBe(true);
    expect(at(later(day(105), 1))).toMatchObject({
      refusal: { code: "notice-too-long", latest: day(105) },
    });
  });

  test("is under the policy as it is in force now", () => {
    const [first] = ground(policy).policies;
    if (first === undefined) throw new Error("one version");
    const longer = aPolicy({ times: { ...policy.times, notice: 20 } });
    const second = { ...first, policy: longer, version: 2, effectiveAt: day(8) };
    const both = ground(policy, { policies: [first, second] });
    const versionOn = (at: Instant) => {
      const decided = decideNotice(proposal(), both, asked, at);
      return decided.ok ? decided.value.call.policy.version : null;
    };
    expect([later(day(8), -1), day(8)].map(versionOn)).toEqual([1, 2]);
  });

  test("is refused for changes that may no longer be made", () => {
    const changed = ground(policy, { versions: [aVersion(1, "600"), aVersion(2, "580")] });
    expect(decideNotice(proposal(), changed, asked, day(7))).toMatchObject({
      refusal: { code: "rule-changed" },
    });
  });

  test("is refused where nobody could vote", () => {
    const nobody = ground(policy, { book: [member("anna", { state: "suspended" })] });
    expect(decideNotice(proposal(), nobody, asked, day(7))).toMatchObject({
      refusal: { code: "nobody-may-vote" },
    });
  });

  test("counts days in the book to the day of the opening", () => {
    const since = (enrolledOn: string) => {
      const book = [member("anna", { enrolledOn: civilDate(enrolledOn) })];
      return decideNotice(proposal(), ground(policy, { book }), asked, day(7)).ok;
    };
    expect([since("2026-03-18"), since("2026-03-19")]).toEqual([true, false]);
  });

  test("of a blind vote publishes the key of its tokens, which its digest is over", () => {
    const blind = aPolicy({ secrecy: "blind", mayRevote: false, ownBeatsProxy: false });
    const keyed = (tokenKey?: string) =>
      decideNotice(
        proposal(),
        ground(blind),
        { ...asked, ...(tokenKey === undefined ? {} : { tokenKey }) },
        day(7),
      );
    expect(keyed()).toMatchObject({ refusal: { code: "token-key-needed" } });
    const digests = ["17", "18"].map((key) => {
      const decided = keyed(key);
      if (!decided.ok) throw new Error(decided.refusal.code);
      expect(decided.value.call.tokenKey).toBe(key);
      return decided.value.call.digest;
    });
    expect(new Set(digests).size).toBe(2);
    const open = decideNotice(proposal(), ground(policy), { ...asked, tokenKey: "17" }, day(7));
    expect(open.ok && "tokenKey" in open.value.call).toBe(false);
  });

  test("says all of it in its digest", () => {
    const later30 = called(proposal(), day(30)).call;
    expect(called(proposal(), day(7)).call.digest).not.toBe(later30.digest);
    expect(called(proposal(), day(7)).call.digest).toBe(called(proposal(), day(7)).call.digest);
  });
});

describe("another notice", () => {
  const tally = {
    hasQuorum: false,
    passes: false,
    challengeUntil: day(23),
    result: "{}",
    resultDigest: digestOfText("{}"),
    ballotsRoot: digestOfText(""),
    ballotsCount: 0,
    isDecidedByLot: false,
    talliedAt: day(20),
  };

  test("is the second call where the first had no quorum, after its own wait", () => {
    const without = proposal({ call: record(day(7)), tally });
    expect(decideNotice(without, ground(policy), asked, later(day(23), -1))).toMatchObject({
      refusal: { code: "proposal-not-now", state: "challenge" },
    });
    expect(called(without, day(23)).call).toMatchObject({
      number: 2,
      round: 2,
      opensAt: day(24),
      closesAt: day(29),
    });
  });

  test("waits for an hour at least, whatever the policy says", () => {
    const soon = aPolicy({ times: { ...policy.times, beforeSecondCall: 0 } });
    const call = record(day(7), { policy: { policy: soon, version: 1 } });
    expect(called(proposal({ call, tally }), day(23)).call.opensAt).toBe(later(day(23), HOUR));
  });

  test("is of the same round where a call was annulled", () => {
    const challenged = { ...UNCHALLENGED, upheldAt: day(22) };
    const annulled = (round: 1 | 2) =>
      called(proposal({ call: record(day(7), { round }), tally, challenged }), day(22)).call;
    expect(annulled(1)).toMatchObject({ number: 2, round: 1 });
    expect(annulled(2)).toMatchObject({ number: 2, round: 2 });
  });

  test("is needed once a text was amended after the first", () => {
    const call = record(day(7));
    const amended = proposal({ call, text: { ...proposal().text, version: 2 } });
    expect(called(amended, day(8)).call).toMatchObject({ number: 2, round: 1, textVersion: 2 });
    expect(decideNotice(proposal({ call }), ground(policy), asked, day(8))).toMatchObject({
      refusal: { code: "proposal-not-now", state: "noticed" },
    });
  });
});
