import { afterEach, beforeEach, expect, test } from "vitest";
import { addGroup, addToken } from "#tests/households.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

const HOUR = 3_600_000;

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade([
    { name: "vino", boxUnits: 6, stockMilli: 60_000 },
    { name: "pane", priceCents: 500, minimumCents: 2000 },
    { name: "olio", boxUnits: 4 },
  ]);
});
afterEach(() => trade.close());

const codeOf = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
  const { status, body } = await answer;
  return [status, body["code"]];
};
const complete = (hours = 2, sent: object = {}) =>
  trade.act("/completion", { until: trade.market.time.now + hours * HOUR }, sent);
const order = (...wishes: Parameters<Trade["order"]>[0]) => trade.order(wishes);
const change = (orderId: string, method: string, path: string, body?: object) =>
  trade.market.call(method, `/api/v1/orders/${orderId}${path}`, {
    token: trade.officer,
    ...(body === undefined ? {} : { body }),
  });
const lineOf = async (seq: number) => (await trade.lines()).find((line) => line.seq === seq);

/** Sixteen bottles in boxes of six, three loaves where four are the least, a whole box of oil. */
async function closedShort(): Promise<string> {
  const first = await order(["vino", 10, 1], ["pane", 3], ["olio", 4]);
  await order(["vino", 6]);
  await trade.act("/closure");
  return first;
}

test("people complete a box after the close, and the close runs again at the end", async () => {
  const first = await closedShort();
  expect((await complete()).body).toMatchObject({ state: "completing" });
  expect(await trade.state()).toBe("completing");
  expect(await trade.lines()).toMatchObject([
    { status: "ordered", allocatedMilli: null },
    { status: "ordered" },
    { status: "ordered" },
    { status: "ordered" },
  ]);
  const wine = await lineOf(1);
  const more = { wantedMilli: 11_000, toleranceMilli: 0 };
  expect((await change(first, "PUT", `/lines/${wine?.id}`, more)).status).toBe(200);
  await order(["vino", 1]);
  await expect(order(["vino", 1])).rejects.toThrow("completion-box-full");
  await order(["pane", 1]);
  trade.market.time.now += 2 * HOUR - 1;
  await trade.market.tick();
  expect(await trade.state()).toBe("completing");
  trade.market.time.now += 1;
  expect(await trade.state()).toBe("closed");
  await expect(order(["pane", 1])).rejects.toThrow("cycle-closed");
  await trade.market.tick();
  expect(await trade.state()).toBe("allocated");
  const lines = await trade.lines();
  expect(lines.map(({ status }) => status)).toEqual(lines.map(() => "allocated"));
  expect(lines.map(({ allocatedMilli }) => allocatedMilli)).toEqual([
    11_000, 3000, 4000, 6000, 1000, 1000,
  ]);
});

test("orders only grow, and only where something is missing", async () => {
  const first = await closedShort();
  await complete();
  const [wine, bread, oil] = [await lineOf(1), await lineOf(2), await lineOf(3)];
  const set = (line: typeof wine, wantedMilli: number, toleranceMilli = 0) =>
    codeOf(change(first, "PUT", `/lines/${line?.id}`, { wantedMilli, toleranceMilli }));
  expect(await set(wine, 9000)).toEqual([409, "completion-only-more"]);
  expect(await set(wine, 10_000, 0)).toEqual([409, "completion-only-more"]);
  expect(await set(oil, 5000)).toEqual([409, "completion-box-full"]);
  expect(await set(wine, 13_000)).toEqual([409, "completion-box-full"]);
  expect(await set(bread, 9000)).toEqual([200, undefined]);
  const withdrawn = change(first, "DELETE", `/lines/${bread?.id}`);
  expect(await codeOf(withdrawn)).toEqual([409, "completion-only-more"]);
  const cancelled = change(first, "POST", "/cancellation");
  expect(await codeOf(cancelled)).toEqual([409, "completion-only-more"]);
  const offerId = trade.shop.offers["olio"];
  const basket = { wantedMilli: 1000, toleranceMilli: 0 };
  const sent = { body: basket, basket: "a-basket-of-a-late-comer" };
  const put = trade.market.call("PUT", `/api/v1/basket/lines/${offerId}`, sent);
  expect(await codeOf(put)).toEqual([409, "completion-box-full"]);
});

test("of ten who fill the same two bottles at once, two do", async () => {
  await order(["vino", 16]);
  await trade.act("/closure");
  await complete();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => order(["vino", 1])));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(trade.rows("SELECT demand_milli FROM offer_total ORDER BY demand_milli DESC")[0]).toEqual([
    18_000,
  ]);
});

test("everyone sees until when, and what is missing of what", async () => {
  await closedShort();
  const read = () => trade.market.call("GET", `${trade.path}/completion`);
  expect((await read()).status).toBe(404);
  await complete();
  expect((await read()).body).toMatchObject({
    isOpen: true,
    until: trade.market.time.now + 2 * HOUR,
    items: expect.arrayContaining([
      { offerId: trade.shop.offers["vino"], leftMilli: 2000 },
      { offerId: trade.shop.offers["pane"], leftMilli: null },
    ]),
  });
  expect(((await read()).body["items"] as unknown[]).length).toBe(2);
  await trade.act("/closure");
  expect((await read()).body).toMatchObject({ isOpen: false, items: [] });
});

test("the hub ends it early, and can open it again until producers are told", async () => {
  await closedShort();
  await complete();
  expect((await trade.act("/closure")).body).toMatchObject({ state: "closed" });
  expect(await trade.state()).toBe("allocated");
  expect((await complete(1)).status).toBe(200);
  await trade.act("/closure");
  await trade.act("/dispatch");
  expect(await codeOf(complete())).toEqual([409, "cycle-state"]);
});

test("it is refused before the close, and beyond its time", async () => {
  await order(["vino", 4]);
  expect(await codeOf(complete())).toEqual([409, "cycle-state"]);
  await trade.act("/closure");
  expect(await codeOf(complete(25))).toEqual([422, "completion-times"]);
  expect(await codeOf(complete(0))).toEqual([422, "completion-times"]);
  expect(await codeOf(complete(24))).toEqual([200, undefined]);
});

test("it is refused where every box is full and every minimum met", async () => {
  const full = await openTrade([{ name: "olio", boxUnits: 4 }]);
  try {
    await full.order([["olio", 4]]);
    await full.act("/closure");
    const until = full.market.time.now + HOUR;
    expect(await codeOf(full.act("/completion", { until }))).toEqual([409, "nothing-to-complete"]);
  } finally {
    await full.close();
  }
});

test("coordinators of a group that shares the cycle may open it, others not", async () => {
  await closedShort();
  const group = addGroup(trade.market);
  const coordinator = addToken(trade.market, "coordinator", group);
  expect(await codeOf(complete(2, { token: coordinator }))).toEqual([403, "not-allowed"]);
  trade.market.database
    .prepare("INSERT INTO cycle_group VALUES (?, ?, 0)")
    .run([trade.shop.cycleId, group]);
  expect((await complete(2, { token: coordinator })).status).toBe(200);
});
