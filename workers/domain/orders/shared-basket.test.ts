import fc from "fast-check";
import { expect, test } from "vitest";
import type { VariantId } from "#domain/kernel/ids.ts";
import { ID_ALPHABET, id } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { linesOfCode, sharedCode, tailOf } from "./shared-basket.ts";

const bread = id<VariantId>("01jd3x5k7m9npqrstvk3f9p2xa");

test("two loaves and a kilo and a half of apples are a short code", () => {
  const apples = id<VariantId>("01jd3x5k7m9npqrstv7m4wq0zt");
  const code = sharedCode([
    { variantId: bread, wanted: milli(2000), tolerance: milli(0) },
    { variantId: apples, wanted: milli(1500), tolerance: milli(1000) },
  ]);
  expect(code).toBe("k3f9p2xa.1jk-7m4wq0zt.15o.rs");
});

test("whatever is shared is read as it was", () => {
  const char = fc.constantFrom(...ID_ALPHABET.split(""));
  const line = fc.record({
    variantId: fc
      .string({ unit: char, minLength: 26, maxLength: 26 })
      .map((it) => id<VariantId>(it)),
    wanted: fc.integer({ min: 1, max: 1e8 }).map(milli),
    tolerance: fc.integer({ min: 0, max: 1e8 }).map(milli),
  });
  const lines = fc.uniqueArray(line, {
    minLength: 1,
    maxLength: 50,
    selector: ({ variantId }) => tailOf(variantId),
  });
  fc.assert(
    fc.property(lines, (shared) => {
      expect(linesOfCode(sharedCode(shared))).toEqual(
        shared.map(({ variantId, ...rest }) => ({ tail: tailOf(variantId), ...rest })),
      );
    }),
  );
});

test.each([
  "",
  "k3f9p2xa",
  "k3f9p2xa.0",
  "k3f9p2xa.rs-",
  "K3F9P2XA.rs",
  "k3f9p2xa.zzzzzz",
  "k3f9p2xi.rs",
  Array.from({ length: 61 }, () => "k3f9p2xa.rs").join("-"),
  "k3f9p2xa.rs-".repeat(200),
])("what is no basket is none: %s", (code) => {
  expect(linesOfCode(code)).toBeNull();
});
