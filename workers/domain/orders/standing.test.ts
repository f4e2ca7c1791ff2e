import { describe, expect, test } from "vitest";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  type EnterpriseId,
  id,
  type OfferId,
  type PoolId,
  type VariantId,
} from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import type { OfferNow } from "./ordering.ts";
import {
  placeStanding,
  type StandingLine,
  type StandingList,
  type StandingNow,
} from "./standing.ts";

const variant = (n: number) => id<VariantId>(String(n).padStart(26, "0"));
const pool = id<PoolId>("p".repeat(26));

function offer(n: number, given: Partial<OfferTerms> = {}, free: number | null = null): OfferNow {
  const terms: OfferTerms = {
    offerId: id<OfferId>(String(n).padStart(26, "1")),
    enterpriseId: id<EnterpriseId>("e".repeat(26)),
    kind: "piece",
    priceCents: cents(400),
    vat: basisPoints(1000),
    boxUnits: 1,
    stepMilli: milli(1000),
    leastMilli: milli(1000),
    nominalGrams: null,
    netGrams: null,
    netMl: null,
    depositCents: cents(0),
    poolId: free === null ? null : pool,
    poolMilliPerUnit: milli(1000),
    ...given,
  };
  return { terms, isWithdrawn: false, freeMilli: free === null ? null : milli(free) };
}

const line = (n: number, wanted = 1000, agreed = 400, tolerance = 0): StandingLine => ({
  variantId: variant(n),
  wanted: milli(wanted),
  tolerance: milli(tolerance),
  agreedCents: cents(agreed),
});

const list = (given: Partial<StandingList> = {}): StandingList => ({
  payment: "wallet",
  isInPart: true,
  priceRise: basisPoints(1000),
  skipsNext: false,
  place: "piazza",
  lines: [line(1), line(2)],
  ...given,
});

const now = (given: Partial<StandingNow> = {}): StandingNow => ({
  offers: new Map([
    [variant(1), offer(1)],
    [variant(2), offer(2)],
  ]),
  place: { full: null },
  household: { availableCents: cents(5000), hasAddress: true, orderId: null },
  terms: { cardHold: basisPoints(11_500), walletFloor: cents(0) },
  ...given,
});

const noes = (outcome: ReturnType<typeof placeStanding>) =>
  outcome.told.map(({ orderedMilli, no }) => [orderedMilli, no?.why ?? null]);

test("a list whose products are all there becomes an order as it stands", () => {
  const outcome = placeStanding(list(), now());
  expect(outcome.kind).toBe("placed");
  expect(noes(outcome)).toEqual([
    [1000, null],
    [1000, null],
  ]);
});

test("a list that skips a cycle asks for nothing in it", () => {
  expect(placeStanding(list({ skipsNext: true }), now())).toEqual({ kind: "skipped", told: [] });
});

describe("what stops the whole list", () => {
  const household = now().household;
  test.each([
    [
      "the household has ordered already",
      { household: { ...household, orderId: "x" } },
      {},
      "order-exists",
    ],
    ["its place is closed", { place: null }, {}, "place-unknown"],
    ["its time has all the orders it takes", { place: { full: "slot-full" } }, {}, "slot-full"],
    ["its place has all the orders it takes", { place: { full: "place-full" } }, {}, "place-full"],
    [
      "nobody knows where it lives",
      { household: { ...household, hasAddress: false } },
      { place: "home" },
      "address-missing",
    ],
    [
      "it has no wallet",
      { household: { ...household, availableCents: null } },
      {},
      "wallet-missing",
    ],
  ] as const)("%s", (_, met, given, no) => {
    expect(placeStanding(list(given), now(met))).toMatchObject({ kind: "failed", no });
  });

  test("one that pays at pickup needs no wallet", () => {
    const met = now({ household: { ...household, availableCents: null } });
    expect(placeStanding(list({ payment: "at-pickup" }), met).kind).toBe("placed");
  });
});

