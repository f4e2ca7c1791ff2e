import { describe, expect, test } from "vitest";
import { id, type CycleId, type OfferId } from "#domain/kernel/ids.ts";
import { civilDate, fromRome, instant, later, MINUTE } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import {
  checkCompletion,
  checkRises,
  type OfferStanding,
  type Rise,
  roomLeft,
} from "./completion.ts";

const offerId = id<OfferId>("01jd3x5k7m9npqrstvwxyz0301");
/** Wine in boxes of six: sixteen wanted, so that two are missing of the third box. */
const wine: OfferStanding = {
  offerId,
  boxUnits: 6,
  stepMilli: milli(1000),
  demandMilli: milli(16_000),
  toleranceMilli: milli(0),
  producerOrderedCents: cents(20_000),
  producerMinimumCents: cents(10_000),
};
const standing = new Map([[offerId, wine]]);
const rise = (wanted: number, tolerance = 0): Rise => ({ offerId, wanted, tolerance });

describe("room in a box after the close", () => {
  test.each<[string, Partial<OfferStanding>, number | null]>([
    ["what the open box misses", {}, 2000],
    ["nothing in full boxes", { demandMilli: milli(18_000) }, 0],
    ["nothing where nobody wanted it", { demandMilli: milli(0) }, 0],
    ["nothing where tolerances fill the box", { toleranceMilli: milli(2000) }, 0],
    ["the same while tolerances do not reach", { toleranceMilli: milli(1000) }, 2000],
    ["nothing in what is sold loose", { boxUnits: 1, demandMilli: milli(1500) }, 0],
    ["a whole step more where the step is larger", { stepMilli: milli(3000) }, 3000],
    ["anything a cent below the minimum", { producerMinimumCents: cents(20_001) }, null],
    ["only the box exactly at the minimum", { producerMinimumCents: cents(20_000) }, 2000],
  ])("is %s", (_, change, left) => {
    expect(roomLeft({ ...wine, ...change })).toBe(left);
  });
});

describe("while boxes are completed", () => {
  test("a rise fills the box to its brim, and no further", () => {
    expect(checkRises([rise(2000)], standing)).toEqual({
      ok: true,
      value: [{ offerId, from: 16_000, to: 18_000 }],
    });
    expect(checkRises([rise(3000)], standing)).toMatchObject({
      refusal: { code: "completion-box-full", leftMilli: 2000 },
    });
    expect(checkRises([rise(1000), rise(2000)], standing).ok).toBe(false);
  });

  test("nobody wants less, but what was tolerated may become wanted", () => {
    for (const less of [rise(-1000), rise(0, -1000), rise(1000, -2000)]) {
      expect(checkRises([less], standing)).toMatchObject({
        refusal: { code: "completion-only-more" },
      });
    }
    expect(checkRises([rise(2000, -2000)], standing).ok).toBe(true);
  });

  test("a wish that stays as it is asks for no room, a tolerance does", () => {
    const full = new Map([[offerId, { ...wine, demandMilli: milli(18_000) }]]);
    expect(checkRises([rise(0)], full)).toEqual({ ok: true, value: [] });
    expect(checkRises([rise(0, 1000)], full).ok).toBe(false);
    expect(checkRises([rise(0, 1000)], standing)).toEqual({ ok: true, value: [] });
  });

  test("below a producer's minimum any quantity helps", () => {
    const short = { ...wine, producerMinimumCents: cents(50_000) };
    expect(checkRises([rise(9000)], new Map([[offerId, short]])).ok).toBe(true);
  });

  test("an offer that does not stand has no room", () => {
    expect(checkRises([rise(1000)], new Map())).toMatchObject({
      refusal: { code: "completion-box-full", leftMilli: 0 },
    });
  });
});

describe("a completion", () => {
  const cycle = {
    cycleId: id<CycleId>("01jd3x5k7m9npqrstvwxyz0126"),
    deliveryDay: civilDate("2026-06-05"),
  };
  const now = instant(Date.UTC(2026, 5, 4, 12));
  const check = (until: number, longestMinutes: number, offers = [wine]) =>
    checkCompletion(cycle, { until: instant(until), longestMinutes, now }, offers);
  const latestOf = (outcome: ReturnType<typeof check>) =>
    !outcome.ok && outcome.refusal.code === "completion-times" ? outcome.refusal.latest : null;

  test("ends after now, within the time that the network allows", () => {
    const end = later(now, 60 * MINUTE);
    expect([check(end, 60).ok, check(now + 1, 60).ok]).toEqual([true, true]);
    expect([latestOf(check(end + 1, 60)), latestOf(check(now, 60))]).toEqual([end, end]);
  });

  test("ends before delivery day begins in Rome", () => {
    const midnight = fromRome({ date: cycle.deliveryDay, minuteOfDay: 0 });
    expect(check(midnight, 10_080).ok).toBe(true);
    expect(latestOf(check(midnight + 1, 10_080))).toBe(midnight);
  });

  test("is for what can still be completed", () => {
    const full = { ...wine, demandMilli: milli(18_000) };
    expect(check(now + 1, 60, [full])).toMatchObject({
      refusal: { code: "nothing-to-complete" },
    });
  });
});
