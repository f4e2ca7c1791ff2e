import { expect, test } from "vitest";
import { DAY, type Instant, instant, later } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import { callNoticesDue } from "./call-notices.ts";
import { type ProposalDeeds, rowOf, UNCHALLENGED } from "./standing.ts";

const start = instant(Date.UTC(2026, 5, 1));
const day = (days: number): Instant => later(start, days * DAY);

const call = {
  number: 1,
  round: 1,
  textVersion: 1,
  timelockDays: null,
  noticedAt: day(2),
  opensAt: day(10),
  closesAt: day(15),
  extendedTo: null,
} as const;
const deeds: ProposalDeeds = {
  submittedAt: day(0),
  endorsedAt: day(1),
  executedAt: null,
  ended: null,
  textVersion: 1,
  call,
  tally: null,
  challenged: UNCHALLENGED,
};
const counted = { hasQuorum: true, passes: true, challengeUntil: day(18) };

function due(at: Instant, change: Partial<ProposalDeeds> = {}): string {
  const all = { ...deeds, ...change };
  const tally = all.tally === null ? null : { talliedAt: day(15) };
  return callNoticesDue(rowOf(all, aPolicy()), tally, all.challenged, at).join(" ");
}

test("a call is told of at its notice, and again when it opens", () => {
  expect(due(day(2))).toBe("vote-noticed");
  expect(due(later(day(10), -1))).toBe("vote-noticed");
  expect(due(day(10))).toBe("vote-noticed vote-opens");
});

test("one that is extended is told of anew", () => {
  expect(due(day(15), { call: { ...call, extendedTo: day(16) } })).toBe(
    "vote-noticed vote-extended",
  );
});

test("nothing is told between the close and the count", () => {
  expect(due(day(15))).toBe("");
});

test("a result is told for a week, a challenge while it stands open", () => {
  expect(due(day(15), { tally: counted })).toBe("vote-result");
  expect(due(later(day(22), -1), { tally: counted })).toBe("vote-result");
  expect(due(day(22), { tally: counted })).toBe("");
  const challenged = { ...UNCHALLENGED, open: 1 };
  expect(due(day(16), { tally: counted, challenged })).toBe("vote-result vote-challenged");
  expect(due(day(40), { tally: counted, challenged })).toBe("vote-challenged");
});

test("what was annulled is told, what ended or was amended is not", () => {
  const challenged = { ...UNCHALLENGED, upheldAt: day(17) };
  expect(due(day(17), { tally: counted, challenged })).toBe("vote-annulled");
  expect(due(day(5), { ended: { how: "withdrawn", at: day(4) } })).toBe("");
  expect(due(day(5), { textVersion: 2 })).toBe("");
  expect(due(day(1), { call: null })).toBe("");
});
