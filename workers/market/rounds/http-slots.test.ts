import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop, type Shop } from "#tests/shop.ts";

let market: Market;
let doubles: Doubles;
let officer: string;
let shop: Shop;
let slotId: string;

beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  officer = await setUp(market);
  shop = openShop(market, [{ name: "pane", priceCents: 520, stockMilli: 90_000 }]);
  const window = { fromMinute: 1020, toMinute: 1140 };
  const path = "/api/v1/delivery-windows";
  const made = await market.call("POST", path, { token: officer, body: window });
  slotId = String(made.body["id"]);
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

const limit = (capacityOrders: number | null) =>
  market.call("PUT", `/api/v1/slots/${slotId}/capacity`, {
    token: officer,
    body: { capacityOrders },
  });
const rooms = async () =>
  (await market.call("GET", `/api/v1/cycles/${shop.cycleId}/slots`)).body["items"];
const order = (own: object = {}, sent: object = {}) =>
  market.call("POST", "/api/v1/orders", {
    body: {
      cycleId: shop.cycleId,
      contact: { name: "Anna Zeni", email: "anna@example.org", street: "via Cantarane 3" },
      place: "home",
      slotId,
      payment: "at-pickup",
      lines: [{ offerId: shop.offers["pane"], wantedMilli: 1000 }],
      ...own,
    },
    ...sent,
  });
const rows = (sql: string) => Number(market.database.prepare(sql).pluck().all([])[0]);

test("a slot takes any number of orders until somebody says how many", async () => {
  expect(await rooms()).toEqual([]);
  expect((await order()).status).toBe(201);
  expect((await limit(3)).body).toEqual({ slotId, capacityOrders: 3 });
  expect(await rooms()).toEqual([{ slotId, capacityOrders: 3, leftOrders: 2 }]);
  await limit(null);
  expect(await rooms()).toEqual([]);
});

test("eight ask at once for the last three places of a slot: exactly three get one", async () => {
  await limit(3);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => order({ payment: "card", card: "card-ok" })),
  );
  const won = answers.filter(({ status }) => status === 201);
  const lost = answers.filter(({ status }) => status !== 201);
  expect(won).toHaveLength(3);
  expect(new Set(lost.map(({ status, body }) => `${status} ${String(body["code"])}`))).toEqual(
    new Set(["409 slot-full"]),
  );
  expect(await rooms()).toEqual([{ slotId, capacityOrders: 3, leftOrders: 0 }]);
  expect(rows("SELECT count(*) FROM customer_order")).toBe(3);
  // Who lost holds neither stock nor money.
  expect(rows("SELECT sum(quantity_milli) FROM stock_reservation")).toBe(3000);
});

test("an order that is cancelled gives its place to another", async () => {
  await limit(1);
  const first = await order();
  expect((await order()).body["code"]).toBe("slot-full");
  const path = `/api/v1/orders/${String(first.body["id"])}/cancellation`;
  const gone = await market.call("POST", path, { token: officer });
  expect(gone.status).toBe(200);
  expect((await order()).status).toBe(201);
});

test("a repeated order gets its answer though the slot is full by then", async () => {
  await limit(1);
  const sent = { key: "once", basket: "b".repeat(32) };
  const first = await order({}, sent);
  expect(first.status).toBe(201);
  expect((await order({}, sent)).body).toEqual(first.body);
});

test("a capacity below what a slot has takes no more, and sends nobody away", async () => {
  await order();
  await order();
  await limit(1);
  expect(await rooms()).toEqual([{ slotId, capacityOrders: 1, leftOrders: 0 }]);
  expect((await order()).body["code"]).toBe("slot-full");
  expect(rows("SELECT count(*) FROM customer_order WHERE cancelled_at IS NULL")).toBe(2);
});

test("of six who ask for the last two places of a pickup point two get one", async () => {
  market.database.exec("UPDATE pickup_point SET capacity_orders = 2");
  const own = { place: shop.pickupPointId, slotId: null };
  const answers = await Promise.all(Array.from({ length: 6 }, () => order(own)));
  const codes = answers.map(({ status, body }) => (status === 201 ? "won" : String(body["code"])));
  expect(codes.toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => "place-full"),
    "won",
    "won",
  ]);
  expect(rows("SELECT sum(quantity_milli) FROM stock_reservation")).toBe(2000);
  // At home there is room.
  expect((await order({ slotId: null })).status).toBe(201);
  const won = answers.find(({ status }) => status === 201);
  const path = `/api/v1/orders/${String(won?.body["id"])}/cancellation`;
  await market.call("POST", path, { token: officer });
  expect((await order(own)).status).toBe(201);
});

test("there is no slot of that name, and no capacity of nothing", async () => {
  const path = `/api/v1/slots/${"0".repeat(26)}/capacity`;
  const none = await market.call("PUT", path, { token: officer, body: { capacityOrders: 1 } });
  expect(none.body["code"]).toBe("not-found");
  expect((await limit(0)).body["code"]).toBe("invalid-input");
});
