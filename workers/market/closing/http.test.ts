import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

const DAY = 24 * 3600 * 1000;
const anywhere = "01kt0000000000000000000000";

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade([
    { name: "vino", priceCents: 1000, boxUnits: 6, stockMilli: 12_000 },
    { name: "pane", priceCents: 500, minimumCents: 2000 },
    { name: "monte", kind: "variable", priceCents: 1980 },
  ]);
});
afterEach(() => trade.close());

const codeOf = async (answer: ReturnType<Trade["act"]>) => {
  const { status, body } = await answer;
  return [status, body["code"]];
};
const closesAt = () => trade.market.time.now + DAY;
const reopen = () => trade.act("/reopening", { closesAt: closesAt(), reason: "colli aperti" });

describe("closing", () => {
  test("a cycle closed by hand closes at that moment, and takes no more orders", async () => {
    await trade.order([["pane", 4]]);
    const { body } = await trade.act("/closure");
    expect(body).toMatchObject({ state: "closed", version: 2 });
    const cycle = await trade.get<{ state: string; closesAt: number }>("");
    expect(cycle).toMatchObject({ state: "allocated", closesAt: trade.market.time.now });
    await expect(trade.order([["pane", 4]])).rejects.toThrow("cycle-closed");
  });

  test("the same closure again is the same answer; another one is refused", async () => {
    const first = await trade.act("/closure", {}, { key: "close" });
    const repeated = await trade.act("/closure", {}, { key: "close" });
    expect(repeated.body).toEqual(first.body);
    expect(await codeOf(trade.act("/closure"))).toEqual([409, "cycle-state"]);
  });

  test("who does not run the hub neither closes nor reads what was ordered", async () => {
    const other = addToken(trade.market, "hub", anywhere);
    const hub = addToken(trade.market, "hub", trade.shop.hubId);
    const close = (token: string) => trade.act("/closure", {}, { token });
    expect(await codeOf(close(other))).toEqual([403, "not-allowed"]);
    const lines = await trade.market.call("GET", `${trade.path}/lines`);
    expect(lines.body["code"]).toBe("not-signed-in");
    expect((await close(hub)).status).toBe(200);
    const absent = `/api/v1/cycles/${anywhere}/closure`;
    const { body } = await trade.market.call("POST", absent, { token: trade.officer, body: {} });
    expect(body["code"]).toBe("not-found");
  });

  test("producers are told before delivery day begins, and delivery before the books", async () => {
    const arrivals = { enterpriseIds: [trade.shop.producers["pane"]] };
    expect(await codeOf(trade.act("/dispatch"))).toEqual([409, "cycle-state"]);
    expect(await codeOf(trade.act("/arrivals", arrivals))).toEqual([409, "cycle-state"]);
    expect(await codeOf(trade.act("/delivery"))).toEqual([409, "cycle-state"]);
    expect(await codeOf(trade.act("/settlement"))).toEqual([409, "cycle-state"]);
  });
});

describe("opening again", () => {
  test("undoes what was allocated, and people complete the box", async () => {
    const first = await trade.order([["vino", 4]]);
    await trade.act("/closure");
    expect(await trade.lines()).toMatchObject([{ status: "cut_by_box", allocatedMilli: 0 }]);
    expect(trade.rows("SELECT reserved_milli FROM stock_pool")).toEqual([[0]]);
    expect((await reopen()).body).toMatchObject({ state: "open" });
    expect(await trade.lines()).toMatchObject([{ status: "ordered", allocatedMilli: null }]);
    expect(trade.rows("SELECT reserved_milli FROM stock_pool")).toEqual([[4000]]);
    await trade.order([["vino", 2]]);
    await trade.act("/closure");
    expect(await trade.lines()).toMatchObject([
      { seq: 1, allocatedMilli: 4000 },
      { seq: 2, allocatedMilli: 2000 },
    ]);
    expect(first).toHaveLength(26);
  });

  test("is refused into the past, when stock is gone, and once producers were told", async () => {
    await trade.order([["vino", 4]]);
    await trade.act("/closure");
    const past = { closesAt: trade.market.time.now, reason: "tardi" };
    expect(await codeOf(trade.act("/reopening", past))).toEqual([422, "cycle-times"]);
    trade.market.database.prepare("UPDATE stock_pool SET on_hand_milli = 3000").run([]);
    expect(await codeOf(reopen())).toEqual([409, "stock-taken"]);
    expect(await trade.state()).toBe("allocated");
    await trade.act("/dispatch");
    expect(await codeOf(reopen())).toEqual([409, "cycle-state"]);
  });
});

