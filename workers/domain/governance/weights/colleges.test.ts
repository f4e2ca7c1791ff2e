import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, fraction, fractionText } from "#domain/governance/counting/fraction.ts";
import { type College, countColleges, faultOfColleges } from "./colleges.ts";

const colleges: readonly College[] = [
  { code: "producer", weight: fraction(5, 10) },
  { code: "consumer", weight: fraction(3, 10) },
  { code: "worker", weight: fraction(2, 10) },
];

test("each college weighs as the statute says, however many its members are", () => {
  const votes = new Map([
    ["producer", { yes: 3, no: 1 }],
    ["consumer", { yes: 100, no: 300 }],
    ["worker", { yes: 0, no: 2 }],
  ]);
  const { yes, no } = countColleges(colleges, votes, "lost");
  // 5/10 × 3/4 + 3/10 × 1/4.
  expect(fractionText(yes)).toBe("9/20");
  expect(fractionText(no)).toBe("11/20");
});

test("a college that nobody speaks for loses its weight, or leaves it to the others", () => {
  const votes = new Map([
    ["producer", { yes: 2, no: 0 }],
    ["consumer", { yes: 0, no: 5 }],
  ]);
  expect(countColleges(colleges, votes, "lost")).toMatchObject({
    yes: fraction(1, 2),
    empty: ["worker"],
  });
  const { yes, no } = countColleges(colleges, votes, "redistribute");
  expect([fractionText(yes), fractionText(no)]).toEqual(["5/8", "3/8"]);
});

test("where nobody speaks at all nothing is said, and nothing is divided by zero", () => {
  const { yes, no, empty } = countColleges(colleges, new Map(), "redistribute");
  expect([fractionText(yes), fractionText(no)]).toEqual(["0", "0"]);
  expect(empty).toHaveLength(3);
});

test("yes and no make the whole, as soon as every college speaks", () => {
  const heads = fc.record({ yes: fc.nat({ max: 50 }), no: fc.integer({ min: 1, max: 50 }) });
  fc.assert(
    fc.property(heads, heads, heads, (producer, consumer, worker) => {
      const votes = new Map(Object.entries({ producer, consumer, worker }));
      const { yes, no } = countColleges(colleges, votes, "lost");
      expect(compare(add(yes, no), fraction(1))).toBe(0);
    }),
  );
});

test("two colleges, one above a half, or weights that miss the whole are wrong", () => {
  expect(faultOfColleges(colleges)).toBeUndefined();
  expect(faultOfColleges(colleges.slice(1))).toBe("too-few");
  const withWeights = (...tenths: readonly number[]) =>
    tenths.map((weight, i) => ({ code: String(i), weight: fraction(weight, 20) }));
  expect(faultOfColleges(withWeights(11, 5, 4))).toBe("out-of-bounds");
  expect(faultOfColleges(withWeights(10, 9, 1))).toBe("out-of-bounds");
  expect(faultOfColleges(withWeights(8, 6, 4))).toBe("not-one");
});
