import { expect, test } from "vitest";
import { type Cents, cents, sumCents } from "#domain/kernel/money.ts";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { ownRounds } from "./baseline.ts";
import { roundCents } from "./figures.ts";
import { producerShares, roundsOfGroup, solvedCents } from "./producer-shares.ts";

const { day, legend, problem, plan } = plannedVeronetta();
const own = ownRounds(day, legend, problem.matrices);
const budget = { seed: 1, rounds: 60 };
const together = roundCents(problem, plan);

function grams(sum: number, { leaves }: { readonly leaves: readonly number[] }): number {
  return sum + (leaves[0] ?? 0);
}

test("the parts of all producers add up to the rounds, by either rule", () => {
  const few = { ...day, producers: day.producers.slice(0, 3) };
  const three = own.slice(0, 3);
  for (const rule of ["proportional", "shapley"] as const) {
    const shares = producerShares(few, { problem, legend }, { together, own: three, rule, budget });
    expect(sumCents(shares.map(({ share }) => share))).toBe(together);
    expect(shares.map(({ enterpriseId }) => enterpriseId)).toEqual(["P01", "P02", "P03"]);
  }
});

test("by Shapley's rule the baker in town pays another part than in proportion", () => {
  const few = own.slice(0, 3);
  const partOf = (rule: "shapley" | "proportional"): Cents => {
    const shares = producerShares(day, { problem, legend }, { together, own: few, rule, budget });
    return shares.find(({ enterpriseId }) => enterpriseId === "P03")?.share ?? cents(0);
  };
  expect(partOf("shapley")).not.toBe(partOf("proportional"));
});

test("the rounds of a group fetch at its members and drop only what is theirs", () => {
  const bread = roundsOfGroup(day, { problem, legend }, new Set(["P03"]));
  const fetched = bread.errands.filter(({ stops }) => (stops[0]?.takes.length ?? 0) > 0);
  expect(fetched).toHaveLength(1);
  const whole = problem.errands.flatMap(({ stops }) => stops).reduce(grams, 0);
  expect(bread.errands.flatMap(({ stops }) => stops).reduce(grams, 0)).toBeLessThan(whole);
  expect(solvedCents(bread, budget)).toBeLessThan(together);
});
