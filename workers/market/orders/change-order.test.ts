import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { addHousehold } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop, type Shop } from "#tests/shop.ts";

interface OrderBody {
  readonly id: string;
  readonly orderToken: string;
  readonly lines: readonly {
    readonly id: string;
    readonly seq: number;
    readonly wantedMilli: number;
  }[];
  readonly cancelledAt: number | null;
}

interface ChangedBody {
  readonly code?: string;
  readonly lineId: string | null;
  readonly isCancelled: boolean;
  readonly holdCents: number;
  readonly goodsEstimatedCents: number;
  readonly availableAfterCents: number | null;
}

let market: Market;
let doubles: Doubles;
let shop: Shop;
let officer: string;

beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  officer = await setUp(market, { "wallet-floor": "-1000" });
  shop = openShop(market, [
    { name: "pane", priceCents: 520 },
    { name: "uova", priceCents: 290, stockMilli: 5000 },
  ]);
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

const wish = (name: string, wantedMilli: number) => ({ offerId: shop.offers[name], wantedMilli });
const count = (sql: string) =>
  Number(Object.values(market.database.prepare(sql).get([]) as object)[0]);
const reserved = () => count("SELECT reserved_milli FROM stock_pool");

async function guest(own: object = {}): Promise<OrderBody> {
  const { body } = await market.call<OrderBody>("POST", "/api/v1/orders", {
    body: {
      cycleId: shop.cycleId,
      contact: { name: "Anna Zeni" },
      place: shop.pickupPointId,
      payment: "at-pickup",
      lines: [wish("pane", 1000), wish("uova", 2000)],
      ...own,
    },
  });
  return body;
}

const read = async (order: OrderBody) =>
  (await market.call<OrderBody>("GET", `/api/v1/orders/${order.id}`, { order: order.orderToken }))
    .body;
const change = (order: OrderBody, method: string, path: string, body?: object, key?: string) =>
  market.call<ChangedBody>(method, `/api/v1/orders/${order.id}${path}`, {
    order: order.orderToken,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });

test("a line keeps its place in the queue when its quantity changes", async () => {
  const order = await guest();
  const other = await guest();
  const [bread, eggs] = (await read(order)).lines;
  const { status } = await change(order, "PUT", `/lines/${eggs?.id}`, { wantedMilli: 1000 });
  expect(status).toBe(200);
  expect((await read(order)).lines).toMatchObject([
    { id: bread?.id, seq: 1, wantedMilli: 1000 },
    { id: eggs?.id, seq: 2, wantedMilli: 1000 },
  ]);
  expect((await read(other)).lines.map((line) => line.seq)).toEqual([3, 4]);
  expect(reserved()).toBe(3000);
});

test("what was added later queues later, and is answered with its line", async () => {
  const order = await guest();
  const added = await change(order, "POST", "/lines", wish("pane", 3000));
  expect(added.body).toMatchObject({ goodsEstimatedCents: 4 * 520 + 580 });
  const lines = (await read(order)).lines;
  expect(lines.at(-1)).toMatchObject({ id: added.body.lineId, seq: 3, wantedMilli: 3000 });
});

test("a change that is sent twice happens once", async () => {
  const order = await guest();
  const first = await change(order, "POST", "/lines", wish("uova", 1000), "more-eggs");
  const second = await change(order, "POST", "/lines", wish("uova", 1000), "more-eggs");
  expect(second.body).toEqual(first.body);
  expect((await read(order)).lines).toHaveLength(3);
  expect(reserved()).toBe(3000);
});

test("nobody takes more than there is, also when changing", async () => {
  const order = await guest();
  const [, eggs] = (await read(order)).lines;
  const all = await change(order, "PUT", `/lines/${eggs?.id}`, { wantedMilli: 5000 });
  expect(all.status).toBe(200);
  const more = await change(order, "PUT", `/lines/${eggs?.id}`, { wantedMilli: 6000 });
  expect([more.status, more.body]).toMatchObject([409, { code: "short-stock", leftMilli: 5000 }]);
});

test("withdrawing the last line cancels the order and gives everything back", async () => {
  const order = await guest();
  const [bread, eggs] = (await read(order)).lines;
  expect((await change(order, "DELETE", `/lines/${eggs?.id}`)).body.isCancelled).toBe(false);
  expect(reserved()).toBe(0);
  expect((await change(order, "DELETE", `/lines/${bread?.id}`)).body.isCancelled).toBe(true);
  expect((await read(order)).cancelledAt).toBe(market.time.now);
  const late = await change(order, "POST", "/lines", wish("pane", 1000));
  expect([late.status, late.body.code]).toEqual([409, "order-cancelled"]);
  expect(count("SELECT sum(orders) + sum(lines) FROM place_total")).toBe(0);
  expect(count("SELECT sum(demand_milli) + sum(estimated_cents) FROM offer_total")).toBe(0);
});

