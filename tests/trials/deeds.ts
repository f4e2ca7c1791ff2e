import assert from "node:assert/strict";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import type { Got, Sent } from "#tests/market.ts";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { ordersOf, PAYMENTS, type PaidWith, purchase } from "./buying.ts";

/** A deed that is about to be done, and can be sent again with the same key. */
export interface Ready {
  send(): Promise<Got>;
  /** Fails unless the deed was done exactly once. */
  check(answer: Got): void;
}

/** A deed of the API that faults may strike. */
export interface Deed {
  readonly name: string;
  /** Makes what the deed needs, on a shelf of its own. */
  prepare(market: RunningMarket): Promise<Ready>;
}

/** Checkouts and changes of an order, each way to pay, and what the minute's jobs send. */
export const DEEDS: readonly Deed[] = [
  ...PAYMENTS.map((payment) => ({
    name: `checkout by ${payment}`,
    prepare: (market: RunningMarket) => checkout(market, payment),
  })),
  ...PAYMENTS.map((payment) => ({
    name: `line change paid by ${payment}`,
    prepare: (market: RunningMarket) => lineChange(market, payment),
  })),
  ...(["wallet", "card"] as const).map((payment) => ({
    name: `cancellation paid by ${payment}`,
    prepare: (market: RunningMarket) => cancellation(market, payment),
  })),
  { name: "the jobs of a minute", prepare: minute },
];

function goods(market: RunningMarket): Shop {
  return openShop(market, [
    { name: "uova", priceCents: 100, stockMilli: 100_000 },
    { name: "pane", priceCents: 150 },
  ]);
}

async function checkout(market: RunningMarket, payment: PaidWith): Promise<Ready> {
  const one = await purchase(market, goods(market), {
    payment,
    wanted: { uova: 1000, pane: 2000 },
  });
  return {
    send: () => one.send() as unknown as Promise<Got>,
    check: ({ status }) => {
      assert.equal(status, 201);
      assert.equal(ordersOf(market, one), 1, "one order");
    },
  };
}

async function lineChange(market: RunningMarket, payment: PaidWith): Promise<Ready> {
  const { change, lineId } = await placed(market, payment);
  const body = { wantedMilli: 3000, card: payment === "card" ? "card-ok" : null };
  return {
    send: () => change("PUT", `/lines/${lineId}`, body),
    check: ({ status }) => {
      assert.equal(status, 200);
      const sql = `SELECT version * 10000 + wanted_milli FROM order_line WHERE id = ?`;
      assert.equal(numberOf(market, sql, lineId), 23_000, "changed once");
    },
  };
}

async function cancellation(market: RunningMarket, payment: PaidWith): Promise<Ready> {
  const { change, lineId } = await placed(market, payment);
  return {
    send: () => change("POST", "/cancellation"),
    check: ({ status }) => {
      assert.equal(status, 200);
      const sql = "SELECT version FROM order_line WHERE id = ? AND status = 'withdrawn'";
      assert.equal(numberOf(market, sql, lineId), 2, "withdrawn once");
    },
  };
}

/** A letter and a card's hold wait to be sent: each arrives once, whatever strikes the jobs. */
async function minute(market: RunningMarket): Promise<Ready> {
  const kept = await placed(market, "at-pickup");
  const dropped = await placed(market, "card");
  await dropped.change("POST", "/cancellation");
  return {
    send: async () => {
      const said = await market.tick().then(
        () => 200,
        () => 500,
      );
      market.host.clock.advance(60_000);
      return { status: said, body: {}, headers: new Headers() };
    },
    check: () => {
      const letters = market.host.mailbox.messages().filter(({ to }) => to === kept.email);
      assert.ok(letters.length <= 1, "a letter arrives once");
    },
  };
}

interface PlacedOrder {
  readonly lineId: string;
  readonly email: string;
  /** Changes the order under one key, however often it is called. */
  readonly change: (method: string, path: string, body?: object) => Promise<Got>;
}

async function placed(market: RunningMarket, payment: PaidWith): Promise<PlacedOrder> {
  const one = await purchase(market, goods(market), { payment, wanted: { uova: 1000 } });
  const { status, body } = await one.send();
  assert.equal(status, 201, JSON.stringify(body));
  const key = secret();
  const sender = senderOf(market, one.household, body.orderToken);
  return {
    lineId: body.lines[0]?.id ?? "",
    email: `${one.name.slice(0, 12)}@example.org`,
    change: (method, path, sent) =>
      market.call(method, `/api/v1/orders/${body.id}${path}`, {
        ...sender,
        key,
        ...(sent === undefined ? {} : { body: sent }),
      }),
  };
}

function senderOf(
  market: RunningMarket,
  household: HouseholdId | null,
  orderToken: string | null,
): Sent {
  return household === null ? { order: orderToken ?? "" } : { token: market.officer };
}

function numberOf(market: RunningMarket, sql: string, value: string): number {
  return Number(market.database.prepare(sql).pluck().all([value])[0]);
}
