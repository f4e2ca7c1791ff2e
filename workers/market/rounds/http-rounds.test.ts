import { afterEach, beforeEach, expect, test } from "vitest";
import { fromRome, civilDate } from "#domain/kernel/instant.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let vehicleId: string;

const HOUR = 3_600_000;
const vehicle = {
  name: "Cargo 1",
  kind: "cargo-bike",
  profile: "bike",
  capacityGrams: 80_000,
  capacityMillilitres: 320_000,
  capacityCrates: 8,
  coldCrates: 2,
  rangeMetres: 45_000,
  tariff: { roundCents: 0, hourCents: 1800, kmCents: 10 },
};

beforeEach(async () => {
  trade = await openTrade([{ name: "pane", priceCents: 520, stockMilli: 90_000 }]);
  const body = { ...vehicle, enterpriseId: trade.shop.hubId };
  const made = await api("POST", "/vehicles", body);
  vehicleId = String(made.body["vehicleId"]);
  trade.market.database.exec(`UPDATE enterprise SET lat_microdegrees = 45430000,
    lon_microdegrees = 10960000 WHERE lat_microdegrees IS NULL`);
});
afterEach(() => trade.close());

const api = (method: string, path: string, body: object = {}, sent: object = {}) =>
  trade.market.call(method, `/api/v1${path}`, { token: trade.officer, body, ...sent });
const deliveryDay = () => String(trade.rows("SELECT delivery_day FROM cycle")[0]?.[0]);
const at = (minuteOfDay: number) => fromRome({ date: civilDate(deliveryDay()), minuteOfDay });
const shift = (task: string, from: number, to: number) =>
  trade.act("/shifts", { vehicleId, task, fromAt: at(from), toAt: at(to) });

async function close(): Promise<void> {
  trade.market.time.now = Number(trade.rows("SELECT closes_at FROM cycle")[0]?.[0]);
  await trade.act("/closure");
}

/** Somebody orders to a home whose place an officer tells. */
async function orderHome(): Promise<string> {
  const order = await trade.order([["pane", 2]], { place: "home" });
  const place = { latMicrodegrees: 45_440_000, lonMicrodegrees: 11_005_000 };
  const door = await api("PUT", `/orders/${order}/door`, place);
  expect(door.status).toBe(200);
  return order;
}

test("rounds are asked for once orders are closed and somebody drives; never before", async () => {
  const order = await orderHome();
  expect((await trade.act("/rounds")).body["code"]).toBe("rounds-too-early");
  await close();
  expect((await trade.act("/rounds")).body["code"]).toBe("rounds-without-shift");
  expect((await shift("deliver", 15 * 60, 20 * 60)).status).toBe(201);
  expect((await shift("collect", 7 * 60, 12 * 60)).status).toBe(201);
  const asked = await trade.act("/rounds");
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ number: 1, stops: 2, leftOut: 0 });
  expect(trade.rows("SELECT order_id FROM plan_errand")).toEqual([[order]]);
  expect(trade.rows("SELECT topic FROM outbox WHERE topic = 'plan'")).toEqual([["plan"]]);
});

test("the same question twice is one; another one has the next number", async () => {
  await orderHome();
  await close();
  await shift("deliver", 900, 1200);
  const first = await trade.act("/rounds", {}, { key: "ask" });
  expect((await trade.act("/rounds", {}, { key: "ask" })).body).toEqual(first.body);
  expect((await trade.act("/rounds")).body["number"]).toBe(2);
});

test("rounds of a week that was delivered stay as they are", async () => {
  await orderHome();
  await close();
  await shift("deliver", 900, 1200);
  trade.market.time.now = at(20 * 60);
  await trade.act("/dispatch");
  await trade.act("/delivery");
  expect((await trade.act("/rounds")).body["code"]).toBe("rounds-over");
});

test("what goes nowhere known, and what nobody collects, is counted as left out", async () => {
  await trade.order([["pane", 1]], { place: "home" });
  await orderHome();
  await close();
  await shift("deliver", 900, 1200);
  expect((await trade.act("/rounds")).body).toMatchObject({ stops: 1, leftOut: 2 });
});

test("without a hub on the map, or anything to carry, there is no round", async () => {
  await close();
  await shift("deliver", 900, 1200);
  expect((await trade.act("/rounds")).body["code"]).toBe("rounds-without-stops");
  trade.market.database.exec("UPDATE enterprise SET lat_microdegrees = NULL");
  expect((await trade.act("/rounds")).body["code"]).toBe("rounds-without-hub");
});

test("a shift is on delivery day, alone on its vehicle, and is called off once", async () => {
  const midnight = at(0) - HOUR;
  const early = { vehicleId, task: "deliver", fromAt: midnight, toAt: midnight + 2 * HOUR };
  expect((await trade.act("/shifts", early)).body["code"]).toBe("shift-not-that-day");
  const made = await shift("deliver", 900, 1200);
  expect((await shift("collect", 1199, 1300)).body["code"]).toBe("shift-overlaps");
  expect((await shift("collect", 1200, 1300)).status).toBe(201);
  const off = `/shifts/${String(made.body["shiftId"])}/cancellation`;
  expect((await trade.act(off)).status).toBe(201);
  expect((await trade.act(off)).body["code"]).toBe("not-found");
  expect((await shift("deliver", 900, 1100)).status).toBe(201);
});