describe("what stops a line", () => {
  const offers = (one: OfferNow | null) =>
    new Map([...(one === null ? [] : [[variant(1), one] as const]), [variant(2), offer(2)]]);

  test.each([
    ["its product is not offered", null, "not-offered"],
    ["it was withdrawn", { ...offer(1), isWithdrawn: true }, "not-offered"],
    ["its price rose above what was agreed", offer(1, { priceCents: cents(441) }), "price-risen"],
    [
      "it is sold in other steps now",
      offer(1, { stepMilli: milli(3000), leastMilli: milli(3000) }),
      "not-in-steps",
    ],
    ["less than its least is wanted", offer(1, { leastMilli: milli(2000) }), "not-in-steps"],
    ["its stock is gone", offer(1, {}, 0), "short-stock"],
  ])("%s: the others are ordered, or nothing is", (_, one, code) => {
    const met = now({ offers: offers(one) });
    const partly = placeStanding(list(), met);
    expect(partly.kind).toBe("partly");
    expect(noes(partly)).toEqual([
      [0, code],
      [1000, null],
    ]);
    const whole = placeStanding(list({ isInPart: false }), met);
    expect(whole).toMatchObject({ kind: "failed", no: "not-whole" });
    expect(noes(whole)).toEqual([
      [0, code],
      [0, "not-alone"],
    ]);
  });

  test("a price exactly at the limit is accepted, and so is any lower one", () => {
    for (const priceCents of [cents(440), cents(100)]) {
      expect(placeStanding(list(), now({ offers: offers(offer(1, { priceCents })) })).kind).toBe(
        "placed",
      );
    }
  });

  test("a list of which nothing is left says so", () => {
    expect(placeStanding(list(), now({ offers: new Map() }))).toMatchObject({
      kind: "failed",
      no: "nothing-left",
    });
  });
});

describe("stock that is not enough", () => {
  test("who takes parts gets what is left, in whole steps", () => {
    const offers = new Map([[variant(1), offer(1, {}, 2700)]]);
    const outcome = placeStanding(list({ lines: [line(1, 4000)] }), now({ offers }));
    expect(outcome.kind).toBe("partly");
    expect(noes(outcome)).toEqual([[2000, "short-stock"]]);
  });

  test("two lines of one pool share it, the first first", () => {
    const offers = new Map([
      [variant(1), offer(1, {}, 3000)],
      [variant(2), offer(2, {}, 3000)],
    ]);
    const outcome = placeStanding(list({ lines: [line(1, 2000), line(2, 2000)] }), now({ offers }));
    expect(noes(outcome)).toEqual([
      [2000, null],
      [1000, "short-stock"],
    ]);
  });
});

describe("a wallet that is not enough", () => {
  const poor = now({ household: { ...now().household, availableCents: cents(799) } });

  test("the first lines are ordered, down to the floor and not below", () => {
    const outcome = placeStanding(list(), poor);
    expect(outcome.kind).toBe("partly");
    expect(noes(outcome)).toEqual([
      [1000, null],
      [0, "wallet-floor"],
    ]);
    const exactly = now({ household: { ...now().household, availableCents: cents(800) } });
    expect(placeStanding(list(), exactly).kind).toBe("placed");
  });

  test("a cheaper line further down is still ordered", () => {
    const offers = new Map([
      [variant(1), offer(1, { priceCents: cents(900) })],
      [variant(2), offer(2)],
    ]);
    const lines = [line(1, 1000, 900), line(2)];
    expect(noes(placeStanding(list({ lines }), { ...poor, offers }))).toEqual([
      [0, "wallet-floor"],
      [1000, null],
    ]);
  });

  test("who wants all or nothing gets nothing; nor does who cannot pay a single line", () => {
    expect(placeStanding(list({ isInPart: false }), poor)).toMatchObject({
      kind: "failed",
      no: "wallet-floor",
    });
    const broke = now({ household: { ...now().household, availableCents: cents(0) } });
    expect(placeStanding(list(), broke)).toMatchObject({ kind: "failed", no: "wallet-floor" });
  });
});
