import fc from "fast-check";
import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { unitsLeft } from "./availability.ts";

test("eggs of one pool are left as boxes of six or trays of thirty", () => {
  const eggs = milli(35_000);
  const ofSix = { poolMilliPerUnit: milli(6000), stepMilli: milli(1000) };
  expect(unitsLeft(eggs, ofSix)).toBe(5000);
  expect(unitsLeft(eggs, { ...ofSix, poolMilliPerUnit: milli(30_000) })).toBe(1000);
  expect(unitsLeft(milli(5999), ofSix)).toBe(0);
});

test("what is left can be bought whole, and one step more cannot", () => {
  const quantities = fc.integer({ min: 0, max: 100_000_000 }).map(milli);
  const sizes = fc.integer({ min: 1, max: 100_000 }).map(milli);
  fc.assert(
    fc.property(quantities, sizes, sizes, (free, poolMilliPerUnit, stepMilli) => {
      const left = unitsLeft(free, { poolMilliPerUnit, stepMilli });
      const drawn = (units: number) => (BigInt(units) * BigInt(poolMilliPerUnit)) / 1000n;
      expect(left % stepMilli).toBe(0);
      expect(drawn(left) <= BigInt(free)).toBe(true);
      expect(BigInt(left + stepMilli) * BigInt(poolMilliPerUnit) > BigInt(free) * 1000n).toBe(true);
    }),
  );
});
