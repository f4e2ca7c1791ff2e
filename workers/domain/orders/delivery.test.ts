import { describe, expect, test } from "vitest";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import { offerTerms } from "#tests/offer-terms.ts";
import {
  allocatedState,
  deliveredState,
  shareShortage,
  shortState,
  unallocatedState,
  weighedState,
} from "./delivery.ts";
import { orderedLine } from "./estimate.ts";
import type { LineState } from "./line.ts";

const bottle = offerTerms();
const tomatoes = offerTerms({ kind: "kg", priceCents: cents(380), stepMilli: milli(500) });
const cheese = offerTerms({ kind: "variable", priceCents: cents(1980), nominalGrams: grams(500) });

/** A line that wanted and was allocated so many units. */
function line(terms: OfferTerms, wanted: number, allocated = wanted): LineState {
  const quantity = { wanted: milli(wanted * 1000), tolerance: milli(2000) };
  const ordered = orderedLine(terms, quantity, basisPoints(11_500));
  const allocatedMilli = milli(allocated * 1000);
  const status = allocated === 0 ? "cut_by_box" : "allocated";
  return allocatedState(terms, ordered, { allocatedMilli, status });
}

const bottles = (...allocated: number[]) =>
  allocated.map((units, index) => ({ seq: index + 1, state: line(bottle, 3, units) }));

describe("a shortage: latest orders lose first (RULES §5)", () => {
  test("2 missing of 2, 3, 2, 3, 2, 2: the last line loses all it has", () => {
    expect(shareShortage(bottles(2, 3, 2, 3, 2, 2), milli(2000))).toEqual([0, 0, 0, 0, 0, 2000]);
  });

  test("3 missing: the last loses all, the last but one a part", () => {
    expect(shareShortage(bottles(2, 3, 2, 3, 2, 2), milli(3000))).toEqual([0, 0, 0, 0, 1000, 2000]);
  });

  test("a line that was cut has nothing to lose: the shortage passes to the one before", () => {
    expect(shareShortage(bottles(2, 2, 0), milli(1000))).toEqual([0, 1000, 0]);
  });

  test("more than everyone has is not missed by anyone", () => {
    expect(shareShortage(bottles(1, 1), milli(9000))).toEqual([1000, 1000]);
  });

  test("lines may be read in any order: only seq counts", () => {
    const [first, second] = bottles(2, 2);
    if (first === undefined || second === undefined) throw new Error("two lines");
    expect(shareShortage([second, first], milli(1000))).toEqual([1000, 0]);
  });

  test("allocated 6 of 5 wanted, 1 missing: short delivered though the want is met", () => {
    const short = shortState(bottle, line(bottle, 5, 6), milli(1000));
    expect(short).toMatchObject({ status: "short_delivered", deliveredMilli: 5000 });
  });

  test("a shortage told again replaces the one before", () => {
    const short = shortState(bottle, line(bottle, 3), milli(2000));
    expect(shortState(bottle, short, milli(0))).toEqual(line(bottle, 3));
    expect(shortState(bottle, short, milli(3000))).toMatchObject({
      status: "not_delivered",
      deliveredMilli: 0,
      finalCents: 0,
    });
  });
});

describe("what a line costs in the end (RULES §5)", () => {
  test("2 kg at 3.80 with 300 g missing cost 6.46", () => {
    const short = shortState(tomatoes, line(tomatoes, 2), milli(300));
    expect(deliveredState(tomatoes, short)).toMatchObject({
      finalCents: 646,
      status: "short_delivered",
      loadGrams: 1700,
    });
  });

  test.each([
    { weighed: 455, finalCents: 901 },
    { weighed: 525, finalCents: 1040 },
  ])("cheese at 19.80 that weighs $weighed g costs $finalCents", ({ weighed, finalCents }) => {
    const done = deliveredState(cheese, weighedState(cheese, line(cheese, 1), grams(weighed)));
    expect(done).toMatchObject({ finalCents, actualGrams: weighed, status: "delivered" });
    expect(done.loadGrams).toBe(weighed);
  });

  test("until it is weighed, variable weight counts as nominal; unweighed at the end, as 0", () => {
    const waiting = line(cheese, 2);
    expect(waiting).toMatchObject({ finalCents: 1980, actualGrams: null, loadGrams: 1000 });
    expect(deliveredState(cheese, waiting)).toMatchObject({
      finalCents: 0,
      actualGrams: 0,
      status: "delivered",
    });
  });

  test("what is not delivered costs nothing, whatever it weighed", () => {
    const weighed = weighedState(cheese, line(cheese, 1), grams(480));
    const gone = deliveredState(cheese, shortState(cheese, weighed, milli(1000)));
    expect(gone).toMatchObject({ finalCents: 0, actualGrams: null, status: "not_delivered" });
  });

  test("weighing again replaces the weight, also once delivery is declared", () => {
    const done = deliveredState(cheese, weighedState(cheese, line(cheese, 1), grams(455)));
    const again = weighedState(cheese, done, grams(525));
    expect(again).toMatchObject({ finalCents: 1040, status: "delivered" });
  });

  test("pieces are not weighed", () => {
    expect(() => weighedState(bottle, line(bottle, 1), grams(700))).toThrow(/weighed/);
  });

  test("deposits are paid for the units that really come", () => {
    const crate = offerTerms({ depositCents: cents(25) });
    const short = shortState(crate, line(crate, 4), milli(1000));
    expect([line(crate, 4).depositCents, short.depositCents]).toEqual([100, 75]);
  });
});

describe("status, the first that applies (RULES §5)", () => {
  test("a line cut in part stays so once delivered", () => {
    const cut = allocatedState(bottle, line(bottle, 3), {
      allocatedMilli: milli(2000),
      status: "partly_cut_by_box",
    });
    expect(deliveredState(bottle, cut).status).toBe("partly_cut_by_box");
    expect(shortState(bottle, cut, milli(1000)).status).toBe("short_delivered");
  });

  test("a line cut whole, or of a producer below its minimum, stays so", () => {
    const none = { allocatedMilli: milli(0) };
    const cut = allocatedState(bottle, line(bottle, 3), { ...none, status: "cut_by_box" });
    const missed = allocatedState(bottle, line(bottle, 3), {
      ...none,
      status: "cancelled_minimum",
    });
    expect(deliveredState(bottle, cut).status).toBe("cut_by_box");
    expect(deliveredState(bottle, missed).status).toBe("cancelled_minimum");
  });

  test("an estimate is never changed by what happens later", () => {
    const short = deliveredState(bottle, shortState(bottle, line(bottle, 3), milli(2000)));
    expect(short.estimatedCents).toBe(1200);
  });
});

test("a cycle that opens again gives each line back as it was ordered", () => {
  const quantity = { wanted: milli(3000), tolerance: milli(2000) };
  const ordered = orderedLine(bottle, quantity, basisPoints(11_500));
  expect(unallocatedState(bottle, line(bottle, 3, 1))).toEqual(ordered);
});
