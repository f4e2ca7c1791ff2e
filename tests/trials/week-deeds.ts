import assert from "node:assert/strict";
import type { Got } from "#tests/market.ts";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { PAYMENTS, purchase } from "./buying.ts";
import type { Deed, Ready } from "./deeds.ts";

/** One step of a cycle after its orders: its path, what it sends, and the state it leads to. */
interface Step {
  readonly path: string;
  readonly state: string;
  body?(market: RunningMarket, shop: Shop): object;
}

const ORDER_OF_A_WEEK: readonly Step[] = [
  { path: "/closure", state: "closed" },
  { path: "/dispatch", state: "sent" },
  {
    path: "/arrivals",
    state: "receiving",
    body: (_, shop) => ({ enterpriseIds: Object.values(shop.producers) }),
  },
  {
    path: "/shortages",
    state: "receiving",
    body: (_, shop) => ({ offerId: shop.offers["vino"], missingMilli: 2000 }),
  },
  {
    path: "/weights",
    state: "receiving",
    body: (market, shop) => ({
      weights: cheeses(market, shop).map((lineId, i) => ({ lineId, grams: 480 + i })),
    }),
  },
  { path: "/delivery", state: "delivered" },
  { path: "/settlement", state: "settled" },
];

const CALLED_OFF: Step = {
  path: "/cancellation",
  state: "cancelled",
  body: () => ({ reason: "neve" }),
};

/** Every step of a cycle, each on a cycle of its own that three buyers have ordered from. */
export const WEEK_DEEDS: readonly Deed[] = [
  ...ORDER_OF_A_WEEK.map((step, i) => deedOf(ORDER_OF_A_WEEK.slice(0, i), step)),
  deedOf([], CALLED_OFF),
  deedOf(ORDER_OF_A_WEEK.slice(0, 1), CALLED_OFF),
];

function deedOf(before: readonly Step[], step: Step): Deed {
  const name = `${step.path} of a cycle after ${before.at(-1)?.path ?? "its orders"}`;
  return {
    name,
    prepare: async (market) => {
      const shop = await orderedFrom(market);
      for (const each of before) assert.equal((await act(market, shop, each)).status, 200);
      return readyFor(market, shop, step);
    },
  };
}

function readyFor(market: RunningMarket, shop: Shop, step: Step): Ready {
  const key = secret();
  const sent = step.body?.(market, shop);
  return {
    send: () => act(market, shop, step, { key, sent }),
    check: ({ status, body }) => {
      assert.deepEqual([status, body["code"]], [200, undefined]);
      const sql = "SELECT state FROM cycle WHERE id = ?";
      const state = String(market.database.prepare(sql).pluck().all([shop.cycleId])[0]);
      const reached = state === "allocated" ? "closed" : state;
      assert.equal(reached, step.state);
      const twice = `SELECT kind FROM cycle_event WHERE cycle_id = ? GROUP BY kind
        HAVING count(*) > 1`;
      assert.deepEqual(market.database.prepare(twice).all([shop.cycleId]), [], "each step once");
    },
  };
}

function act(
  market: RunningMarket,
  shop: Shop,
  step: Step,
  { key, sent }: { key: string; sent: object | undefined } = {
    key: secret(),
    sent: step.body?.(market, shop),
  },
): Promise<Got> {
  return market.call("POST", `/api/v1/cycles/${shop.cycleId}${step.path}`, {
    token: market.officer,
    key,
    ...(sent === undefined ? {} : { body: sent }),
  });
}

/** Three buyers, one for each way to pay, of boxes, loose cheese and a pool of eggs. */
async function orderedFrom(market: RunningMarket): Promise<Shop> {
  const shop = openShop(market, [
    { name: "vino", priceCents: 500, boxUnits: 4 },
    { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
    { name: "uova", priceCents: 290, stockMilli: 10_000 },
  ]);
  for (const payment of PAYMENTS) {
    const wanted = { vino: 2000, monte: 1000, uova: 1000 };
    const { status, body } = await (await purchase(market, shop, { payment, wanted })).send();
    assert.equal(status, 201, JSON.stringify(body));
  }
  return shop;
}

function cheeses(market: RunningMarket, shop: Shop): string[] {
  const sql = `SELECT id FROM order_line WHERE cycle_id = ? AND offer_id = ? ORDER BY seq`;
  return market.database.prepare(sql).pluck().all([shop.cycleId, shop.offers["monte"]]) as string[];
}