test("ten changes at once of one order all happen, or say that they did not", async () => {
  const order = await guest();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => change(order, "POST", "/lines", wish("pane", 1000))),
  );
  const happened = answers.filter((answer) => answer.status === 200).length;
  const refused = answers.filter((answer) => answer.body.code === "changed-meanwhile").length;
  expect(happened + refused).toBe(10);
  expect((await read(order)).lines).toHaveLength(2 + happened);
});

test("after the close an order stays as it is", async () => {
  const order = await guest();
  market.time.now += 24 * 3600 * 1000;
  const cancelled = await change(order, "POST", "/cancellation", {});
  expect([cancelled.status, cancelled.body.code]).toEqual([409, "cycle-closed"]);
});

test("a wallet follows each change of its order, down to its floor", async () => {
  const householdId = addHousehold(market);
  const entry = { kind: "opening", amountCents: 1000 };
  const wallet = `/api/v1/households/${householdId}/wallet`;
  await market.call("POST", `${wallet}/entries`, { token: officer, body: entry });
  const place = { cycleId: shop.cycleId, householdId, place: shop.pickupPointId };
  const body = { ...place, payment: "wallet", lines: [wish("pane", 1000)] };
  const { body: order } = await market.call<OrderBody>("POST", "/api/v1/orders", {
    token: officer,
    body,
  });
  const edit = (method: string, path: string, sent?: object) =>
    market.call<ChangedBody>(method, `/api/v1/orders/${order.id}${path}`, {
      token: officer,
      ...(sent === undefined ? {} : { body: sent }),
    });
  expect((await edit("POST", "/lines", wish("pane", 2000))).body.availableAfterCents).toBe(-560);
  const tooMuch = await edit("POST", "/lines", wish("pane", 1000));
  expect(tooMuch.body).toMatchObject({ code: "wallet-floor", balanceAfterCents: -1080 });
  const fewer = await edit("PUT", `/lines/${order.lines[0]?.id}`, { wantedMilli: 2000 });
  expect(fewer.body.code).toBe("wallet-floor");
  const gone = await edit("POST", "/cancellation", {});
  expect(gone.body).toMatchObject({ isCancelled: true, availableAfterCents: 1000 });
  const { body: after } = await market.call("GET", wallet, { token: officer });
  expect(after).toMatchObject({ availableCents: 1000, heldCents: 0 });
});

test("a card that must hold more is asked again, and its old hold is released", async () => {
  const order = await guest({ payment: "card", card: "card-ok" });
  const more = await change(order, "POST", "/lines", { ...wish("pane", 2000), card: "card-ok" });
  expect(more.body.holdCents).toBe(3 * 520 + 580);
  const no = await change(order, "POST", "/lines", { ...wish("pane", 2000), card: "card-0002" });
  expect([no.status, no.body.code]).toEqual([402, "payment-declined"]);
  await market.tick();
  const states = doubles.payments.holds().map((hold) => [hold.amountCents, hold.state]);
  expect(states).toEqual(
    expect.arrayContaining([
      [1100, "released"],
      [2140, "authorised"],
    ]),
  );
  await change(order, "POST", "/cancellation", {});
  await market.tick();
  const left = doubles.payments.holds().filter((hold) => hold.state === "authorised");
  expect(left).toEqual([]);
  expect(count("SELECT count(*) FROM ledger_balance WHERE posted_cents <> 0")).toBe(0);
});

test("a line that is not of the order is not there", async () => {
  const order = await guest();
  const other = await guest();
  const [theirs] = (await read(other)).lines;
  const { status, body } = await change(order, "DELETE", `/lines/${theirs?.id}`);
  expect([status, body.code]).toEqual([404, "line-unknown"]);
});

test("a guest's link opens its order for as long as was said when it was placed", async () => {
  const days = { value: "7", reason: "assemblea" };
  const early = await guest();
  const path = "/api/v1/rules/order-link-days/versions";
  market.time.now += 1;
  const decided = await market.call("POST", path, { token: officer, body: days });
  expect(decided.status).toBe(201);
  const late = await guest();
  const status = async (order: OrderBody) =>
    (await market.call("GET", `/api/v1/orders/${order.id}`, { order: order.orderToken })).status;
  market.time.now += 7 * 24 * 3600 * 1000 - 1;
  expect([await status(early), await status(late)]).toEqual([200, 200]);
  market.time.now += 1;
  expect([await status(early), await status(late)]).toEqual([200, 404]);
});
