import { expect, test } from "vitest";
import { isTaxCode } from "#domain/membership/tax-code.ts";
import { demoCircles } from "#schema/demo/households.ts";
import { demoBookNews, demoMembers } from "#schema/demo/members.ts";
import { demoCast } from "#schema/demo/people.ts";
import { demoProducers } from "#schema/demo/producers.ts";

test("every tax code of the demo's members exists, and no two are the same", () => {
  for (const { name, taxCode, representedBy } of demoMembers) {
    const kind = representedBy === undefined ? "natural" : "legal";
    expect([name, isTaxCode(kind, taxCode)]).toEqual([name, true]);
  }
  expect(new Set(demoMembers.map(({ taxCode }) => taxCode)).size).toBe(demoMembers.length);
});

test("every producer is a member, and each other member is somebody of the demo", () => {
  const codes = demoMembers.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(demoProducers.map(({ code }) => code)));
  const known = new Set([
    ...demoProducers.map(({ code }) => code),
    ...demoCast.map(({ code }) => code),
    ...demoCircles.flatMap(({ households }) => households.map(([code]) => code)),
    "courier",
  ]);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

test("the book shows what there is to decide: two wait, one owes, one is too new to vote", () => {
  expect(demoMembers.filter(({ days }) => days === null)).toHaveLength(2);
  const inBook = demoMembers.filter(({ days }) => days !== null);
  expect(inBook.filter(({ shares, paidShares }) => paidShares < shares)).toHaveLength(1);
  expect(inBook.filter(({ days }) => (days ?? 0) < 90)).toHaveLength(1);
});

test("what happens in the book happens to its members", () => {
  const { takesShares, givesShares, isAskedToPay, isSuspended } = demoBookNews;
  const codes = [takesShares, givesShares, isAskedToPay, isSuspended].map(({ member }) => member);
  for (const code of [...codes, givesShares.to]) {
    expect(demoMembers.map((one) => one.code)).toContain(code);
  }
});