test("a cycle called off gives back wallets, cards and stock, and says so", async () => {
  const rossi = await trade.household(5000);
  await trade.order([["vino", 4]], rossi);
  await trade.order([["vino", 2]], { payment: "card", card: "visa" });
  const { body } = await trade.act("/cancellation", { reason: "grandine" });
  expect(body).toMatchObject({ state: "cancelled" });
  expect(await trade.lines()).toEqual([]);
  expect(trade.rows("SELECT reserved_milli FROM stock_pool")).toEqual([[0]]);
  const wallet = `/api/v1/households/${rossi.householdId}/wallet`;
  const { body: left } = await trade.market.call("GET", wallet, { token: trade.officer });
  expect(left).toMatchObject({ availableCents: 5000, heldCents: 0 });
  await trade.market.tick();
  expect(trade.rows("SELECT count(*) FROM ledger_tx WHERE kind = 'card-release'")).toEqual([[1]]);
  const again = { reason: "ancora" };
  expect(await codeOf(trade.act("/cancellation", again))).toEqual([409, "cycle-state"]);
});

describe("before the close", () => {
  test("a preview shows each strategy and changes nothing", async () => {
    await trade.order([["vino", 5]]);
    await trade.order([["vino", 3]]);
    const preview = async (query: string) =>
      (
        await trade.get<{ producers: { lines: { allocatedMilli: number }[] }[] }>(
          `/allocation-preview${query}`,
        )
      ).producers[0]?.lines.map((line) => line.allocatedMilli);
    expect(await preview("")).toEqual([5000, 1000]);
    expect(await preview("?strategy=proportional")).toEqual([4000, 2000]);
    expect(await preview("?strategy=equal-cost")).toEqual([4000, 2000]);
    expect(await trade.lines()).toMatchObject([{ status: "ordered" }, { status: "ordered" }]);
    await trade.act("/closure");
    const closed = await trade.get<{ code: string }>("/allocation-preview");
    expect(closed.code).toBe("cycle-state");
  });

  test("everyone sees how far a producer is from its minimum, and a box from full", async () => {
    await trade.order([
      ["vino", 4, 1],
      ["pane", 3],
    ]);
    const { body } = await trade.market.call("GET", `${trade.path}/producers`);
    expect(body["items"]).toMatchObject([
      { name: "Azienda monte", lines: 0, missingCents: 0, offers: [] },
      { name: "Azienda pane", orderedGrossCents: 1500, minimumCents: 2000, missingCents: 500 },
      {
        name: "Azienda vino",
        offers: [{ box: { fullBoxes: 0, missingMilli: 2000, isCompleted: false } }],
      },
    ]);
  });

  test("the strategy in force at the close shares the cut", async () => {
    const fair = await openTrade([{ name: "vino", boxUnits: 6 }], {
      "allocation-strategy": "equal-cost",
    });
    try {
      await fair.order([["vino", 5]]);
      await fair.order([["vino", 3]]);
      await fair.act("/closure");
      expect(await fair.lines()).toMatchObject([
        { allocatedMilli: 4000 },
        { allocatedMilli: 2000 },
      ]);
    } finally {
      await fair.close();
    }
  });
});
