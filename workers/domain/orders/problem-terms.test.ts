import { expect, test } from "vitest";
import { problemTerms } from "./problem-terms.ts";

test("what the network decided binds, and what it has not decided is as it comes", () => {
  expect(problemTerms(() => null)).toEqual({ reportDays: 7, borneBy: "producer", version: 0 });
  const decided = { "problem-days": "14", "refund-borne-by": "network" };
  expect(problemTerms((key) => ({ value: decided[key], version: 3 }))).toEqual({
    reportDays: 14,
    borneBy: "network",
    version: 3,
  });
});
