import assert from "node:assert/strict";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { assertSoundAtRest } from "#tests/soundness.ts";
import { ordersOf, PAYMENTS, type PaidWith, purchase } from "./buying.ts";
import type { TrialSize } from "./trial.ts";

/**
 * One request sent `most` times at once is one order and one answer, for each way to pay; under
 * its key nothing else can be asked, and another sender's equal key is another sender's.
 */
export async function repeats(market: RunningMarket, { most, say }: TrialSize): Promise<void> {
  const shop = openShop(market, [{ name: "uova", stockMilli: 1_000_000 }, { name: "pane" }]);
  for (const payment of PAYMENTS) {
    await repeatOne(market, { shop, payment, times: most });
  }
  await market.tick();
  assertSoundAtRest(market.host, "after repeats");
  say(`${most} equal requests at once, three ways to pay: one order each`);
}

async function repeatOne(
  market: RunningMarket,
  asked: { shop: ReturnType<typeof openShop>; payment: PaidWith; times: number },
): Promise<void> {
  const { shop, payment, times } = asked;
  const one = await purchase(market, shop, { payment, wanted: { uova: 1000 } });
  const answers = await Promise.all(Array.from({ length: times }, () => one.send()));
  const statuses = new Set(answers.map(({ status }) => status));
  assert.deepEqual([...statuses], [201], `${payment}: every repeat is answered`);
  assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
  assert.equal(ordersOf(market, one), 1);

  const other = await purchase(market, shop, { payment, wanted: { pane: 1000 } });
  const reused = await one.send({ body: other.sent.body });
  assert.deepEqual([reused.status, reused.body.code], [422, "key-reused"]);
  assert.equal(ordersOf(market, other), 0);
  if (one.household !== null) return;
  const stranger = await other.send({ key: one.key });
  assert.equal(stranger.status, 201, "an equal key of another sender is its own");
  assert.notEqual(stranger.body.id, answers[0]?.body.id);
}
