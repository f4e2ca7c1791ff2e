import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
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
let officer: string;
let shop: Shop;

beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  officer = await setUp(market, { "wallet-floor": "-1000" });
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

async function withWallet(amountCents: number): Promise<string> {
  const household = addHousehold(market);
  const path = `/api/v1/households/${household}/wallet/entries`;
  const body = { kind: "opening", amountCents };
  const { status } = await market.call("POST", path, { token: officer, body });
  expect(status).toBe(201);
  return household;
}

test("a guest orders in one request and gets a link that opens this order only", async () => {
  const { status, body } = await place(guestOrder([line("pane", 2000), line("monte")]));
  expect(status).toBe(201);
  expect(body).toMatchObject({ checkoutTotalCents: 2030, holdCents: 1040 + 1139 });
  expect(body.orderToken).toHaveLength(32);
  const mine = await market.call("GET", `/api/v1/orders/${body.id}`, {
    order: body.orderToken ?? "",
  });
  expect(mine.status).toBe(200);
  expect(mine.body).toMatchObject({ id: body.id, lines: [{ seq: 1 }, { seq: 2 }] });
  const anyone = await market.call("GET", `/api/v1/orders/${body.id}`);
  expect([anyone.status, anyone.body["code"]]).toEqual([404, "not-found"]);
});

test("home delivery adds its fee and needs an address", async () => {
  const home = guestOrder([line("pane")], { place: "home" });
  expect((await place(home)).body).toMatchObject({ checkoutTotalCents: 520 + 350 });
  const nowhere = { ...home, contact: { name: "Anna Zeni" } };
  expect((await place(nowhere)).body.code).toBe("address-missing");
});

test("a deposit is part of what is paid", async () => {
  const { body } = await place(guestOrder([line("acqua", 3000)]));
  expect(body).toMatchObject({ checkoutTotalCents: 450, holdCents: 450 });
});

test("the same request a hundred times in parallel is one order with one answer", async () => {
  const body = guestOrder([line("uova")]);
  const sent = { key: "once", basket: "a-basket-token-of-this-test" };
  const answers = await Promise.all(Array.from({ length: 100 }, () => place(body, sent)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(count("SELECT count(*) FROM customer_order")).toBe(1);
  expect(count("SELECT reserved_milli FROM stock_pool")).toBe(1000);
  const other = await place(guestOrder([line("pane")]), sent);
  expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
  const stranger = await place(body, { key: "once" });
  expect(stranger.status).toBe(201);
  expect(stranger.body.id).not.toBe(answers[0]?.body.id);
});

test("twenty buyers of three boxes of eggs: three win, the others hear none is left", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      place(guestOrder([line("uova")], i % 2 === 0 ? { payment: "card", card: "card-ok" } : {})),
    ),
  );
  const won = answers.filter((answer) => answer.status === 201);
  const lost = answers.filter((answer) => answer.status === 409);
  expect([won.length, lost.length]).toEqual([3, 17]);
  for (const { body } of lost) expect(body).toMatchObject({ code: "short-stock", leftMilli: 0 });
  expect(count("SELECT reserved_milli FROM stock_pool")).toBe(3000);
  const held = doubles.payments.holds().length;
  expect(held).toBe(count("SELECT count(*) FROM customer_order WHERE payment = 'card'"));
});

test("a wallet is reserved down to its floor, and not a cent further", async () => {
  const householdId = await withWallet(1000);
  const order = (lines: object[]) =>
    place(
      { cycleId: shop.cycleId, householdId, place: shop.pickupPointId, payment: "wallet", lines },
      { token: officer },
    );
  const tooMuch = await order([line("monte", 2000), line("pane")]);
  expect([tooMuch.status, tooMuch.body]).toEqual([
    409,
    expect.objectContaining({ code: "wallet-floor", balanceAfterCents: -1500, floorCents: -1000 }),
  ]);
  const fits = await order([line("monte", 2000)]);
  expect(fits.body).toMatchObject({ availableAfterCents: -980 });
  const again = await order([line("pane")]);
  expect(again.body).toMatchObject({ code: "order-exists", orderId: fits.body.id });
  expect(count("SELECT sum(posted_cents) FROM ledger_balance")).toBe(0);
});

test("a household's order is its own: nobody else places or reads it", async () => {
  const householdId = await withWallet(1000);
  const body = {
    cycleId: shop.cycleId,
    householdId,
    place: shop.pickupPointId,
    payment: "wallet",
    lines: [line("pane")],
  };
  expect((await place(body)).body.code).toBe("not-signed-in");
  const absent = { ...body, householdId: shop.hubId };
  expect((await place(absent, { token: officer })).body.code).toBe("not-found");
});

test("orders are refused before the opening and from the close on", async () => {
  market.time.now += 24 * 3600 * 1000 - 1;
  expect((await place(guestOrder([line("pane")]))).status).toBe(201);
  market.time.now += 1;
  const late = await place(guestOrder([line("pane")]));
  expect([late.status, late.body.code]).toEqual([409, "cycle-closed"]);
});

test.each([0, -1, 1.5, 1e9, "1", null, 999])("a quantity of %j is refused", async (quantity) => {
  const lines = [{ ...line("pane"), wantedMilli: quantity }];
  const { status } = await place(guestOrder(lines));
  expect([400, 422]).toContain(status);
});

test("what does not exist, or is nothing, is refused by name", async () => {
  const unknown = [{ ...line("pane"), offerId: shop.hubId }];
  expect((await place(guestOrder(unknown))).body.code).toBe("offer-unknown");
  expect((await place(guestOrder([]))).body.code).toBe("order-empty");
  expect((await place(guestOrder([line("pane")], { place: shop.hubId }))).body.code).toBe(
    "place-unknown",
  );
  expect((await place(guestOrder([line("pane")], { contact: null }))).body.code).toBe(
    "contact-missing",
  );
  const wallet = guestOrder([line("pane")], { payment: "wallet" });
  expect((await place(wallet)).body.code).toBe("wallet-missing");
  const elsewhere = guestOrder([line("pane")], { cycleId: shop.hubId });
  expect((await place(elsewhere)).body.code).toBe("not-found");
  const tampered = guestOrder([line("pane")], { checkoutTotalCents: 1 });
  expect((await place(tampered)).status).toBe(400);
});

test("a cycle that groups share is for their households, and for those of no group", async () => {
  const [sharing, other] = [addGroup(market), addGroup(market)];
  market.database.prepare("INSERT INTO cycle_group VALUES (?, ?, 0)").run([shop.cycleId, sharing]);
  const order = (householdId: string) =>
    place(
      {
        cycleId: shop.cycleId,
        householdId,
        place: shop.pickupPointId,
        payment: "at-pickup",
        lines: [line("pane")],
      },
      { token: officer },
    );
  expect((await order(addHousehold(market, sharing))).status).toBe(201);
  expect((await order(addHousehold(market))).status).toBe(201);
  expect((await order(addHousehold(market, other))).body.code).toBe("cycle-not-for-group");
});
