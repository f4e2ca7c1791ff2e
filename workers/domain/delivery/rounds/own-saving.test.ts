import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import { type CountedRounds, ownSaving } from "./own-saving.ts";

const hub = { latMicrodegrees: 45_430_000, lonMicrodegrees: 10_985_000 };
const near = { latMicrodegrees: 45_432_000, lonMicrodegrees: 10_987_000 };
const far = { latMicrodegrees: 45_460_000, lonMicrodegrees: 11_040_000 };
const tariff = (hour: number, km: number) => ({
  roundCents: cents(0),
  hourCents: cents(hour),
  kmCents: cents(km),
});
const last: CountedRounds = {
  alone: cents(9000),
  share: cents(3000),
  hub,
  arrivalMinutes: 2,
  homeMinutes: 3,
  vehicles: [
    { profile: "bike", tariff: tariff(1700, 8) },
    { profile: "van", tariff: tariff(6000, 90) },
  ],
};

test("a door has of its own way what the last rounds took of all ways: here a third", () => {
  const saving = ownSaving(far, last);
  expect(saving?.alone).toBeGreaterThan(500);
  expect(Math.abs(3 * (saving?.share ?? 0) - (saving?.alone ?? 0))).toBeLessThanOrEqual(3);
});

test("the way is that of the vehicle which goes there cheapest", () => {
  const [close, away] = [ownSaving(near, last), ownSaving(far, last)];
  expect(close?.alone).toBeLessThan(away?.alone ?? 0);
  const byVan = ownSaving(near, { ...last, vehicles: last.vehicles.slice(1) });
  expect(byVan?.alone).toBeGreaterThan(close?.alone ?? 0);
});

test("rounds that cost more than all orders alone give a part that costs more, and say so", () => {
  const saving = ownSaving(far, { ...last, share: cents(10_800) });
  expect(saving?.share).toBe(Math.round(((saving?.alone ?? 0) * 10_800) / 9000));
});

test("nothing is said where nobody brought crates, or nothing was counted", () => {
  expect(ownSaving(far, { ...last, vehicles: [] })).toBeNull();
  expect(ownSaving(far, { ...last, alone: cents(0), share: cents(0) })).toBeNull();
});

test("what the doors of a week have by this rule adds up to its rounds", () => {
  const doors = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(doors, fc.integer({ min: 0, max: 5000 }), (places, round) => {
      const at = (index: number) => ({
        latMicrodegrees: hub.latMicrodegrees + (places[index] ?? 0),
        lonMicrodegrees: hub.lonMicrodegrees,
      });
      const alone = sumCents(
        places.map((_, index) => ownSaving(at(index), last)?.alone ?? cents(0)),
      );
      const week = { ...last, alone, share: cents(Math.min(round, alone)) };
      const parts = places.map((_, index) => ownSaving(at(index), week)?.share ?? cents(0));
      const off = Math.abs(subtractCents(sumCents(parts), week.share));
      expect(off).toBeLessThanOrEqual(places.length);
    }),
    { numRuns: 40 },
  );
});
