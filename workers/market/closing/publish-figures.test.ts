import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDoubles } from "#tests/doubles.ts";
import { addHousehold } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openShop } from "#tests/shop.ts";

const DAY = 24 * 3600 * 1000;

/** Somebody's order: of which of two things how many, brought home or not, as a guest or not. */
interface Wish {
  readonly apples: number;
  readonly bread: number;
  readonly isHome: boolean;
  readonly isGuest: boolean;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  apples: fc.integer({ min: 0, max: 3 }),
  bread: fc.integer({ min: 1, max: 4 }),
  isHome: fc.boolean(),
  isGuest: fc.boolean(),
});

let market: Market;
let doubles: Awaited<ReturnType<typeof openDoubles>>;
let token: string;
beforeAll(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  token = await setUp(market);
});
afterAll(async () => {
  await market.close();
  await doubles.close();
});

const rows = (sql: string) => market.database.prepare(sql).raw().all([]) as number[][];
const one = (sql: string) => rows(sql)[0]?.[0] ?? 0;

/** What stands on an account of the trial balance, credit positive. */
async function credited(name: string): Promise<number> {
  const { body } = await market.call<{ classes: { name: string; balanceCents: number }[] }>(
    "GET",
    "/api/v1/ledger/trial-balance",
    { token },
  );
  return 0 - (body.classes.find((account) => account.name === name)?.balanceCents ?? 0);
}

/** Plays a whole cycle: these orders, delivered and settled some days later. */
async function playCycle(wishes: readonly Wish[], daysOn: number): Promise<string> {
  market.time.now += daysOn * DAY;
  const { cycleId, pickupPointId, offers } = openShop(market, [
    { name: "mele", priceCents: 333 },
    { name: "pane", priceCents: 415, depositCents: 20 },
  ]);
  for (const { apples, bread, isHome, isGuest } of wishes) {
    const lines = [
      { offerId: offers["mele"], wantedMilli: apples * 1000, toleranceMilli: 0 },
      { offerId: offers["pane"], wantedMilli: bread * 1000, toleranceMilli: 0 },
    ].filter(({ wantedMilli }) => wantedMilli > 0);
    const own = isGuest ? {} : { householdId: addHousehold(market) };
    const contact = {
      name: "Anna Zeni",
      email: "anna@example.org",
      street: "via Cantarane 3",
      postcode: "37129",
      town: "Verona",
    };
    const body = { cycleId, contact, place: isHome ? "home" : pickupPointId };
    const sent = { body: { ...body, payment: "at-pickup", lines, ...own } };
    const placed = await market.call("POST", "/api/v1/orders", isGuest ? sent : { ...sent, token });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
  }
  for (const deed of ["closure", "dispatch", "delivery", "settlement"]) {
    const path = `/api/v1/cycles/${cycleId}/${deed}`;
    const done = await market.call("POST", path, { token, body: {} });
    expect([200, 201], `${deed} ${JSON.stringify(done.body)}`).toContain(done.status);
  }
  return cycleId;
}

describe("what is told in public", () => {
  test("whatever is bought, the figures are the trial balance's, to the cent", async () => {
    const cycles = fc.tuple(fc.array(wish, { minLength: 1, maxLength: 8 }), fc.nat(20));
    await fc.assert(
      fc.asyncProperty(cycles, async ([wishes, daysOn]) => {
        await playCycle(wishes, daysOn);
        const figures = (column: string) => one(`SELECT sum(${column}) FROM cycle_figure`);
        expect(figures("network_fee_cents")).toBe(await credited("network-fee"));
        expect(figures("delivery_cents")).toBe(await credited("delivery-income"));
        expect(figures("deposits_cents")).toBe(await credited("deposits"));
        expect(figures("to_producers_cents")).toBe(await credited("payable"));
        expect(figures("vat_cents")).toBe(await credited("vat"));
        const taxable = await credited("taxable");
        expect(figures("goods_cents")).toBe(taxable + (await credited("vat")));
      }),
      { numRuns: 8 },
    );
  });

  test("producers' figures are those of the cycles with buyers enough, and of no other", () => {
    expect(rows("SELECT month, sum(goods_cents) FROM producer_figure GROUP BY 1")).toEqual(
      rows("SELECT month, sum(goods_cents) FROM cycle_figure WHERE buyers >= 5 GROUP BY 1"),
    );
  });

  test("households and points that come back in a month count once in it", async () => {
    market.time.now = Date.UTC(2027, 2, 3, 9);
    const first = openShop(market, [{ name: "noci" }]);
    const second = openShop(market, [{ name: "miele" }]);
    const households = Array.from({ length: 6 }, () => addHousehold(market));
    const order = async (shop: typeof first, thing: string, householdId: string) => {
      const lines = [{ offerId: shop.offers[thing], wantedMilli: 1000, toleranceMilli: 0 }];
      const body = { cycleId: shop.cycleId, place: first.pickupPointId, payment: "at-pickup" };
      const sent = { token, body: { ...body, lines, householdId, contact: null } };
      expect((await market.call("POST", "/api/v1/orders", sent)).status).toBe(201);
    };
    for (const household of households.slice(0, 5)) await order(first, "noci", household);
    for (const household of households.slice(1)) await order(second, "miele", household);
    for (const { cycleId } of [first, second]) {
      for (const deed of ["closure", "dispatch", "delivery", "settlement"]) {
        await market.call("POST", `/api/v1/cycles/${cycleId}/${deed}`, { token, body: {} });
      }
    }
    const told = `SELECT sum(buyers), sum(new_buyers), sum(new_points) FROM cycle_figure
      WHERE month = '2027-03'`;
    expect(rows(told)).toEqual([[10, 6, 1]]);
  });

  test("a cycle in which nobody bought has no figures", async () => {
    const before = one("SELECT count(*) FROM cycle_figure");
    const { cycleId } = openShop(market, [{ name: "sale" }]);
    for (const deed of ["closure", "dispatch", "delivery", "settlement"]) {
      await market.call("POST", `/api/v1/cycles/${cycleId}/${deed}`, { token, body: {} });
    }
    expect(one(`SELECT state = 'settled' FROM cycle WHERE id = '${cycleId}'`)).toBe(1);
    expect(one("SELECT count(*) FROM cycle_figure")).toBe(before);
  });
});
