import assert from "node:assert/strict";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { assertSoundAtRest } from "#tests/soundness.ts";
import { ordersOf, PAYMENTS, purchase } from "./buying.ts";
import type { TrialSize } from "./trial.ts";

const BUYERS = 20;

/**
 * Twenty buyers at once of a good of which there are one, or five: exactly so many get it. The
 * others hear how many are left, and their card is not held. `most` is the number of rounds.
 */
export async function lastUnit(market: RunningMarket, { most, say }: TrialSize): Promise<void> {
  for (let round = 0; round < most; round += 1) {
    const units = round % 2 === 0 ? 1 : 5;
    await sellOut(market, units);
  }
  await market.tick();
  assertSoundAtRest(market.host, "after the last unit");
  say(`${most} rounds of ${BUYERS} buyers: nothing oversold`);
}

async function sellOut(market: RunningMarket, units: number): Promise<void> {
  const shop = openShop(market, [{ name: "uova", stockMilli: units * 1000 }]);
  const buyers = await Promise.all(
    Array.from({ length: BUYERS }, (_, i) => {
      const payment = PAYMENTS[i % PAYMENTS.length] ?? "card";
      return purchase(market, shop, { payment, wanted: { uova: 1000 } });
    }),
  );
  const heldBefore = market.host.payments.holds().length;
  const answers = await Promise.all(buyers.map((buyer) => buyer.send()));
  const won = answers.filter(({ status }) => status === 201);
  const lost = answers.filter(({ status }) => status !== 201);
  assert.equal(won.length, units, "exactly as many win as there are units");
  for (const { status, body } of lost) {
    assert.deepEqual([status, body.code, body.leftMilli], [409, "short-stock", 0]);
  }
  const orders = buyers.map((buyer) => ordersOf(market, buyer));
  assert.equal(orders.filter((count) => count === 1).length, units);
  const byCard = buyers.filter(
    (_, i) => PAYMENTS[i % PAYMENTS.length] === "card" && answers[i]?.status === 201,
  );
  const held = market.host.payments.holds().length - heldBefore;
  assert.equal(held, byCard.length, "no card is asked for a unit that another one has");
}
