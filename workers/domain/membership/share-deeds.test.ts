import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, DAY, instant, later } from "#domain/kernel/instant.ts";
import { cents, sumCents } from "#domain/kernel/money.ts";
import {
  type Holder,
  isTransferFree,
  limitLeft,
  pay,
  planned,
  redeem,
  reimburse,
  revalue,
  subscribe,
  transfer,
  transferFreeOn,
} from "./share-deeds.ts";
import { type Holding, moved, NO_SHARES } from "./share-movement.ts";

const on = civilDate("2026-06-02");
const holding = (change: Partial<Holding> = {}): Holding => ({
  ...NO_SHARES,
  shares: 4,
  subscribed: cents(10_000),
  paid: cents(10_000),
  contributed: cents(10_000),
  number: 2,
  ...change,
});
const natural = (held: Holding = NO_SHARES): Holder => ({
  kind: "natural",
  class: "consumer",
  holding: held,
});
const asked = { shares: 2, nominal: cents(2500), instalments: 3, on };
const left = { decision: "admitted", ending: "exited" } as never;
const inBook = { decision: "admitted", ending: null } as never;

describe("shares are subscribed", () => {
  test("in monthly parts that come to the whole, the odd cents first", () => {
    const taken = subscribe(natural(), asked);
    expect(taken).toMatchObject({
      ok: true,
      value: {
        shares: 2,
        subscribed: 5000,
        contributed: 5000,
        paid: 0,
        plan: [
          { dueOn: "2026-07-02", amount: 1667 },
          { dueOn: "2026-08-02", amount: 1667 },
          { dueOn: "2026-09-02", amount: 1666 },
        ],
      },
    });
  });

  test("in twelve parts at most", () => {
    expect(subscribe(natural(), { ...asked, instalments: 13 })).toEqual({
      ok: false,
      refusal: { code: "instalments-too-many", most: 12 },
    });
  });

  // Art. 2525 c.2 and c.4 c.c.
  test("up to 100,000 euro by a natural person, to the cent; a legal person is not bound", () => {
    const near = natural(holding({ contributed: cents(9_995_000) }));
    expect(subscribe(near, asked).ok).toBe(true);
    expect(subscribe(near, { ...asked, shares: 3 })).toEqual({
      ok: false,
      refusal: { code: "share-limit", most: 5000 },
    });
    expect(subscribe({ ...near, kind: "legal" }, { ...asked, shares: 300 }).ok).toBe(true);
    expect(limitLeft({ ...near, class: "financing" })).toBeNull();
  });

  test("what grew out of reserves does not count towards that limit", () => {
    const grown = revalue(holding(), cents(500));
    expect(grown.ok && moved(holding(), grown.value)).toMatchObject({
      subscribed: 10_500,
      paid: 10_500,
      contributed: 10_000,
    });
  });
});

test("any amount is planned to the last cent", () => {
  const amounts = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 12 }), (amount, parts) => {
      const plan = planned(cents(amount), parts, on);
      expect(sumCents(plan.map((one) => one.amount))).toBe(amount);
      expect(plan.length).toBeLessThanOrEqual(parts);
    }),
  );
});

describe("shares are paid", () => {
  test("up to what is open, to the cent", () => {
    const open = holding({ paid: cents(7500) });
    expect(pay(open, cents(2500)).ok).toBe(true);
    expect(pay(open, cents(2501))).toEqual({
      ok: false,
      refusal: { code: "share-overpaid", most: 2500 },
    });
  });

  test("before they grow", () => {
    expect(revalue(holding({ paid: cents(9999) }), cents(1))).toMatchObject({
      refusal: { code: "shares-unpaid", unpaid: 1 },
    });
    expect(revalue(NO_SHARES, cents(1))).toMatchObject({
      refusal: { code: "too-few-shares", held: 0 },
    });
  });
});

describe("shares of who left", () => {
  test("become a debt to them, less losses", () => {
    const held = holding({ paid: cents(8000) });
    const gone = redeem(left, held, cents(500));
    expect(gone.ok && moved(held, gone.value)).toMatchObject({
      shares: 0,
      subscribed: 0,
      paid: 0,
      contributed: 0,
      owed: 7500,
    });
  });

  test("and not those of who is in, nor more than there is", () => {
    const codes = [
      redeem(inBook, holding(), cents(0)),
      redeem(left, NO_SHARES, cents(0)),
      redeem(left, holding(), cents(10_001)),
    ].map((one) => (one.ok ? "ok" : one.refusal.code));
    expect(codes).toEqual(["still-a-member", "too-few-shares", "loss-too-large"]);
  });

  test("are paid out up to what is owed", () => {
    const owed = holding({ owed: cents(100) });
    expect(reimburse(owed, cents(100)).ok).toBe(true);
    expect(reimburse(owed, cents(101))).toMatchObject({
      refusal: { code: "nothing-owed", most: 100 },
    });
  });
});

describe("shares that change hands", () => {
  const to = { ...natural(), isInBook: true };

  test("take with them what they stand at, and leave the rest", () => {
    const given = transfer(natural(holding({ subscribed: cents(10_003) })), to, 1);
    expect(given).toMatchObject({
      ok: false,
      refusal: { code: "shares-unpaid", unpaid: 3 },
    });
    const paid = holding({ subscribed: cents(10_003), paid: cents(10_003) });
    const parts = transfer(natural(paid), to, 1);
    expect(parts.ok && parts.value.in).toMatchObject({ shares: 1, subscribed: 2501, paid: 2501 });
    expect(parts.ok && moved(paid, parts.value.out)).toMatchObject({ shares: 3, paid: 7502 });
  });

  test("go to a member, who may not hold more than the law lets them", () => {
    const outside = transfer(natural(holding()), { ...to, isInBook: false }, 1);
    const many = transfer(natural(holding()), to, 5);
    const full = { ...natural(holding({ contributed: cents(9_998_000) })), isInBook: true };
    const over = transfer(natural(holding()), full, 1);
    const codes = [outside, many, over].map((one) => (one.ok ? "ok" : one.refusal.code));
    expect(codes).toEqual(["receiver-not-a-member", "too-few-shares", "share-limit"]);
  });

  // Art. 2530 c.4 c.c.
  test("are free when nobody answered for sixty days", () => {
    const at = instant(Date.UTC(2026, 5, 2, 8));
    expect(isTransferFree(at, instant(at + 60 * DAY - 1))).toBe(false);
    expect(isTransferFree(at, later(at, 60 * DAY))).toBe(true);
    expect(transferFreeOn(at)).toBe("2026-08-01");
  });
});
