import { expect, test } from "vitest";
import { costOfFairness } from "./cost-of-fairness.ts";

const routes = (cost: number) => ({ routes: cost, stability: 3, fairness: 9 });

test("members see what fairness costs in the rounds, not what unfairness was charged", () => {
  expect(costOfFairness(routes(1050), routes(1000))).toEqual({ extra: 50, basisPoints: 500 });
  expect(costOfFairness(routes(990), routes(1000))).toEqual({ extra: -10, basisPoints: -100 });
  expect(costOfFairness(routes(0), routes(0))).toEqual({ extra: 0, basisPoints: 0 });
});
