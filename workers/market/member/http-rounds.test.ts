import { afterEach, beforeEach, expect, test } from "vitest";
import { lastCountedRounds } from "#store/round-savings.ts";
import { readBatch } from "#store/statement.ts";
import { type DrivenWeek, openDrivenWeek } from "#tests/driven-week.ts";
import { addToken } from "#tests/households.ts";
import { personWith } from "#tests/officers.ts";

let trade: DrivenWeek;
let homes: readonly string[];

beforeEach(async () => {
  trade = await openDrivenWeek();
  ({ homes } = trade);
});
afterEach(() => trade.close());

const page = (path = "") =>
  trade.market.call<string>("GET", `/rete/giri/${trade.shop.cycleId}${path}`, {
    token: trade.officer,
  });

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

test("while a plan is made its page says how far it is, and asks again by itself", async () => {
  await trade.act("/rounds");
  expect((await page()).body).toContain("comincia tra poco");
  const set = "UPDATE plan_problem SET state = 'solving', thousandths = 430";
  trade.market.database.exec(set);
  const { body } = await page();
  expect(body).toContain("è al 43\u00a0%");
  expect(body).toContain('data-island="plan-progress"');
  expect(body).toContain('<progress max="1000" value="430"');
  await trade.planNewest();
  expect((await page()).body).not.toContain("plan-progress");
});

