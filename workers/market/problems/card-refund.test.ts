import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PlacedOrder, openEggs, settledOrder } from "#tests/handed-out.ts";
import type { Trade } from "#tests/trading.ts";

// Two boxes of eggs at 3.10 and half a kilo of cheese at 9.90: 16.10 on the card.
let trade: Trade;
beforeEach(async () => {
  trade = await openEggs();
});
afterEach(() => trade.close());

const GOOD = "visa";
/** It pays, and takes nothing back. */
const KEEPS = "visa-5126";

const call = (method: string, path: string, body?: object) =>
  trade.market.call(method, `/api/v1${path}`, {
    token: trade.officer,
    ...(body === undefined ? {} : { body }),
  });
const codeOf = (got: { status: number; body: Record<string, unknown> }) => [
  got.status,
  got.body["code"],
];

/** A report of the eggs of an order that a card paid. */
async function reported(card = GOOD): Promise<PlacedOrder & { readonly id: string }> {
  const placed = await settledOrder(trade, { payment: "card", card });
  const path = `/orders/${placed.order}/lines/${placed.line}/problem`;
  const made = await call("POST", path, { problem: "damaged", quantityMilli: 1000 });
  return { ...placed, id: String(made.body["id"]) };
}
const accept = (id: string, refundCents = 310) =>
  call("POST", `/problems/${id}/answer`, { verdict: "accepted", refundCents });
const payback = (id: string) => call("POST", `/problems/${id}/payback`, { source: "cash" });
const told = async (order: string) =>
  ((await call("GET", `/orders/${order}/problems`)).body["items"] as object[])[0];
const failed = async () =>
  (await call("GET", "/after-effects")).body["items"] as { readonly id: number }[];
const retry = async () => call("POST", `/after-effects/${(await failed())[0]?.id}/attempts`);
const tick = (minutes = 1) => {
  trade.market.time.now += minutes * 60_000;
  return trade.market.tick();
};
const balances = (...codes: string[]) =>
  codes.map((code) => {
    const sql = `SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
      WHERE code = '${code}'`;
    return trade.rows(sql)[0]?.[0] ?? null;
  });
const given = () => trade.doubles.payments.refunds();
const order = async (id: string) =>
  (
    await trade.market.call<string>("GET", `/ordini/${id}`, { token: trade.officer })
  ).body.replaceAll("\u00a0", " ");

describe("what a card paid goes back to the card", () => {
  test("once it is accepted, with its posting, and the order says so", async () => {
    const { order: orderId, id } = await reported();
    expect((await accept(id)).body).toMatchObject({ way: "card", refundCents: 310 });
    expect(balances("refunds-due", "card-clearing")).toEqual([-310, 1610]);
    expect(await told(orderId)).toMatchObject({ state: "on-its-way", way: "card" });
    expect(await order(orderId)).toContain("Ti restituiamo 3,10 € sulla carta");
    expect(codeOf(await payback(id))).toEqual([409, "nothing-to-pay-back"]);
    await tick();
    expect(given()).toMatchObject([{ amountCents: 310 }]);
    expect(balances("refunds-due", "card-clearing")).toEqual([0, 1300]);
    expect(await told(orderId)).toMatchObject({ state: "refunded", way: "card" });
    expect(await order(orderId)).toMatch(/Ti abbiamo restituito 3,10 € sulla carta il \d+ giugno/);
    expect(codeOf(await payback(id))).toEqual([409, "nothing-to-pay-back"]);
    expect((await call("GET", "/ledger/trial-balance")).body).toMatchObject({ sumCents: 0 });
  });

  test("once only, when the answer is lost and the minute runs again", async () => {
    const { id } = await reported();
    await trade.doubles.fail("timeout-after-commit");
    await accept(id);
    await tick();
    expect(given()).toHaveLength(1);
    expect(balances("refunds-due")).toEqual([-310]);
    await tick(5);
    await tick(5);
    expect(given()).toHaveLength(1);
    expect(balances("refunds-due", "card-clearing")).toEqual([0, 1300]);
    expect(trade.rows("SELECT count(*) FROM ledger_tx WHERE kind = 'card-refund'")).toEqual([[1]]);
  });

  test("once only, when two minutes run at once and two officers answer", async () => {
    const { id } = await reported();
    const both = await Promise.all([accept(id), accept(id, 200)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await Promise.all([trade.market.tick(), trade.market.tick()]);
    expect(given()).toHaveLength(1);
    expect(trade.rows("SELECT count(*) FROM ledger_tx WHERE kind = 'card-refund'")).toEqual([[1]]);
  });

  test("but not what the card did not pay itself: that is handed back", async () => {
    const { order: orderId, id } = await reported();
    trade.rows(
      `UPDATE customer_order SET captured_cents = 309 WHERE id = '${orderId}' RETURNING 1`,
    );
    expect((await accept(id)).body).toMatchObject({ way: "by-hand" });
    await tick();
    expect(given()).toEqual([]);
    expect(await told(orderId)).toMatchObject({ state: "owed" });
  });
});

describe("what a card does not take", () => {
  test("is owed, and a letter says how it comes back", async () => {
    const { order: orderId, id } = await reported(KEEPS);
    await accept(id);
    await tick();
    expect(await told(orderId)).toMatchObject({ state: "owed", way: "by-hand" });
    expect(balances("refunds-due", "card-clearing")).toEqual([-310, 1610]);
    expect(await failed()).toMatchObject([{ topic: "payment-refund", refusedRefund: id }]);
    await tick();
    const letters = trade.doubles.mailbox.messages().filter(({ subject }) => {
      return subject.includes("i soldi tornano in un altro modo");
    });
    expect(letters.map(({ to }) => to)).toEqual(["anna@example.org"]);
    expect((await payback(id)).status).toBe(200);
    expect(balances("refunds-due", "cash")).toEqual([0, -310]);
    expect(await told(orderId)).toMatchObject({ state: "refunded", way: "by-hand" });
    expect(await failed()).toEqual([]);
  });

  test("can be tried again as a new deed, and is not handed back meanwhile", async () => {
    const { order: orderId, id } = await reported(KEEPS);
    await accept(id);
    await tick();
    expect((await retry()).status).toBe(200);
    expect(await told(orderId)).toMatchObject({ state: "on-its-way" });
    expect(codeOf(await payback(id))).toEqual([409, "nothing-to-pay-back"]);
    await tick();
    expect(await told(orderId)).toMatchObject({ state: "owed" });
  });

  test("of who tries it again and who hands it back, one is told no", async () => {
    const { id } = await reported(KEEPS);
    await accept(id);
    await tick();
    const both = await Promise.all([retry(), payback(id)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});
