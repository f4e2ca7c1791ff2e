import { afterEach, beforeEach, expect, test } from "vitest";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { weigh } from "#domain/delivery/plan-worth.ts";
import { civilDate, fromRome, instant } from "#domain/kernel/instant.ts";
import { id, type PlanProblemId } from "#domain/kernel/ids.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { keepMatrix, planWork } from "#store/plan-work.ts";
import { savePlan } from "#store/plans.ts";
import { lastHomeSaving } from "#store/round-savings.ts";
import { readBatch } from "#store/statement.ts";
import { addToken } from "#tests/households.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { countRounds } from "#market/rounds/count-rounds.ts";

let trade: Trade;
let homes: string[];

const vehicle = {
  kind: "cargo-bike",
  profile: "bike",
  capacityGrams: 80_000,
  capacityMillilitres: 320_000,
  capacityCrates: 1,
  coldCrates: 0,
  rangeMetres: null,
  tariff: { roundCents: 0, hourCents: 1800, kmCents: 10 },
};

beforeEach(async () => {
  trade = await openTrade([{ name: "pane", priceCents: 520, stockMilli: 90_000 }]);
  trade.market.database.exec(`UPDATE enterprise SET lat_microdegrees = 45430000,
    lon_microdegrees = 10960000`);
  homes = [await orderHome(11_005_000), await orderHome(11_009_000)];
  await trade.order([["pane", 1]], { place: "home" });
  trade.market.time.now = Number(trade.rows("SELECT closes_at FROM cycle")[0]?.[0]);
  await trade.act("/closure");
  for (const [name, task, from, to] of [
    ["Cargo 1", "deliver", 900, 1200],
    ["Cargo 2", "collect", 480, 720],
  ] as const) {
    const body = { ...vehicle, name, enterpriseId: trade.shop.hubId };
    const made = await api("POST", "/vehicles", body);
    const day = civilDate(String(trade.rows("SELECT delivery_day FROM cycle")[0]?.[0]));
    const at = (minuteOfDay: number) => fromRome({ date: day, minuteOfDay });
    const shift = { vehicleId: made.body["vehicleId"], task, fromAt: at(from), toAt: at(to) };
    await trade.act("/shifts", shift);
  }
});
afterEach(() => trade.close());

const api = (method: string, path: string, body: object) =>
  trade.market.call(method, `/api/v1${path}`, { token: trade.officer, body });
const page = (path = "") =>
  trade.market.call<string>("GET", `/rete/giri/${trade.shop.cycleId}${path}`, {
    token: trade.officer,
  });

async function orderHome(lonMicrodegrees: number): Promise<string> {
  const order = await trade.order([["pane", 2]], { place: "home" });
  const place = { latMicrodegrees: 45_440_000, lonMicrodegrees };
  await api("PUT", `/orders/${order}/door`, place);
  return order;
}

function database() {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = trade.market.env;
  return openDatabase({ url, token });
}

/** Plans the newest problem as the planner does, with the crow's way. */
async function planNewest(): Promise<void> {
  const opened = database();
  const newest = "SELECT id FROM plan_problem ORDER BY number DESC LIMIT 1";
  const problemId = id<PlanProblemId>(String(trade.rows(newest)[0]?.[0]));
  const { work } = await readBatch(opened, { work: planWork(problemId) });
  if (work === null) throw new Error("nothing was asked");
  const at = instant(trade.market.time.now);
  const matrix = matrixOf(estimatedTable(work.places, FIRST_GUESS.bike));
  const read = readProblem({ ...(work.json as object), matrices: { bike: matrix } });
  if (!read.ok) throw new Error(read.refusal.field);
  const best = createSolver(read.value, 1, { total: 20 }).best();
  const weighed = weigh(read.value, best);
  if (weighed.kind === "wrong") throw new Error("the plan is wrong");
  const kept = { quality: "estimated", sources: "[]", madeAt: at, profile: "bike" } as const;
  const how = { source: "planner", seed: 1, rounds: 20, madeBy: "planner" } as const;
  const version = { problemId, number: 1, dropped: 0, checkedAt: at, savedAt: at };
  await opened.write([
    keepMatrix({ problemId, matrix: JSON.stringify(matrix), ...kept }),
    savePlan({ ...version, plan: JSON.stringify(best), ...weighed.worth, ...how }),
  ]);
  trade.market.database.exec(`UPDATE plan_problem SET state = 'solved' WHERE id = '${problemId}'`);
}

async function count(): Promise<void> {
  const now = instant(trade.market.time.now);
  const ids = makeIds(now, "a secret of at least thirty-two characters");
  await countRounds({ database: database(), ids, now });
}

test("a week's page says who drives before anybody planned, and offers to plan", async () => {
  const { status, body } = await page();
  expect(status).toBe(200);
  expect(body).toContain("Cargo 1");
  expect(body).toContain("Fai il piano");
});

