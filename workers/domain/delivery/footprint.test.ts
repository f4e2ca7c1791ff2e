import fc from "fast-check";
import { expect, test } from "vitest";
import { footprintOf, gramsPerOrder, roundFigures } from "./footprint.ts";

const factors = [
  { vehicleKind: "bike", milligramsPerKm: 4500, source: "declared by the network", year: 2026 },
  { vehicleKind: "van", milligramsPerKm: 250_000, source: "declared by the network", year: 2026 },
];
const driven = (vehicleKind: string, metres: number) => ({ vehicleKind, metres });

test("each kind of vehicle counts by its factor, an electric bike too", () => {
  const both = footprintOf(
    [driven("bike", 6000), driven("van", 2000), driven("bike", 4000)],
    factors,
  );
  expect(both).toEqual({ metres: 12_000, grams: 45 + 500 });
});

test("a kind without a factor is a fault, not zero grams", () => {
  expect(() => footprintOf([driven("cart", 1)], factors)).toThrow("cart has an emission factor");
});

test("what is saved is against what was driven, once it is known, and may be below zero", () => {
  const planned = { metres: 900, grams: 90 };
  const baseline = { metres: 1000, grams: 100 };
  expect(roundFigures({ planned, baseline }).saved).toEqual({ metres: 100, grams: 10 });
  const actual = { metres: 1200, grams: 120 };
  expect(roundFigures({ planned, baseline, actual }).saved).toEqual({ metres: -200, grams: -20 });
});

test("an order's part follows its mass and its way, and the parts add up", () => {
  const near = { weightGrams: 2000, metresFromHub: 1000 };
  const far = { weightGrams: 1000, metresFromHub: 6000 };
  expect(gramsPerOrder({ metres: 1, grams: 80 }, [near, far])).toEqual([20, 60]);
  const still = { weightGrams: 0, metresFromHub: 0 };
  expect(gramsPerOrder({ metres: 1, grams: 3 }, [still, still])).toEqual([2, 1]);
  const orders = fc.array(
    fc.record({ weightGrams: fc.nat(99_999), metresFromHub: fc.nat(99_999) }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.nat(99_999), orders, (grams, list) => {
      const parts = gramsPerOrder({ metres: 1, grams }, list);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(grams);
    }),
  );
});
