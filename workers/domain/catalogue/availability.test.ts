import fc from "fast-check";
import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { freeFor, unitsLeft } from "./availability.ts";

const pool = { onHandMilli: milli(30_000), reservedMilli: milli(12_000) };

test("what is free of a pool is what nobody has reserved", () => {
  expect(freeFor(pool, null)).toBe(18_000);
  expect(freeFor({ ...pool, reservedMilli: milli(30_000) }, null)).toBe(0);
});

test("a hub with a quota draws up to it, and never more than the producer has", () => {
  const quota = { quotaMilli: milli(10_000), reservedMilli: milli(4000) };
  expect(freeFor(pool, quota)).toBe(6000);
  expect(freeFor(pool, { ...quota, quotaMilli: milli(60_000) })).toBe(18_000);
});

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
