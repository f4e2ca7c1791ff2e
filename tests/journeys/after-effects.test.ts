import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { trialSeed } from "#tests/seed.ts";
import { sentSoon } from "#tests/trials/sent-soon.ts";

let market: RunningMarket;
beforeAll(async () => {
  market = await openRunningMarket(null);
});
afterAll(() => market.close());

test("an order's letter is in the mailbox within a second, once, without waiting for a job", () =>
  expect(
    sentSoon(market, { seed: trialSeed, most: 20, say: (line) => console.log(line) }),
  ).resolves.toBeUndefined());
