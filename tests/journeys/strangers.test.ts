import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { trialSeed } from "#tests/seed.ts";
import { hostile } from "#tests/trials/hostile.ts";
import { roughClients } from "#tests/trials/rough-clients.ts";
import { roundTrips } from "#tests/trials/round-trips.ts";
import { strangers } from "#tests/trials/strangers.ts";
import { timeStands } from "#tests/trials/time-stands.ts";

let market: RunningMarket;
beforeAll(async () => {
  market = await openRunningMarket();
});
afterAll(() => market.close());

const size = (most: number) => ({
  seed: trialSeed,
  most,
  say: (line: string) => console.log(line),
});

test("a list takes one round trip to the database, a basket two, a checkout two", () =>
  expect(roundTrips(market, size(1))).resolves.toBeUndefined());

test("whatever strangers send, they get an answer or a reason as documented, no failure", () =>
  expect(hostile(market, size(2000))).resolves.toBeUndefined());

test("a refusal leaves the connection usable, and broken HTTP harms nobody", () =>
  expect(roughClients(market, size(1))).resolves.toBeUndefined());

test("who may not see a thing cannot tell it from one that is not there", () =>
  expect(strangers(market, size(1))).resolves.toBeUndefined());

test("nothing that a request carries moves time", async () => {
  const real = await openRunningMarket(null);
  try {
    await expect(timeStands(real, size(1))).resolves.toBeUndefined();
  } finally {
    await real.close();
  }
});
