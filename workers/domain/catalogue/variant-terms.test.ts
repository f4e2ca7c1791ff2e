import { expect, test } from "vitest";
import { grams, milli } from "#domain/kernel/quantity.ts";
import { checkTerms } from "./variant-terms.ts";

const loose = {
  kind: "kg",
  stepMilli: milli(500),
  leastMilli: milli(1000),
  nominalGrams: null,
} as const;

test("half kilos from one kilo up can be sold", () => {
  expect(checkTerms(loose)).toEqual({ ok: true, value: loose });
  expect(checkTerms({ ...loose, leastMilli: milli(500) }).ok).toBe(true);
});

test("the least quantity is made of steps", () => {
  for (const least of [0, 499, 750]) {
    expect(checkTerms({ ...loose, leastMilli: milli(least) })).toEqual({
      ok: false,
      refusal: { code: "least-not-in-steps", stepMilli: 500, leastMilli: least },
    });
  }
});

test("a piece of variable weight says about how much it weighs, and nothing else does", () => {
  const cheese = { ...loose, kind: "variable", nominalGrams: grams(500) } as const;
  expect(checkTerms(cheese).ok).toBe(true);
  expect(checkTerms({ ...cheese, nominalGrams: null })).toEqual({
    ok: false,
    refusal: { code: "nominal-weight-misfit", kind: "variable" },
  });
  expect(checkTerms({ ...loose, nominalGrams: grams(500) })).toEqual({
    ok: false,
    refusal: { code: "nominal-weight-misfit", kind: "kg" },
  });
});
