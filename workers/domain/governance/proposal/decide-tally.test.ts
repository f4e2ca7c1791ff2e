import { expect, test } from "vitest";
import { digestOfText } from "#domain/kernel/digest.ts";
import { DAY, instant, later } from "#domain/kernel/instant.ts";
import { anElector, cast, NAMES } from "#tests/ballots.ts";
import { aPolicy } from "#tests/policies.ts";
import { aProposal } from "#tests/proposal-facts.ts";
import { type BoxToCount, callToCount, decideTally } from "./decide-tally.ts";
import type { CallRecord } from "./proposal.ts";

const now = instant(Date.UTC(2026, 5, 20));
const noticedAt = later(now, -20 * DAY);

const call: CallRecord = {
  number: 1,
  round: 1,
  policy: { policy: aPolicy(), version: 1 },
  textVersion: 1,
  textDigest: digestOfText("text"),
  electorateRoot: digestOfText("root"),
  electorateCount: NAMES.length,
  eligibleCount: NAMES.length,
  secrecy: "open",
  mayRevote: true,
  noticedAt,
  noticedBy: "person:anna",
  opensAt: later(noticedAt, 8 * DAY),
  closesAt: later(noticedAt, 13 * DAY),
  timelockDays: 30,
  digest: digestOfText("call"),
  quorumAt: null,
  extendedTo: null,
};
const proposal = aProposal(noticedAt, { call });

function box(yes: number, no: number): BoxToCount {
  const votes = [...Array(yes).fill("yes"), ...Array(no).fill("no")] as ("yes" | "no")[];
  return {
    electorate: NAMES.map((name) => anElector(name)),
    proxies: [],
    ballots: votes.map((vote, at) => ({ number: at + 1, ...cast(NAMES[at] ?? "", { vote }) })),
    root: digestOfText("box"),
  };
}

test("a count says what it came to, and until when it may be challenged", () => {
  expect(decideTally(proposal, box(4, 1), now)).toMatchObject({
    hasQuorum: true,
    passes: true,
    ballotsCount: 5,
    ballotsRoot: digestOfText("box"),
    isDecidedByLot: false,
    talliedAt: now,
    challengeUntil: later(now, 3 * DAY),
  });
  expect(decideTally(proposal, box(1, 4), now)).toMatchObject({ hasQuorum: true, passes: false });
  expect(decideTally(proposal, box(3, 0), now)).toMatchObject({ hasQuorum: false, passes: false });
});

test("the result is one text, whatever the order of rows", () => {
  const { electorate, ballots, ...rest } = box(4, 1);
  const other = { ...rest, electorate: electorate.toReversed(), ballots: ballots.toReversed() };
  const [one, another] = [box(4, 1), other].map((of) => decideTally(proposal, of, now));
  expect(one?.result).toBe(another?.result);
  expect(one?.resultDigest).toBe(digestOfText(one?.result ?? ""));
});

test("what is counted is the text that was noticed", () => {
  const amended = aProposal(noticedAt, { call, text: { ...proposal.text, version: 2 } });
  expect(() => callToCount(amended, box(1, 0))).toThrow("what was noticed");
});
