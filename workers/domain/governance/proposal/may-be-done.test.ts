import { expect, test } from "vitest";
import { DAY, type Instant, instant, later } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import { mayBeDone, type ProposalDeed } from "./may-be-done.ts";
import { type ProposalDeeds, rowOf, UNCHALLENGED } from "./standing.ts";

const start = instant(Date.UTC(2026, 5, 1));
const day = (days: number): Instant => later(start, days * DAY);

const whole: ProposalDeeds = {
  submittedAt: day(0),
  endorsedAt: day(1),
  executedAt: null,
  ended: null,
  textVersion: 1,
  call: {
    number: 1,
    round: 1,
    textVersion: 1,
    timelockDays: 15,
    noticedAt: day(2),
    opensAt: day(10),
    closesAt: day(15),
    extendedTo: null,
  },
  tally: null,
  challenged: UNCHALLENGED,
};
const tally = { hasQuorum: true, passes: true, challengeUntil: day(18) };
const before = { call: null };

/** Where a proposal stands, from its first words to its end. */
const STANDINGS: Readonly<Record<string, readonly [change: Partial<ProposalDeeds>, at: Instant]>> =
  {
    draft: [{ ...before, submittedAt: null, endorsedAt: null }, day(0)],
    endorsing: [{ ...before, endorsedAt: null }, day(0)],
    discussion: [before, day(1)],
    noticed: [{}, later(day(10), -1)],
    open: [{}, day(10)],
    closed: [{}, day(15)],
    challenge: [{ tally }, later(day(18), -1)],
    queued: [{ tally }, day(18)],
    "no-quorum": [{ tally: { ...tally, hasQuorum: false, passes: false } }, day(18)],
    rejected: [{ tally: { ...tally, passes: false } }, day(18)],
    annulled: [{ tally, challenged: { ...UNCHALLENGED, upheldAt: day(17) } }, day(17)],
    withdrawn: [{ ended: { how: "withdrawn", at: day(3) } }, day(4)],
  };

test.each([
  ["write", "draft discussion noticed"],
  ["submit", "draft"],
  ["endorse", "endorsing"],
  ["comment", "endorsing discussion noticed open"],
  ["amend", "discussion noticed"],
  ["notice", "discussion no-quorum annulled"],
  ["give-proxy", "noticed open"],
  ["withdraw", "draft endorsing discussion noticed"],
  ["supersede", "endorsing discussion noticed"],
  ["veto", "endorsing discussion noticed open closed challenge queued"],
  ["challenge", "challenge"],
  ["decide-challenge", "challenge"],
] as const)("%s: %s", (deed: ProposalDeed, states) => {
  const allowed = Object.entries(STANDINGS).filter(([state, [change, at]]) => {
    const may = mayBeDone(deed, rowOf({ ...whole, ...change }, aPolicy()), at);
    if (!may.ok) expect(may.refusal).toEqual({ code: "proposal-not-now", state });
    return may.ok;
  });
  expect(allowed.map(([state]) => state).join(" ")).toBe(states);
});
