import { expect, test } from "vitest";
import type { LineId, OrderId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import { DAY, instant, later } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { offerTerms } from "#tests/offer-terms.ts";
import { orderedLine } from "./estimate.ts";
import {
  checkReport,
  problemState,
  proposedRefund,
  refundWay,
  refundedState,
  type LineInHand,
} from "./problems.ts";

const friday = instant(Date.UTC(2026, 5, 5, 17));
const orderId = id<OrderId>("01jd3x5k7m9npqrstvwxyz0124");
const lineId = id<LineId>("01jd3x5k7m9npqrstvwxyz0125");
const wanted = { wanted: milli(3000), tolerance: milli(0) };
const state = {
  ...orderedLine(offerTerms({}), wanted, basisPoints(11_500)),
  status: "delivered" as const,
  allocatedMilli: milli(3000),
  deliveredMilli: milli(3000),
  finalCents: cents(1000),
};
const line: LineInHand = {
  orderId,
  lineId,
  handedOutAt: friday,
  state,
  isReported: false,
  reportDays: 7,
};
const week = later(friday, 7 * DAY);

test("what came can be reported until the days are over, to the millisecond", () => {
  const justInTime = instant(week - 1);
  expect(checkReport(line, milli(3000), justInTime)).toEqual({ ok: true, value: 3000 });
  const late = { code: "problem-too-late", until: week };
  expect(checkReport(line, milli(3000), week)).toEqual({ ok: false, refusal: late });
});

test("nobody reports what they have not collected, what was reported, or more than came", () => {
  const refusal = (change: Partial<LineInHand>, quantity = 1000) => {
    const checked = checkReport({ ...line, ...change }, milli(quantity), friday);
    return checked.ok ? null : checked.refusal;
  };
  expect(refusal({ handedOutAt: null })).toEqual({ code: "order-not-handed-out", orderId });
  expect(refusal({ isReported: true })).toEqual({ code: "problem-reported", lineId });
  expect(refusal({}, 3001)).toEqual({ code: "problem-too-much", deliveredMilli: 3000 });
  const nothing = { ...state, deliveredMilli: null, finalCents: null };
  expect(refusal({ state: nothing }, 1)).toEqual({ code: "problem-too-much", deliveredMilli: 0 });
});

test("a third of 10,00 is 3,33, and two thirds 6,67", () => {
  expect(proposedRefund(state, milli(1000))).toBe(333);
  expect(proposedRefund(state, milli(2000))).toBe(667);
  expect(proposedRefund({ ...state, deliveredMilli: milli(0) }, milli(1000))).toBe(0);
});

test("never more goes back than was paid; what it came to stays", () => {
  const all = refundedState(state, cents(1000));
  expect(all).toEqual({ ok: true, value: { ...state, refundedCents: 1000 } });
  const tooMuch = { code: "refund-too-high", mostCents: 600 };
  const some = { ...state, refundedCents: cents(400) };
  expect(refundedState(some, cents(601))).toEqual({ ok: false, refusal: tooMuch });
});

test.each([
  ["open", null, null, null, null],
  ["declined", "declined", null, null, null],
  ["refunded", "accepted", "wallet", null, null],
  ["owed", "accepted", "by-hand", null, null],
  ["refunded", "accepted", "by-hand", friday, null],
  ["on-its-way", "accepted", "card", null, null],
  ["refunded", "accepted", "card", friday, null],
  ["owed", "accepted", "card", null, friday],
  ["refunded", "accepted", "card", friday, friday],
] as const)("a report is %s", (stands, verdict, way, paidBackAt, refusedAt) => {
  expect(problemState({ verdict, way, paidBackAt, refusedAt })).toBe(stands);
});

test("money goes back the way it came, and to a card no more than it paid", () => {
  const cardLeftCents = cents(310);
  expect(refundWay({ byWallet: true, cardLeftCents: cents(0) }, cents(310))).toBe("wallet");
  expect(refundWay({ byWallet: false, cardLeftCents }, cents(310))).toBe("card");
  expect(refundWay({ byWallet: false, cardLeftCents }, cents(311))).toBe("by-hand");
  expect(refundWay({ byWallet: false, cardLeftCents: cents(0) }, cents(1))).toBe("by-hand");
});
