import { expect, test } from "vitest";
import { id, type MemberId, type PersonId } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import type { DeedFacts } from "./book-deeds.ts";
import type { Membership } from "./member.ts";
import { openDeeds } from "./open-deeds.ts";

const member: Membership = {
  id: id<MemberId>("01jz9x0000000000000000c0s1"),
  kind: "natural",
  personId: id<PersonId>("01jz9x0000000000000000c0s2"),
  enterpriseId: null,
  class: "producer",
  ownMembers: null,
  askedShares: 1,
  askedInstalments: 1,
  appliedAt: instant(0),
  decision: "admitted",
  decidedAt: instant(1),
  appealedAt: null,
  bookNo: 1,
  enrolledOn: civilDate("2026-06-02"),
  suspendedAt: null,
  exitAskedAt: null,
  ending: null,
  endedAt: null,
  opposedAt: null,
  version: 2,
};
const facts: DeedFacts = {
  now: instant(9),
  nextBookNo: 2,
  isInArrears: false,
  demandedAt: null,
};

test("a member in good standing is suspended, excluded, or given another class", () => {
  expect(openDeeds(member, facts)).toEqual(["suspended", "class-changed", "excluded", "died"]);
});

test("payment is demanded of who owes what is due, and of nobody else", () => {
  expect(openDeeds(member, { ...facts, isInArrears: true })).toContain("payment-demanded");
});

test("a suspension is lifted or upheld; an exclusion is annulled, and nothing else", () => {
  const suspended = openDeeds({ ...member, suspendedAt: instant(5) }, facts);
  expect(suspended).toEqual(["reinstated", "upheld", "class-changed", "excluded", "died"]);
  const excluded = { ...member, ending: "excluded", endedAt: instant(5) } as const;
  expect(openDeeds(excluded, facts)).toEqual(["exclusion-annulled"]);
});

test("about who only applied nothing is written but the answer", () => {
  const applicant = { ...member, decision: null, decidedAt: null, bookNo: null, enrolledOn: null };
  expect(openDeeds(applicant, facts)).toEqual([]);
});
