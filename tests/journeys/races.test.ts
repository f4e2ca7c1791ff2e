import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { trialSeed } from "#tests/seed.ts";
import { hungUp } from "#tests/trials/hung-up.ts";
import { lastUnit } from "#tests/trials/last-unit.ts";
import { repeats } from "#tests/trials/repeats.ts";

let market: RunningMarket;
beforeAll(async () => {
  market = await openRunningMarket();
});
afterAll(() => market.close());

const say = (line: string) => console.log(line);

test("sixty read at once, two hundred hang up, and everyone after them is answered", () =>
  expect(hungUp(market, { seed: trialSeed, most: 200, say })).resolves.toBeUndefined());

test("of twenty buyers of the last unit one gets it, of the last five five", () =>
  expect(lastUnit(market, { seed: trialSeed, most: 10, say })).resolves.toBeUndefined());

test("one order sent a hundred times at once is one order", () =>
  expect(repeats(market, { seed: trialSeed, most: 100, say })).resolves.toBeUndefined());