test("a plan stands on the page in trips with its stops, a map and what is left out", async () => {
  await trade.act("/rounds");
  await trade.planNewest();
  const { body } = await page();
  // One crate at a time: the bike comes back to load the second home's.
  expect(body).toContain("Viaggio 2");
  expect(body).toContain("Azienda pane");
  expect(body.match(/class="way tour/g)).toHaveLength(2);
  expect(body).toContain("nessuno sa dove si trova la casa");
});

test("a round goes on paper, to a navigator, to a map and to a spreadsheet", async () => {
  await trade.act("/rounds");
  await trade.planNewest();
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
  await trade.planNewest();
  await trade.count();
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
  await trade.count();
  expect(trade.rows("SELECT count(*) FROM round_figure")).toEqual([[1]]);
});

test("an order says its part of the round, and the next basket what a home saves", async () => {
  await trade.act("/rounds");
  await trade.planNewest();
  await trade.count();
  const order = await trade.market.call<string>("GET", `/ordini/${homes[0]}`, {
    token: trade.officer,
  });
  expect(order.body).toContain("Parte del giro");
  const { rounds } = await readBatch(trade.database(), { rounds: lastCountedRounds() });
  const mean = (column: string) =>
    Number(
      trade.rows(`SELECT round(avg(${column})) FROM round_share WHERE kind = 'order'`)[0]?.[0],
    );
  expect(rounds?.home).toEqual({ alone: mean("alone_cents"), share: mean("share_cents") });
});

test("two plans of a week are laid side by side", async () => {
  await trade.act("/rounds");
  await trade.planNewest();
  await trade.act("/rounds");
  await trade.planNewest();
  const { body } = await page("?piano=2.1&confronta=1.1");
  expect(body).toContain("Piano 1.1 e piano 2.1");
  expect(body).toContain("non cambia niente");
});

test("who drives is chosen with the shift, among those who speak for a carrier", async () => {
  const { id } = await personWith(trade.market, trade.officer, { email: "zoe@example.org" });
  trade.market.database
    .exec(`INSERT INTO role_grant VALUES ('${"0".repeat(26)}', '${id}', 'courier',
    '${trade.shop.hubId}', 0, 'test', NULL, NULL)`);
  expect((await page()).body).toContain(`<option value="${id}">zoe</option>`);
  const auditor = { token: addToken(trade.market, "auditor") };
  const path = `/rete/giri/${trade.shop.cycleId}`;
  const read = await trade.market.call<string>("GET", path, auditor);
  expect(read.body).not.toContain(`<option value="${id}"`);
  const [[vehicle] = []] = trade.rows("SELECT id FROM vehicle WHERE name = 'Cargo 2'");
  const hours = { from: "15:00", to: "18:00" };
  const form = { vehicle: String(vehicle), task: "deliver", driver: id, ...hours, key: "d" };
  const added = await trade.market.call("POST", `${path}/turni`, {
    token: trade.officer,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  expect(added.status).toBe(303);
  expect(trade.rows("SELECT person_id FROM courier_shift WHERE person_id IS NOT NULL")).toEqual([
    [id],
  ]);
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
  await trade.planNewest();
  await trade.count();
  const [shiftId] = trade.rows("SELECT id FROM courier_shift WHERE task = 'deliver'")[0] ?? [];
  await trade.act("/round-events", { kind: "done", shiftId, subject: `order:${homes[0]}` });
  expect((await page()).body).toContain("Giri comuni, percorsi");
});

test("a week's page says how hours are shared, and what that costs", async () => {
  await trade.putOnShift("Cargo 3", "deliver", [900, 1200]);
  await trade.act("/rounds");
  expect(newestProblem().fairness).toEqual({ per_hour: 600 });
  await trade.planNewest();
  await trade.count();
  const { body } = await page();
  expect(body).toContain("Le ore di chi guida");
  expect(body).toContain("Dividere le ore così costa");
  expect(keptHours()).toHaveLength(3);
});

test("who was paid more than their part in the weeks before begins ahead", async () => {
  const third = await trade.putOnShift("Cargo 3", "deliver", [900, 1200]);
  await trade.act("/rounds");
  await trade.planNewest();
  aWeekBefore([
    { shiftId: `${trade.shifts.deliver}p`, seconds: 7200 },
    { shiftId: `${third}p`, seconds: 0 },
  ]);
  await trade.act("/rounds");
  const [collecting, ...bringing] = newestProblem().vehicles.map((one) => one.paid_before);
  // Of 7200 seconds each of two was owed 3600; who only collects is in between.
  expect([collecting, bringing.toSorted((a, b) => a - b)]).toEqual([3600, [0, 7200]]);
});

interface HoursAsked {
  readonly fairness?: object;
  readonly vehicles: readonly { readonly paid_before: number }[];
}

function newestProblem(): HoursAsked {
  const newest = "SELECT problem FROM plan_problem ORDER BY number DESC LIMIT 1";
  return JSON.parse(String(trade.rows(newest)[0]?.[0])) as HoursAsked;
}

function keptHours(): readonly object[] {
  const figures = String(trade.rows("SELECT figures FROM round_figure")[0]?.[0]);
  return (JSON.parse(figures) as { readonly paid: readonly object[] }).paid;
}

/** The same shifts seven days before, and what their plan paid. */
function aWeekBefore(paid: readonly object[]): void {
  const run = (sql: string) => trade.market.database.exec(sql);
  run(`INSERT INTO cycle
    (id, code, hub_id, opens_at, closes_at, delivery_day, state, created_at)
    SELECT 'past', 'past', hub_id, 0, 1, date(delivery_day, '-7 days'), 'settled', 0 FROM cycle`);
  run(`INSERT INTO courier_shift SELECT id || 'p', 'past', vehicle_id, NULL, task,
    from_at - 604800000, to_at - 604800000, 0, 'test', NULL
    FROM courier_shift WHERE task = 'deliver'`);
  run(`INSERT INTO plan_problem (id, cycle_id, number, problem, state, due_at, made_at, made_by)
    VALUES ('past', 'past', 1, '{}', 'solved', 0, 0, 'test')`);
  run(`INSERT INTO plan_version SELECT 'past', 1, plan, 0, 0, 0, 0, 'planner', 1, 1, 0, 0, 'test'
    FROM plan_version`);
  run(`INSERT INTO round_figure VALUES ('past', 1, '${JSON.stringify({ paid })}', 0)`);
}
