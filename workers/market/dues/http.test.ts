import { afterEach, beforeEach, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

interface Effect {
  readonly id: number;
  readonly topic: string;
  readonly reason: string;
  readonly orderId: string | null;
  readonly amountCents: number | null;
}

let trade: Trade;
let order: string;
beforeEach(async () => {
  trade = await openTrade([
    { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
    { name: "pane" },
  ]);
  order = await trade.order(
    [
      ["pane", 2],
      ["monte", 1],
    ],
    { payment: "card", card: "visa" },
  );
});
afterEach(() => trade.close());

const call = <T = Record<string, unknown>>(method: string, path: string, body?: object) =>
  trade.market.call<T>(method, `/api/v1${path}`, {
    token: trade.officer,
    ...(body === undefined ? {} : { body }),
  });
const effects = async () => (await call<{ items: Effect[] }>("GET", "/after-effects")).body.items;
const shown = async () => (await call("GET", `/orders/${order}`)).body;
const dues = async () => (await call<{ items: object[] }>("GET", "/dues")).body.items;
const retry = (id: number | undefined) => call("POST", `/after-effects/${id}/attempts`);
const pay = (paidCents: number, source: string) =>
  call("POST", `/orders/${order}/due-payment`, { paidCents, source });
const receivable = () =>
  trade.rows(`SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
    WHERE code IN ('card-receivable', 'card-held') ORDER BY code DESC`);

/** The week is delivered and charged, and the card says no: its hold is gone. */
async function settleDeclined(grams = 500): Promise<void> {
  const [hold] = trade.doubles.payments.holds();
  await fetch(`${trade.doubles.payments.url}/holds/${hold?.id}/release`, {
    method: "POST",
    headers: { "Idempotency-Key": "by-the-bank", "Content-Type": "application/json" },
    body: "{}",
  });
  await settle(grams);
}

async function settle(grams: number): Promise<void> {
  await trade.act("/closure");
  await trade.act("/dispatch");
  const line = (await trade.lines()).find(({ seq }) => seq === 2);
  await trade.act("/weights", { weights: [{ lineId: line?.id, grams }] });
  await trade.act("/delivery");
  await trade.act("/settlement");
  await trade.market.tick();
}

test("a card that declines leaves the sum to be paid, and a letter says so", async () => {
  await settleDeclined();
  expect(await shown()).toMatchObject({
    finalTotalCents: 1790,
    dueCents: 1790,
    capturedCents: null,
  });
  const due = { orderId: order, amountCents: 1790, reason: "hold-released" };
  expect(await dues()).toMatchObject([due]);
  expect(await effects()).toMatchObject([{ topic: "payment-capture", ...due }]);
  expect(receivable()).toEqual([[1790], [trade.doubles.payments.holds()[0]?.amountCents]]);
  await trade.market.tick();
  const letters = trade.doubles.mailbox
    .messages()
    .filter(({ subject }) => subject.includes("resta"));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.to).toBe("anna@example.org");
});

test("the order's page says what is left, and how it can be paid", async () => {
  await settleDeclined();
  const page = await trade.market.call<string>("GET", `/ordini/${order}`, {
    token: trade.officer,
  });
  const words = page.body.replaceAll("\u00a0", " ");
  expect(words).toContain("la carta non ha coperto il conto: restano 17,90 €");
  expect(words).toContain("in contanti al punto di ritiro");
});

test("what a card did not pay is paid once, in another way, to the cent", async () => {
  await settleDeclined();
  const less = await pay(1789, "bank");
  expect([less.status, less.body]).toMatchObject([422, { code: "due-differs", dueCents: 1790 }]);
  expect((await pay(1790, "bank")).status).toBe(200);
  expect(await shown()).toMatchObject({ dueCents: null, capturedCents: 1790 });
  const twice = await pay(1790, "bank");
  expect([twice.status, twice.body["code"]]).toEqual([409, "nothing-due"]);
  await trade.market.tick();
  expect(receivable()).toEqual([[0], [0]]);
  expect([await dues(), await effects()]).toEqual([[], []]);
  const books = await trade.get<Record<string, number>>("/books");
  expect(books).toMatchObject({ cardChargedCents: 1790, dueCollectedCents: 1790 });
});

test("the counter takes in cash what a card did not pay", async () => {
  await settleDeclined();
  const body = { paidCents: 1790 };
  expect((await call("POST", `/orders/${order}/pickup-payment`, body)).status).toBe(200);
  expect(await shown()).toMatchObject({ dueCents: null, capturedCents: 1790 });
  const again = await call("POST", `/orders/${order}/pickup-payment`, body);
  expect([again.status, again.body["code"]]).toEqual([422, "not-paid-at-pickup"]);
});

test("a capture that is tried again is not due meanwhile, and is once it is refused", async () => {
  await settleDeclined();
  const [failed] = await effects();
  const tried = await retry(failed?.id);
  expect([tried.status, tried.body]).toMatchObject([200, { topic: "payment-capture" }]);
  expect(await shown()).toMatchObject({ dueCents: null });
  const paying = await pay(1790, "cash");
  expect([paying.status, paying.body["code"]]).toEqual([409, "nothing-due"]);
  const now = await retry(failed?.id);
  expect([now.status, now.body["code"]]).toEqual([409, "effect-not-failed"]);
  trade.market.time.now += 1;
  await trade.market.tick();
  expect(await shown()).toMatchObject({ dueCents: 1790 });
  expect(trade.rows("SELECT number, ending FROM payment_due ORDER BY number")).toEqual([
    [1, "tried-again"],
    [2, null],
  ]);
});

test("of who tries the card again and who takes the money, one is told no", async () => {
  await settleDeclined();
  const [failed] = await effects();
  const both = await Promise.all([retry(failed?.id), pay(1790, "cash")]);
  const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 409]);
  await trade.market.tick();
  const [due = 0, paid = 0] = [(await shown())["dueCents"], (await shown())["capturedCents"]];
  expect(Number(due) + Number(paid)).toBe(1790);
});

