import { afterEach, beforeEach, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { deliveredOrder, handOut, openEggs, settledOrder } from "#tests/handed-out.ts";
import type { Trade } from "#tests/trading.ts";

interface Told {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

const DAY = 24 * 3600 * 1000;
let trade: Trade;
beforeEach(async () => {
  trade = await openEggs();
});
afterEach(() => trade.close());

const call = <T = Record<string, unknown>>(method: string, path: string, body?: object) =>
  trade.market.call<T>(method, `/api/v1${path}`, {
    token: trade.officer,
    ...(body === undefined ? {} : { body }),
  });
const codeOf = (got: { status: number; body: Record<string, unknown> }) => [
  got.status,
  got.body["code"],
];

const report = (
  { order, line }: { readonly order: string; readonly line: string },
  body: object = {},
) =>
  call<Told>("POST", `/orders/${order}/lines/${line}/problem`, {
    problem: "damaged",
    quantityMilli: 1000,
    words: "Tre erano rotte",
    ...body,
  });
const accept = (id: string, refundCents = 310) =>
  call<Told>("POST", `/problems/${id}/answer`, { verdict: "accepted", refundCents });
const told = async (order: string) =>
  (await call<{ items: Told[] }>("GET", `/orders/${order}/problems`)).body.items;
const balances = (...codes: string[]) =>
  codes.map((code) => {
    const sql = `SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
      WHERE code = '${code}'`;
    return trade.rows(sql)[0]?.[0] ?? null;
  });

test("what is wrong with something is told once, after it was handed out", async () => {
  const placed = await deliveredOrder(trade);
  expect(codeOf(await report(placed))).toEqual([409, "order-not-handed-out"]);
  await handOut(trade, placed);
  expect(codeOf(await report(placed, { quantityMilli: 2001 }))).toEqual([422, "problem-too-much"]);
  const made = await report(placed);
  expect(made.status).toBe(201);
  expect(await told(placed.order)).toMatchObject([
    { id: made.body.id, state: "open", productName: "uova", proposedCents: 310 },
  ]);
  expect(codeOf(await report(placed))).toEqual([409, "problem-reported"]);
});

test("after the days that the order was promised nothing is heard any more", async () => {
  const placed = await settledOrder(trade);
  trade.market.time.now += 7 * DAY;
  expect(codeOf(await report(placed))).toEqual([409, "problem-too-late"]);
});

test("a wallet gets back what was accepted; payable, fee and VAT follow to the cent", async () => {
  const family = await trade.household(10_000);
  const placed = await settledOrder(trade, family);
  const producer = trade.shop.producers["uova"] ?? "";
  const accounts = [`wallet:${family.householdId}`, `payable:${producer}`, `vat:${producer}:1000`];
  expect(balances(...accounts)).toEqual([-8390, -583, -56]);
  const { id } = (await report(placed)).body;
  const got = await accept(id);
  expect(got.body).toMatchObject({ refundCents: 310, way: "wallet", borneBy: "producer" });
  expect(balances(...accounts)).toEqual([-8700, -292, -28]);
  const shown = (await call("GET", `/orders/${placed.order}`)).body;
  expect(shown).toMatchObject({ finalTotalCents: 1610, refundedCents: 310 });
  expect(await told(placed.order)).toMatchObject([{ state: "refunded", refundCents: 310 }]);
  const trial = await call("GET", "/ledger/trial-balance");
  expect(trial.body).toMatchObject({ sumCents: 0 });
  expect(await trade.get("/books")).toMatchObject({ refundedCents: 310, goodsCents: 1610 });
});

test("what was not paid by wallet is owed until it is handed back, once", async () => {
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  expect((await accept(id, 300)).body).toMatchObject({ way: "by-hand", refundCents: 300 });
  expect(balances("refunds-due")).toEqual([-300]);
  expect(await told(placed.order)).toMatchObject([{ state: "owed" }]);
  const payback = () => call("POST", `/problems/${id}/payback`, { source: "cash" });
  expect((await payback()).status).toBe(200);
  expect(balances("refunds-due", "cash")).toEqual([0, -300]);
  expect(codeOf(await payback())).toEqual([409, "nothing-to-pay-back"]);
  expect(await told(placed.order)).toMatchObject([{ state: "refunded" }]);
});

test("nothing goes back before it was paid, and never more than was paid", async () => {
  const placed = await deliveredOrder(trade);
  await handOut(trade, placed);
  const { id } = (await report(placed)).body;
  expect(codeOf(await accept(id))).toEqual([409, "order-not-settled"]);
  await trade.act("/settlement");
  const much = await accept(id, 621);
  expect([much.status, much.body]).toMatchObject([
    422,
    { code: "refund-too-high", mostCents: 620 },
  ]);
  expect((await accept(id, 620)).status).toBe(200);
});

test("a report is answered once, though two officers answer at the same moment", async () => {
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  const decline = { verdict: "declined", words: "Erano intere alla consegna" };
  const both = await Promise.all([accept(id), call("POST", `/problems/${id}/answer`, decline)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(codeOf(await accept(id))).toEqual([409, "problem-answered"]);
  expect(trade.rows("SELECT count(*) FROM order_problem_answer")).toEqual([[1]]);
});

test("who declines says why", async () => {
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  const wordless = await call("POST", `/problems/${id}/answer`, { verdict: "declined" });
  expect(codeOf(wordless)).toEqual([400, "invalid-input"]);
  await call("POST", `/problems/${id}/answer`, { verdict: "declined", words: "Erano intere" });
  expect(await told(placed.order)).toMatchObject([{ state: "declined", reply: "Erano intere" }]);
  expect(balances("refunds-due")).toEqual([null]);
});

test("whoever reported and the producer read the answer by letter", async () => {
  const producer = trade.shop.producers["uova"] ?? "";
  trade.market.database
    .prepare("UPDATE enterprise SET email = 'uova@example.org' WHERE id = ?")
    .run([producer]);
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  await accept(id);
  await trade.market.tick();
  const letters = trade.doubles.mailbox
    .messages()
    .filter(({ subject }) => /segnalazione/i.test(subject));
  expect(letters.map(({ to }) => to).toSorted()).toEqual([
    "anna@example.org",
    "uova@example.org",
    "uova@example.org",
  ]);
  const toProducer = letters.filter(({ to }) => to === "uova@example.org");
  for (const { text } of toProducer) expect(text).not.toContain("Anna");
});

test("the rule in force when it was ordered says who bears it", async () => {
  const decision = { value: "network", reason: "Deciso in assemblea" };
  await call("POST", "/rules/refund-borne-by/versions", decision);
  trade.market.time.now += 1000;
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  expect((await accept(id)).body).toMatchObject({ borneBy: "network" });
  expect(balances("refunds-borne", "refunds-due")).toEqual([310, -310]);
});

test("a producer reads what is said of its goods, not whose order it was", async () => {
  const placed = await settledOrder(trade);
  await report(placed);
  const producer = trade.shop.producers["uova"] ?? "";
  const path = `/api/v1/enterprises/${producer}/problems`;
  const as = (token: string) => trade.market.call<{ items: Told[] }>("GET", path, { token });
  const own = (await as(addToken(trade.market, "producer", producer))).body.items;
  expect(own).toMatchObject([{ productName: "uova", words: "Tre erano rotte" }]);
  expect(Object.keys(own[0] ?? {})).not.toContain("orderId");
  expect(Object.keys(own[0] ?? {})).not.toContain("orderCode");
  const another = trade.shop.producers["monte"] ?? "";
  expect((await as(addToken(trade.market, "producer", another))).status).toBe(403);
  const all = await call<{ items: Told[] }>("GET", "/problems");
  expect(all.body.items).toMatchObject([{ orderId: placed.order }]);
});

test("an answer is signed", async () => {
  const placed = await settledOrder(trade);
  const { id } = (await report(placed)).body;
  const sent = { token: trade.officer, body: { verdict: "declined", words: "No" } };
  const path = `/api/v1/problems/${id}/answer`;
  const got = await trade.market.call("POST", path, { ...sent, unsigned: true });
  expect(codeOf(got)).toEqual([403, "passkey-needed"]);
});

test("who reported reads the answer in the order's language, producers in Italian", async () => {
  const producer = trade.shop.producers["uova"] ?? "";
  trade.rows(
    `UPDATE enterprise SET email = 'uova@example.org' WHERE id = '${producer}' RETURNING 1`,
  );
  const placed = await settledOrder(trade, { language: "en" });
  const { id } = (await report(placed)).body;
  await accept(id);
  const letters = `SELECT kind, recipient, words ->> 'lang' FROM letter
    WHERE kind LIKE 'problem-%' ORDER BY id`;
  expect(trade.rows(letters)).toEqual([
    ["problem-reported", "uova@example.org", "it"],
    ["problem-answered", "anna@example.org", "en"],
    ["problem-answered", "uova@example.org", "it"],
  ]);
});
