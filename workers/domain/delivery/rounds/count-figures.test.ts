import { expect, test } from "vitest";
import { counted, kindsWithout, savedBy } from "./count-figures.ts";

const factors = [
  { vehicleKind: "cargo-bike", milligramsPerKm: 10_000, source: "misura", year: 2026 },
  { vehicleKind: "van-diesel", milligramsPerKm: 250_000, source: "misura", year: 2026 },
];
const shared = [
  { vehicleKind: "van-diesel", metres: 100_000 },
  { vehicleKind: "cargo-bike", metres: 20_000 },
];

test("kilometres and grams of all vehicles are added up, each kind by its own factor", () => {
  expect(counted(shared, factors)).toEqual({ metres: 120_000, grams: 25_200 });
});

test("where a kind has no factor nothing is said of grams, and the kind is named", () => {
  const [bike] = factors;
  expect(counted(shared, bike ? [bike] : [])).toEqual({ metres: 120_000, grams: null });
  expect(kindsWithout(shared, bike ? [bike] : [])).toEqual(["van-diesel"]);
});

test("sharing that costs more is said as less than nothing", () => {
  const alone = counted([{ vehicleKind: "van-diesel", metres: 90_000 }], factors);
  expect(savedBy(alone, counted(shared, factors))).toEqual({ metres: -30_000, grams: -2700 });
  expect(savedBy(alone, { metres: 1, grams: null }).grams).toBe(null);
});
