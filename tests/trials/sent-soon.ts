import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { type Purchase, purchase } from "./buying.ts";
import type { TrialSize } from "./trial.ts";

const WITHIN_MS = 1000;
/** For many at once, on a machine that may be busy. */
const ALL_WITHIN_MS = 5000;
const MINUTE_MS = 60_000;

/**
 * On real time, a guest's letter is in the mailbox within a second of the answer; of `most` guests
 * who order at once each gets one letter, handed over once; and no job ran. A carrier that fails
 * then is asked again by the jobs; a request that leaves nothing to be sent asks the database for
 * nothing afterwards.
 */
export async function sentSoon(market: RunningMarket, { most, say }: TrialSize): Promise<void> {
  const shop = openShop(market, [{ name: "pane", stockMilli: 1_000_000 }]);
  const order = () => purchase(market, shop, { payment: "at-pickup", wanted: { pane: 1000 } });
  const alone = await order();
  await awayFromTheFullMinute();
  const ran = jobsRan(market);
  const handedOver = market.proxies.mail.posts();
  const first = await arrival(market, [alone], WITHIN_MS);
  const buyers = await Promise.all(Array.from({ length: most }, order));
  const last = await arrival(market, buyers, ALL_WITHIN_MS);
  assert.equal(market.proxies.mail.posts() - handedOver, most + 1, "each is handed over once");
  assert.deepEqual(jobsRan(market), ran, "no job ran");
  await nothingIsLeft(market, shop.offers["pane"] ?? "");
  await jobsAreTheNet(market, await order());
  say(`a letter ${first} ms after its answer, ${most} letters ${last} ms after theirs`);
}

/** Places the orders at once; gives the time from the last answer to the last letter, in ms. */
async function arrival(
  market: RunningMarket,
  buyers: readonly Purchase[],
  withinMs: number,
): Promise<number> {
  const answers = await Promise.all(buyers.map((buyer) => buyer.send()));
  for (const { status, body } of answers) assert.equal(status, 201, JSON.stringify(body));
  const answered = performance.now();
  while (!buyers.every((buyer) => lettersTo(market, buyer) > 0)) {
    assert.ok(performance.now() - answered < withinMs, `no letter within ${withinMs} ms`);
    await pause(10);
  }
  return Math.round(performance.now() - answered);
}

function lettersTo(market: RunningMarket, { name }: Purchase): number {
  const address = `${name.slice(0, 12)}@example.org`;
  return market.host.mailbox.messages().filter(({ to }) => to === address).length;
}

function jobsRan(market: RunningMarket): unknown[] {
  return market.database.prepare("SELECT * FROM job_run ORDER BY job").all([]);
}

/** The jobs run at each full minute: what is to be seen without them is seen between two. */
async function awayFromTheFullMinute(): Promise<void> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < 5000) await pause(left + 1000);
}

async function nothingIsLeft(market: RunningMarket, offerId: string): Promise<void> {
  const { database } = market.proxies;
  for (let seen = -1; seen !== database.posts();) {
    seen = database.posts();
    await pause(500);
  }
  const before = database.posts();
  const path = `/api/v1/basket/lines/${offerId}`;
  const { status } = await market.call("PUT", path, { basket: "b", body: { wantedMilli: 1000 } });
  assert.equal(status, 200);
  await pause(300);
  assert.equal(database.posts() - before, 2, "the change's own round trips");
}

/** The one that fails is due again in a minute; an hour later the jobs hand it over. */
async function jobsAreTheNet(market: RunningMarket, buyer: Purchase): Promise<void> {
  market.proxies.mail.arm(1, "s502");
  const { status } = await buyer.send();
  assert.equal(status, 201);
  await pause(400);
  assert.ok(market.proxies.mail.disarm(), "the carrier failed");
  assert.equal(lettersTo(market, buyer), 1, "it had the letter all the same");
  market.database.prepare("UPDATE outbox SET due_at = 0 WHERE done_at IS NULL").run([]);
  await market.tick();
  const waiting = "SELECT count(*) FROM outbox WHERE done_at IS NULL";
  assert.deepEqual(market.database.prepare(waiting).pluck().all([]), [0], "nothing waits");
  assert.equal(lettersTo(market, buyer), 1, "a letter arrives once");
}
