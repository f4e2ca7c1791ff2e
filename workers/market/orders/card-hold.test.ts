import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop, type Shop, type Sold } from "#tests/shop.ts";

interface Placed {
  readonly id: string;
  readonly code: string;
  readonly orderToken: string | null;
  readonly checkoutTotalCents: number;
  readonly holdCents: number;
  readonly availableAfterCents: number | null;
  readonly lines: readonly { readonly id: string }[];
}

const goods: readonly Sold[] = [
  { name: "pane", priceCents: 520 },
  { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
  { name: "uova", priceCents: 290, stockMilli: 3000 },
  { name: "acqua", priceCents: 100, depositCents: 50 },
];

let market: Market;
let doubles: Doubles;
let shop: Shop;

beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  await setUp(market);
  shop = openShop(market, goods);
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

const contact = { name: "Anna Zeni", email: "anna@example.org", street: "via Cantarane 3" };
const line = (name: string, wantedMilli = 1000, toleranceMilli = 0) => ({
  offerId: shop.offers[name],
  wantedMilli,
  toleranceMilli,
});
const guestOrder = (lines: object[], own: object = {}) => ({
  cycleId: shop.cycleId,
  contact,
  place: shop.pickupPointId,
  payment: "at-pickup",
  lines,
  ...own,
});
const place = (body: object, sent: object = {}) =>
  market.call<Placed & { code: string }>("POST", "/api/v1/orders", { body, ...sent });
const count = (sql: string) =>
  Number(Object.values(market.database.prepare(sql).get([]) as object)[0]);

test("a card is asked once, holds the worst case, and its no leaves nothing behind", async () => {
  const paid = guestOrder([line("uova"), line("monte")], { payment: "card", card: "card-ok" });
  const { status, body } = await place(paid);
  expect(status).toBe(201);
  expect(doubles.payments.holds()).toMatchObject([{ amountCents: body.holdCents }]);
  expect(
    count(
      `SELECT posted_cents FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id
        WHERE a.code = 'card-held'`,
    ),
  ).toBe(290 + 1139);

  const declined = await place(guestOrder([line("uova")], { payment: "card", card: "card-0002" }));
  expect([declined.status, declined.body.code]).toEqual([402, "payment-declined"]);
  expect(count("SELECT count(*) FROM customer_order")).toBe(1);
  expect(count("SELECT reserved_milli FROM stock_pool")).toBe(1000);
  expect(count("SELECT count(*) FROM checkout WHERE ended_at IS NULL")).toBe(0);
});

test("a payment whose answer is lost is asked again under the same name", async () => {
  await doubles.fail("timeout-after-commit");
  const body = guestOrder([line("uova")], { payment: "card", card: "card-ok" });
  const sent = { key: "card-once", basket: "another-basket-token-here" };
  const first = await place(body, sent);
  expect([201, 503]).toContain(first.status);
  const second = await place(body, sent);
  expect(second.status).toBe(201);
  expect(doubles.payments.holds()).toHaveLength(1);
  expect(count("SELECT count(*) FROM customer_order")).toBe(1);
});

test("a card order that was never paid expires, and the same request may try again", async () => {
  const body = guestOrder([line("uova", 3000)], { payment: "card", card: "card-ok" });
  const sent = { key: "slow", basket: "the-basket-of-a-slow-payer" };
  await doubles.fail("error");
  expect((await place(body, sent)).status).toBe(503);
  expect(count("SELECT reserved_milli FROM stock_pool")).toBe(3000);
  market.time.now += 15 * 60_000;
  const other = await place(guestOrder([line("uova")]));
  expect(other.status).toBe(201);
  await market.tick();
  const late = await place(body, sent);
  expect(late.body).toMatchObject({ code: "short-stock", leftMilli: 2000 });
  const fewer = guestOrder([line("uova", 2000)], { payment: "card", card: "card-ok" });
  expect((await place(fewer, { ...sent, key: "slow-2" })).status).toBe(201);
});

test("the same request pays for what it could not pay in time", async () => {
  const body = guestOrder([line("pane")], { payment: "card", card: "card-ok" });
  const sent = { key: "late", basket: "the-basket-of-a-late-payer" };
  await doubles.fail("error");
  expect((await place(body, sent)).status).toBe(503);
  market.time.now += 16 * 60_000;
  await market.tick();
  expect((await place(body, sent)).status).toBe(201);
  expect(count("SELECT count(*) FROM customer_order")).toBe(1);
});