test("a sum above the hold is captured as far as it goes; the rest is due", async () => {
  await settle(900);
  const held = trade.doubles.payments.holds()[0]?.amountCents ?? 0;
  const total = 800 + 1782;
  expect(held).toBeLessThan(total);
  const rest = { dueCents: total - held, capturedCents: held };
  expect(await shown()).toMatchObject({ finalTotalCents: total, ...rest });
  expect(await effects()).toEqual([]);
  expect((await pay(total - held, "cash")).status).toBe(200);
  expect(await shown()).toMatchObject({ dueCents: null, capturedCents: total });
  expect(receivable()).toEqual([[0], [0]]);
});

test("an answer that nobody knows leaves nothing due: the same deed is tried again", async () => {
  await settle(500);
  trade.market.database
    .prepare("UPDATE outbox SET done_at = NULL, dead_at = 1 WHERE topic = 'payment-capture'")
    .run([]);
  const [failed] = await effects();
  expect(await dues()).toEqual([]);
  expect((await retry(failed?.id)).status).toBe(200);
  await trade.market.tick();
  expect(trade.rows("SELECT count(*) FROM ledger_tx WHERE kind = 'card-capture'")).toEqual([[1]]);
  expect(await effects()).toEqual([]);
});

test("what failed is for those who keep the books; an auditor only reads it", async () => {
  await settleDeclined();
  const as = (method: string, path: string, token?: string) =>
    trade.market.call(method, `/api/v1${path}`, token === undefined ? {} : { token });
  const [auditor, hub] = [addToken(trade.market, "auditor"), trade.shop.hubId];
  expect((await as("GET", "/after-effects")).status).toBe(401);
  expect((await as("GET", "/after-effects", auditor)).status).toBe(200);
  expect((await as("GET", "/dues", addToken(trade.market, "hub", hub))).status).toBe(403);
  const [failed] = await effects();
  expect((await as("POST", `/after-effects/${failed?.id}/attempts`, auditor)).status).toBe(403);
  expect((await retry(999_999)).body["code"]).toBe("not-found");
  expect((await call("POST", "/after-effects/x/attempts")).body["code"]).toBe("invalid-input");
});

test("what is owed comes in pages, oldest first, also two of one instant", async () => {
  const orders = [order];
  for (let i = 0; i < 4; i++) {
    orders.push(await trade.order([["pane", 1]], { payment: "card", card: "visa" }));
  }
  const owe = trade.market.database.prepare(
    `INSERT INTO payment_due (order_id, number, amount_cents, reason, since)
      VALUES (?, 1, 100, 'hold-released', ?)`,
  );
  for (const [i, id] of orders.entries()) owe.run([id, 1000 - Math.floor(i / 2)]);
  const found: string[] = [];
  for (let after = ""; ;) {
    const path = `/dues?limit=2${after && `&after=${after}`}`;
    const { body } = await call<{ items: { orderId: string }[]; next: string | null }>("GET", path);
    found.push(...body.items.map(({ orderId }) => orderId));
    if (body.next === null) break;
    after = body.next;
  }
  const [one = "", two = "", three = "", four = "", five = ""] = orders;
  expect(found).toEqual([five, ...[three, four].toSorted(), ...[one, two].toSorted()]);
  expect((await call("GET", "/dues?after=x")).body["code"]).toBe("invalid-input");
});