test("who looks after the rounds may plan them in their own browser, others not", async () => {
  expect((await page()).body).not.toContain('data-island="plan-here"');
  await trade.act("/rounds");
  const { body } = await page();
  const [[plan] = []] = trade.rows("SELECT id FROM plan_problem");
  expect(body).toContain('data-island="plan-here"');
  expect(body).toContain(`"planId":"${String(plan)}"`);
  const auditor = { token: addToken(trade.market, "auditor") };
  const path = `/rete/giri/${trade.shop.cycleId}`;
  const read = await trade.market.call<string>("GET", path, auditor);
  expect([read.status, read.body.includes('data-island="plan-here"')]).toEqual([200, false]);
});

test("a plan stands on the page in trips with its stops, a map and what is left out", async () => {
  await trade.act("/rounds");
  await planNewest();
  const { body } = await page();
  // One crate at a time: the bike comes back to load the second home's.
  expect(body).toContain("Viaggio 2");
  expect(body).toContain("Azienda pane");
  expect(body.match(/class="way tour/g)).toHaveLength(2);
  expect(body).toContain("nessuno sa dove si trova la casa");
});

test("a round goes on paper, to a navigator, to a map and to a spreadsheet", async () => {
  await trade.act("/rounds");
  await planNewest();
  const sheet = await page("/foglio/1");
  expect(sheet.body).toContain("Ritorno in magazzino");
  expect((await page("/foglio/1/gpx")).body).toContain("<gpx");
  expect((await page("/foglio/1/geojson")).body).toMatchObject({ type: "FeatureCollection" });
  expect((await page("/foglio/1/csv")).body).toContain("latitudine");
  expect((await page("/foglio/9")).status).toBe(404);
  expect((await page("/foglio/1/pdf")).status).toBe(404);
});

test("kilometres stand beside those of each by itself; parts add up to the rounds", async () => {
  await trade.act("/rounds");
  await planNewest();
  await count();
  const { body } = await page();
  expect(body).toContain("Ognuno per conto suo");
  expect(body).toContain("nessuno ha scritto quanto emette");
  const sum = (kind: string) =>
    Number(trade.rows(`SELECT sum(share_cents) FROM round_share WHERE kind = '${kind}'`)[0]?.[0]);
  const figures = String(trade.rows("SELECT figures FROM round_figure")[0]?.[0]);
  expect(sum("producer")).toBe((JSON.parse(figures) as { totalCents: number }).totalCents);
  expect(trade.rows("SELECT subject FROM round_share WHERE kind = 'order'").flat()).toEqual(
    homes.toSorted(),
  );
  await count();
  expect(trade.rows("SELECT count(*) FROM round_figure")).toEqual([[1]]);
});

test("an order says its part of the round, and the next basket what a home saves", async () => {
  await trade.act("/rounds");
  await planNewest();
  await count();
  const order = await trade.market.call<string>("GET", `/ordini/${homes[0]}`, {
    token: trade.officer,
  });
  expect(order.body).toContain("Parte del giro");
  const { saving } = await readBatch(database(), { saving: lastHomeSaving() });
  const mean = (column: string) =>
    Number(
      trade.rows(`SELECT round(avg(${column})) FROM round_share WHERE kind = 'order'`)[0]?.[0],
    );
  expect(saving).toMatchObject({ alone: mean("alone_cents"), share: mean("share_cents") });
});

test("two plans of a week are laid side by side", async () => {
  await trade.act("/rounds");
  await planNewest();
  await trade.act("/rounds");
  await planNewest();
  const { body } = await page("?piano=2.1&confronta=1.1");
  expect(body).toContain("Piano 1.1 e piano 2.1");
  expect(body).toContain("non cambia niente");
});

test("a form that cannot be read is given back with what is wrong", async () => {
  const form = (path: string, fields: Record<string, string>) =>
    trade.market.call<string>("POST", `/rete/giri/${trade.shop.cycleId}${path}`, {
      token: trade.officer,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ key: "k", ...fields }).toString(),
    });
  const shift = await form("/turni", { vehicle: "x", from: "25", to: "9" });
  expect([shift.status, shift.body.includes("Scrivi un’ora come 14:30")]).toEqual([422, true]);
  const door = await form(`/porte/${homes[0]}`, { latitude: "nord", longitude: "11" });
  expect([door.status, door.body.includes("Scrivi un numero come 45,4384")]).toEqual([422, true]);
});

test("on the day what was driven is counted from what was told", async () => {
  await trade.act("/rounds");
  await planNewest();
  await count();
  const [shiftId] = trade.rows("SELECT id FROM courier_shift WHERE task = 'deliver'")[0] ?? [];
  await trade.act("/round-events", { kind: "done", shiftId, subject: `order:${homes[0]}` });
  expect((await page()).body).toContain("Giri comuni, percorsi");
});
