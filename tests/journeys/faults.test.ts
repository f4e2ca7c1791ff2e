import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { trialSeed } from "#tests/seed.ts";
import { kWalk } from "#tests/trials/k-walk.ts";

let market: RunningMarket;
beforeAll(async () => {
  market = await openRunningMarket();
});
afterAll(() => market.close());

test("whatever request to a neighbour fails, an order is placed once and every cent is there", () =>
  expect(
    kWalk(market, { seed: trialSeed, most: 40, say: (line) => console.log(line) }),
  ).resolves.toBeUndefined());
