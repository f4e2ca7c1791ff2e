import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, sumCents } from "#domain/kernel/money.ts";
import { MOST_SHAPLEY, shapleyShares, shareCosts } from "./share-costs.ts";

/** Three producers on one road, at 1, 2 and 3 km: the airport game, whose answer is known. */
const road = [0, 600, 1200, 1200, 1800, 1800, 1800, 1800].map(cents);

test("on one road each stretch is shared by those who need it", () => {
  expect(shapleyShares(road, 3)).toEqual([200, 500, 1100]);
});

test("who alone costs nothing and adds nothing pays nothing", () => {
  expect(shapleyShares([0, 0, 900, 900].map(cents), 2)).toEqual([0, 900]);
});

test("a group found dearer than a larger one costs as much as that one", () => {
  expect(shapleyShares([0, 900, 500, 800].map(cents), 2)).toEqual([550, 250]);
});

test("whatever the rule, the parts add up to the round", () => {
  const amount = fc.nat(50_000).map(cents);
  const rounds = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      alone: fc.array(amount, { minLength: n, maxLength: n }),
      groups: fc.array(amount, { minLength: 2 ** n, maxLength: 2 ** n }),
      rule: fc.constantFrom("shapley" as const, "proportional" as const),
    }),
  );
  fc.assert(
    fc.property(rounds, ({ alone, groups, rule }) => {
      const together = groups.at(-1) ?? cents(0);
      const parts = shareCosts({ alone, together, groups }, rule);
      expect(sumCents(parts)).toBe(together);
      expect(parts.every((part) => part >= 0)).toBe(true);
    }),
  );
});

test("without the costs of groups, or with nine members, parts follow the costs alone", () => {
  const alone = [cents(100), cents(300)];
  expect(shareCosts({ alone, together: cents(200) }, "shapley")).toEqual([50, 150]);
  const nine = Array.from({ length: MOST_SHAPLEY + 1 }, () => cents(7));
  const groups = nine;
  expect(shareCosts({ alone: nine, together: cents(9), groups }, "shapley")).toEqual(
    nine.map(() => 1),
  );
});

test("when nobody would cost anything alone all share alike", () => {
  const alone = [cents(0), cents(0)];
  expect(shareCosts({ alone, together: cents(5) }, "proportional")).toEqual([3, 2]);
});

test("a missing group is no cost of zero", () => {
  expect(() => shapleyShares(road.slice(1), 3)).toThrow("every group");
});
