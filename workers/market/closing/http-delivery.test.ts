import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

const anywhere = "01kt0000000000000000000000";

let trade: Trade;
let guest: string;
beforeEach(async () => {
  trade = await openTrade([
    { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
    { name: "pomodori", kind: "kg", priceCents: 380, stepMilli: 500 },
    { name: "acqua", priceCents: 100, depositCents: 50 },
  ]);
  guest = await trade.order([
    ["monte", 1],
    ["pomodori", 2],
    ["acqua", 2],
  ]);
  await trade.act("/closure");
  await trade.act("/dispatch");
});
afterEach(() => trade.close());

const codeOf = async (answer: ReturnType<Trade["act"]>) => {
  const { status, body } = await answer;
  return [status, body["code"]];
};
const short = (name: string, missingMilli: number) =>
  trade.act("/shortages", { offerId: trade.shop.offers[name], missingMilli });
const lineAt = async (index: number) => {
  const line = (await trade.lines())[index];
  if (line === undefined) throw new Error("there is such a line");
  return line;
};
const weigh = async (index: number, grams: number) => {
  const { id: lineId } = await lineAt(index);
  return trade.act("/weights", { weights: [{ lineId, grams }] });
};

describe("arrivals", () => {
  test("the first makes it delivery day; a second time they are there already", async () => {
    const [one, ...others] = Object.values(trade.shop.producers);
    const arrive = (enterpriseIds: unknown) => trade.act("/arrivals", { enterpriseIds });
    expect((await arrive([one])).body).toEqual({ state: "receiving", enterpriseIds: [one] });
    const all = await arrive([one, ...others]);
    expect(new Set(all.body["enterpriseIds"] as string[])).toEqual(new Set([one, ...others]));
    expect(trade.rows("SELECT count(*) FROM delivery_fact")).toEqual([[3]]);
    expect(await trade.state()).toBe("receiving");
  });

  test("a producer without orders in the cycle does not arrive", async () => {
    const answer = trade.act("/arrivals", { enterpriseIds: [anywhere] });
    expect(await codeOf(answer)).toEqual([404, "not-found"]);
  });
});

describe("shortages", () => {
  test("told again, the last word counts; told twice in one request, once", async () => {
    await short("pomodori", 300);
    expect(await lineAt(1)).toMatchObject({ status: "short_delivered", finalCents: 646 });
    await short("pomodori", 0);
    expect(await lineAt(1)).toMatchObject({ status: "allocated", finalCents: 760 });
    const body = { offerId: trade.shop.offers["pomodori"], missingMilli: 500 };
    const first = await trade.act("/shortages", body, { key: "short" });
    expect((await trade.act("/shortages", body, { key: "short" })).body).toEqual(first.body);
    expect(trade.rows("SELECT count(*) FROM delivery_fact WHERE kind = 'short'")).toEqual([[3]]);
  });

  test("pieces are missing whole, and only of what is in the cycle", async () => {
    expect(await codeOf(short("monte", 500))).toEqual([422, "shortage-not-whole"]);
    const elsewhere = { offerId: anywhere, missingMilli: 1000 };
    expect(await codeOf(trade.act("/shortages", elsewhere))).toEqual([404, "not-found"]);
    const wrong = { offerId: anywhere, missingMilli: -1 };
    expect(await codeOf(trade.act("/shortages", wrong))).toEqual([400, "invalid-input"]);
  });

  test("a deposit is not paid for the bottle that did not come", async () => {
    await short("acqua", 1000);
    expect(await lineAt(2)).toMatchObject({ finalCents: 100, deliveredMilli: 1000 });
    const { items } = await trade.get<{ items: object[] }>("/orders");
    expect(items).toMatchObject([{ depositsCents: 50 }]);
  });
});

describe("weights", () => {
  test("the last weight counts, also once delivery is declared, until it is charged", async () => {
    await weigh(0, 455);
    await weigh(0, 525);
    expect(await lineAt(0)).toMatchObject({ actualGrams: 525, finalCents: 1040 });
    await trade.act("/delivery");
    expect((await weigh(0, 455)).body).toMatchObject({ lines: [{ status: "delivered" }] });
    await trade.act("/settlement");
    const { items } = await trade.get<{ items: object[] }>("/orders");
    expect(items).toMatchObject([{ goodsFinalCents: 901 + 760 + 200 }]);
    expect(await codeOf(weigh(0, 500))).toEqual([409, "cycle-state"]);
  });

  test("an order that was charged is not weighed again, though its cycle goes on", async () => {
    await trade.act("/delivery");
    trade.market.database
      .prepare(
        `UPDATE customer_order SET settled_at = 1, final_fee_cents = 0,
          final_total_cents = goods_final_cents + deposits_cents`,
      )
      .run([]);
    expect(await codeOf(weigh(0, 500))).toEqual([409, "order-settled"]);
  });

  test("only variable weight is weighed, each line once in a request", async () => {
    expect(await codeOf(weigh(1, 500))).toEqual([422, "line-not-weighed"]);
    const { id: lineId } = await lineAt(0);
    const weight = { lineId, grams: 500 };
    const twice = trade.act("/weights", { weights: [weight, weight] });
    expect(await codeOf(twice)).toEqual([422, "line-twice"]);
    const absent = trade.act("/weights", { weights: [{ lineId: anywhere, grams: 1 }] });
    expect(await codeOf(absent)).toEqual([404, "not-found"]);
    const half = trade.act("/weights", { weights: [{ lineId, grams: 0.5 }] });
    expect(await codeOf(half)).toEqual([400, "invalid-input"]);
  });

  test("a weight of what does not come changes nothing, whichever is told first", async () => {
    await weigh(0, 455);
    await short("monte", 1000);
    expect((await weigh(0, 455)).body).toEqual({ lines: [] });
    expect(await lineAt(0)).toMatchObject({ finalCents: 0, actualGrams: null });
  });

  test("what nobody weighed weighs nothing and costs nothing", async () => {
    await trade.act("/delivery");
    expect(await lineAt(0)).toMatchObject({ status: "delivered", actualGrams: 0, finalCents: 0 });
  });
});

describe("the counter", () => {
  const handOut = (sent: object = {}) => {
    const body = { returnedContainers: 2 };
    const path = `/api/v1/orders/${guest}/hand-out`;
    return trade.market.call("POST", path, { token: trade.officer, body, ...sent });
  };

  test("crates go over once, with the empties that came back", async () => {
    const { status, body } = await handOut();
    expect([status, body["id"]]).toEqual([200, guest]);
    expect(trade.rows("SELECT kind, quantity FROM delivery_fact")).toEqual([
      ["handed-out", null],
      ["returned", 2],
    ]);
    expect(await codeOf(handOut())).toEqual([409, "order-handed-out"]);
  });

  test("who pays at pickup pays once, with the crate or later", async () => {
    expect(await codeOf(handOut({ body: { paidCents: 500 } }))).toEqual([200, undefined]);
    const pay = () =>
      trade.market.call("POST", `/api/v1/orders/${guest}/pickup-payment`, {
        token: trade.officer,
        body: { paidCents: 500 },
      });
    expect(await codeOf(pay())).toEqual([409, "order-paid"]);
    expect(trade.rows("SELECT captured_cents FROM customer_order")).toContainEqual([500]);
  });

  test("a deposit that nobody paid does not come back", async () => {
    const body = { returnedContainers: 1, returnedDepositCents: 100 };
    expect(await codeOf(handOut({ body }))).toEqual([422, "deposit-too-high"]);
  });

  test("only the cycle's own hub hands them out", async () => {
    const token = addToken(trade.market, "hub", anywhere);
    expect(await codeOf(handOut({ token }))).toEqual([403, "not-allowed"]);
    const own = addToken(trade.market, "hub", trade.shop.hubId);
    expect((await handOut({ token: own })).status).toBe(200);
  });
});

test("a producer reads its own sheet and statement, without a household's name", async () => {
  const producer = trade.shop.producers["pomodori"] ?? "";
  const token = addToken(trade.market, "producer", producer);
  const read = async (what: string) =>
    (await trade.market.call("GET", `${trade.path}${what}`, { token })).body;
  expect(await read(`/producers/${producer}/sheet`)).toMatchObject({
    isFinal: true,
    rows: [{ productName: "pomodori", orderedMilli: 2000, boxes: null }],
  });
  const other = trade.shop.producers["acqua"];
  expect((await read(`/producers/${other}/sheet`))["code"]).toBe("not-allowed");
  const { items } = (await read("/statements")) as { items: object[] };
  expect(items).toMatchObject([{ enterpriseId: producer, status: "ordered" }]);
  expect(JSON.stringify(items)).not.toContain("Zeni");
});

test("a guest's crates are counted where they are handed out", async () => {
  const { items } = await trade.get<{ items: object[] }>("/places");
  const place = trade.shop.pickupPointId;
  expect(items).toEqual([{ place, orders: 1, lines: 3, loadGrams: 500 + 2000 + 1000 }]);
});