test("a vehicle that is out of use has no new shift", async () => {
  expect((await api("POST", `/vehicles/${vehicleId}/retirement`)).status).toBe(201);
  expect((await shift("deliver", 900, 1200)).body["code"]).toBe("vehicle-retired");
  const list = await trade.market.call("GET", "/api/v1/vehicles", { token: trade.officer });
  expect(list.body["items"]).toEqual([]);
});

test("a vehicle carries and costs what was said last", async () => {
  const changed = { ...vehicle, capacityCrates: 12, tariff: { ...vehicle.tariff, kmCents: 12 } };
  const put = await api("PUT", `/vehicles/${vehicleId}`, changed);
  expect(put.body).toMatchObject({ vehicleId, capacityCrates: 12, tariff: { kmCents: 12 } });
  const cold = await api("PUT", `/vehicles/${vehicleId}`, { ...vehicle, coldCrates: 9 });
  expect(cold.body["code"]).toBe("invalid-input");
});

test("an order that is cancelled after it was planned is called off its round", async () => {
  const order = await orderHome();
  await close();
  await shift("deliver", 900, 1200);
  await trade.act("/rounds");
  await trade.act("/reopening", { reason: "ancora un giorno", closesAt: at(0) - HOUR });
  const gone = await api("POST", `/orders/${order}/cancellation`);
  expect(gone.status).toBe(200);
  expect(trade.rows("SELECT stop FROM plan_drop")).toHaveLength(1);
  expect(trade.rows("SELECT state, dropped FROM plan_problem")).toEqual([["waiting", 1]]);
});

test("a stop is told once, and only one that is in the rounds", async () => {
  const order = await orderHome();
  await close();
  const made = await shift("deliver", 900, 1200);
  const shiftId = String(made.body["shiftId"]);
  const tell = (own: object) => trade.act("/round-events", { shiftId, ...own });
  const subject = `order:${order}`;
  const early = await tell({ kind: "done", subject });
  expect(early.body["code"]).toBe("round-stop-unknown");
  await trade.act("/rounds");
  expect((await tell({ kind: "done", subject })).body).toMatchObject({ number: 1 });
  const again = await tell({ kind: "failed", subject, reason: "nobody" });
  expect(again.body["code"]).toBe("round-stop-told");
  expect((await tell({ kind: "failed", subject })).body["code"]).toBe("invalid-input");
  expect((await tell({ kind: "late" })).body["code"]).toBe("invalid-input");
  expect((await tell({ kind: "done" })).body["code"]).toBe("invalid-input");
  const events = await trade.get<{ items: object[] }>("/round-events");
  expect(events.items).toMatchObject([{ number: 1, kind: "done", subject }]);
});

test("who is late asks for other rounds in the same breath", async () => {
  await orderHome();
  await close();
  const made = await shift("deliver", 900, 1200);
  await trade.act("/rounds");
  const told = { kind: "late", minutes: 30, shiftId: String(made.body["shiftId"]) };
  const late = await trade.act("/round-events", told);
  expect(late.status).toBe(201);
  expect(trade.rows("SELECT number FROM plan_problem ORDER BY number")).toEqual([[1], [2]]);
  expect(late.body["problemId"]).toBe(
    trade.rows("SELECT id FROM plan_problem WHERE number = 2")[0]?.[0],
  );
});

test("a factor is noted with its source; the last one counts, the first stays", async () => {
  const factor = { vehicleKind: "cargo-bike", milligramsPerKm: 9000, source: "misura", year: 2025 };
  expect((await api("POST", "/emission-factors", factor)).body["number"]).toBe(1);
  const newer = { ...factor, milligramsPerKm: 8000, year: 2026 };
  expect((await api("POST", "/emission-factors", newer)).body["number"]).toBe(2);
  const read = await trade.market.call("GET", "/api/v1/emission-factors");
  expect(read.body["items"]).toEqual([{ ...newer, number: 2 }]);
  expect(trade.rows("SELECT count(*) FROM emission_factor")).toEqual([[2]]);
});

test("how a hub works, and when a producer is fetched at, holds in the next rounds", async () => {
  const hub = trade.shop.hubId;
  const producer = String(trade.shop.producers["pane"]);
  trade.market.database.exec(`INSERT INTO enterprise_role
    SELECT '${hub}', 'hub', 0 UNION SELECT '${producer}', 'producer', 0`);
  const terms = {
    sortFromMinute: 600,
    sortToMinute: 660,
    reloadMinutes: 5,
    homeMinutes: 4,
    coldRideMinutes: 90,
  };
  expect((await api("PUT", `/enterprises/${hub}/hub-terms`, terms)).body).toEqual(terms);
  const early = { ...terms, sortToMinute: 599 };
  const refused = await api("PUT", `/enterprises/${hub}/hub-terms`, early);
  expect(refused.body["code"]).toBe("invalid-input");
  const farm = `/enterprises/${producer}/collection-terms`;
  const brings = { brings: true, fromMinute: 360, toMinute: 480 };
  expect((await api("PUT", farm, brings)).body).toEqual(brings);
  await orderHome();
  await close();
  await shift("deliver", 680, 1200);
  await shift("collect", 400, 590);
  expect((await trade.act("/rounds")).body).toMatchObject({ stops: 1, leftOut: 0 });
});
