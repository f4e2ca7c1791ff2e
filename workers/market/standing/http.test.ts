import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { addHousehold, addToken } from "#tests/households.ts";
import { addStanding } from "#tests/standing.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let household: HouseholdId;
let token: string;
beforeAll(async () => {
  trade = await openTrade([{ name: "pane" }, { name: "mele", kind: "kg", stepMilli: 500 }]);
});
afterAll(() => trade.close());
beforeEach(async () => {
  household = (await trade.household(5000)).householdId;
  token = addToken(trade.market, "household", household);
});

const variantOf = (name: string) =>
  String(
    trade.market.database
      .prepare("SELECT variant_id FROM offer WHERE id = ?")
      .pluck()
      .all([trade.shop.offers[name] ?? ""])[0],
  );
const ask = (method: string, what = "", body?: object, key?: string) =>
  trade.market.call(method, `/api/v1/households/${household}/standing-order${what}`, {
    token,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });
const list = (given: object = {}) => ({
  place: trade.shop.pickupPointId,
  payment: "wallet",
  lines: [
    { variantId: variantOf("pane"), wantedMilli: 2000 },
    { variantId: variantOf("mele"), wantedMilli: 1500, toleranceMilli: 500 },
  ],
  ...given,
});

describe("a household's list", () => {
  test("is set whole, at the prices of now, and read back in its order", async () => {
    const { status, body } = await ask("PUT", "", list());
    expect(status).toBe(200);
    const { body: read } = await ask("GET");
    expect(read).toMatchObject({
      id: body["id"],
      payment: "wallet",
      isInPart: true,
      priceRiseBasisPoints: 1000,
      pausedAt: null,
      skipsNext: false,
      lines: [
        { productName: "pane", wantedMilli: 2000, toleranceMilli: 0, agreedCents: 400 },
        { productName: "mele", wantedMilli: 1500, toleranceMilli: 500, agreedCents: 400 },
      ],
    });
    const shorter = list({ lines: [{ variantId: variantOf("mele"), wantedMilli: 500 }] });
    expect((await ask("PUT", "", shorter)).body["id"]).toBe(body["id"]);
    expect((await ask("GET")).body["lines"]).toHaveLength(1);
  });

  test("set twice under one key, is set once and answered alike", async () => {
    const first = await ask("PUT", "", list(), "spesa");
    await ask("PUT", "/pause", { isPaused: true });
    expect((await ask("PUT", "", list(), "spesa")).body).toEqual(first.body);
    expect((await ask("GET")).body["pausedAt"]).toBe(trade.market.time.now);
  });

  test.each([
    ["nothing", { lines: [] }, "order-empty"],
    ["a place that is not there", { place: "0".repeat(26) }, "place-unknown"],
    ["a home that nobody knows", { place: "home" }, "address-missing"],
    [
      "what nobody sells",
      { lines: [{ variantId: "0".repeat(26), wantedMilli: 1000 }] },
      "variant-unknown",
    ],
  ])("does not want %s", async (_, given, code) => {
    const refused = await ask("PUT", "", list(given));
    expect([refused.status, refused.body["code"]]).toEqual([422, code]);
    expect((await ask("GET")).body["code"]).toBe("not-found");
  });

  test("does not want a part of a step, nor the same twice", async () => {
    const lines = [{ variantId: variantOf("mele"), wantedMilli: 750 }];
    expect((await ask("PUT", "", list({ lines }))).body).toMatchObject({
      code: "standing-not-in-steps",
      stepMilli: 500,
    });
    const twice = [...list().lines, ...list().lines];
    expect((await ask("PUT", "", list({ lines: twice }))).body["code"]).toBe("invalid-input");
  });

  test("pays with a wallet only where there is one", async () => {
    household = addHousehold(trade.market);
    token = addToken(trade.market, "household", household);
    expect((await ask("PUT", "", list())).body["code"]).toBe("wallet-missing");
    expect((await ask("PUT", "", list({ payment: "at-pickup" }))).status).toBe(200);
  });
});

describe("a list that is kept", () => {
  test("is paused, taken up again, and lets a cycle go by", async () => {
    await ask("PUT", "", list());
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await ask("PUT", "/pause", { isPaused: true })).status).toBe(200);
    }
    expect((await ask("GET")).body["pausedAt"]).toBe(trade.market.time.now);
    await ask("PUT", "/pause", { isPaused: false });
    expect((await ask("GET")).body["pausedAt"]).toBeNull();
    await ask("PUT", "/skip", { skipsNext: true });
    expect((await ask("GET")).body["skipsNext"]).toBe(true);
    await ask("PUT", "/skip", { skipsNext: false });
    expect((await ask("GET")).body["skipsNext"]).toBe(false);
  });

  test("ends, and another one may begin", async () => {
    const { id } = (await ask("PUT", "", list())).body;
    expect((await ask("DELETE")).status).toBe(200);
    expect((await ask("GET")).body["code"]).toBe("not-found");
    expect((await ask("DELETE")).body["code"]).toBe("not-found");
    expect((await ask("PUT", "", list())).body["id"]).not.toBe(id);
  });

  test("tells what came of it, with the reason of each line that is missing", async () => {
    addStanding(trade.market, trade.shop, {
      household,
      payment: "wallet",
      wants: { pane: 1000, mele: 500 },
      agreedCents: 100,
    });
    trade.market.database.exec("UPDATE standing_line SET agreed_cents = 400 WHERE position = 0");
    await trade.market.tick();
    const { items } = (await ask("GET", "/runs")).body as { items: object[] };
    expect(items).toMatchObject([
      {
        outcome: "partly",
        no: null,
        lines: [
          { productName: "pane", wantedMilli: 1000, orderedMilli: 1000, no: null },
          { productName: "mele", orderedMilli: 0, no: { why: "price-risen", priceCents: 400 } },
        ],
      },
    ]);
  });
});
