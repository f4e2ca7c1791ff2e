import { expect, test } from "vitest";
import { aCall, cast } from "#tests/ballots.ts";
import { countCall } from "./count-call.ts";

// The worked example of docs/counting.md: 30 euros, three voters.
const budget = (cents: number) =>
  countCall(
    aCall({
      policy: { method: "equal-shares" },
      budgetCents: 3000,
      options: [
        { code: "oven", costCents: 1600 },
        { code: "tent", costCents: 800 },
        { code: "bicycles", costCents: 1000 - cents },
      ],
      ballots: [
        cast("ada", { approved: ["oven", "tent"] }),
        cast("bruno", { approved: ["oven", "tent"] }),
        cast("carla", { approved: ["bicycles"] }),
        cast("dino", { vote: "yes" }),
      ],
      round: 2,
    }),
  );

test("a budget funds what its supporters can pay, in whole euros", () => {
  expect(budget(0)).toMatchObject({
    winners: ["tent", "bicycles"],
    passes: true,
    passedOver: [{ name: "of-dino", why: "unfit" }],
    count: { kind: "budget", unitCents: 100, budget: 30, spent: 18, share: "11", runs: 3 },
  });
});

test("it is counted in cents where a sum has them", () => {
  expect(budget(1)).toMatchObject({
    winners: ["tent", "bicycles"],
    count: { unitCents: 1, budget: 3000, spent: 1799 },
  });
});
