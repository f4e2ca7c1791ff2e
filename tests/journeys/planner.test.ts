import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Plan } from "#domain/delivery/plan.ts";
import { writeRoadGraph } from "#domain/delivery/roads/road-graph-file.ts";
import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import { type CycleId, id, type OrderId, type PlanProblemId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { askForPlan, type PlanQuestion } from "#store/plans.ts";
import { corner, gridTown } from "#tests/grid-town.ts";
import { homeRound, onEarth } from "#tests/planned-week.ts";
import { type Roads, startRoads } from "#tests/road-service.ts";
import { crateTo, sixHomes } from "#tests/rounds.ts";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { purchase } from "#tests/trials/buying.ts";

// The whole way in workerd: the outbox, the queue, the planner Worker with its compiled core.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let market: RunningMarket;
let double: Roads;
const roads = mkdtempSync(join(tmpdir(), "filiera-roads-"));
beforeAll(async () => {
  double = await startRoads();
  writeFileSync(join(roads, "grid.roads"), writeRoadGraph(gridTown(6)));
  const service = { ROADS_SERVICE: "osrm", ROADS_URL: double.url, ROADS_KEY: "key" };
  const planner = { ...service, ROADS_AREA: "grid" };
  market = await openRunningMarket(undefined, { planner, roads });
});
afterAll(async () => {
  await market?.close();
  await double?.close();
  rmSync(roads, { recursive: true });
});

const rows = (sql: string) => market.database.prepare(sql).raw().all([]) as unknown[][];
const states = () =>
  rows("SELECT state, reason, reason_words FROM plan_problem ORDER BY made_at, id");
const within = { timeout: 20_000, interval: 50 };

let asked = 0;

/** Asks for a plan of a week, in the order in which this is called. */
function ask(
  cycleId: CycleId,
  problem: ProblemDraft,
  { errands = [], places = sixHomes.map(onEarth) }: Partial<PlanQuestion> = {},
): string {
  asked += 1;
  const problemId = id<PlanProblemId>(`01jd3x5k7m9npqrstvwxyz010${asked}`);
  const statements = askForPlan({
    id: problemId,
    cycleId,
    number: 1,
    problem,
    places,
    vehicles: [],
    errands,
    from: null,
    at: instant(market.time.now),
    actor: "hub",
  });
  for (const { sql, args } of statements) market.database.prepare(sql).run([...args]);
  return problemId;
}

/** Where the distances of a problem come from. */
function sourcesOf(problemId: string): readonly unknown[] {
  const sql = `SELECT s.value ->> 'name', s.value ->> 'cells'
    FROM plan_matrix, json_each(sources) s WHERE problem_id = '${problemId}'`;
  return rows(sql);
}

/** Who gets a crate by the newest plan of a problem. */
function servedBy(problemId: string): readonly unknown[] {
  const sql = `SELECT plan FROM plan_version WHERE problem_id = '${problemId}'
    ORDER BY number DESC LIMIT 1`;
  const [[text] = []] = rows(sql);
  const { routes } = JSON.parse(String(text)) as Plan;
  const jobs = routes.flatMap(({ steps }) => steps).filter(({ type }) => type === "job");
  return jobs.map((step) => step.id).toSorted((a = 0, b = 0) => a - b);
}

test("a problem that is none is set aside with its reason, the others are planned", async () => {
  const weeks = [1, 2, 3].map(() => openShop(market, [{ name: "uova" }]).cycleId);
  const [first = "", , last = ""] = weeks.map((week, i) =>
    ask(week, i === 1 ? homeRound([crateTo(99)]) : homeRound()),
  );
  await market.tick();
  const wrong = "jobs[0].location_index: a whole number from 0 to 6";
  await expect.poll(states, within).toEqual([
    ["solved", null, null],
    ["set-aside", "invalid", wrong],
    ["solved", null, null],
  ]);
  expect(servedBy(first)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(sourcesOf(last)).toEqual([["osrm 1", 42]]);
  // The same problem: the same plan, to the second.
  const plans = rows(`SELECT problem_id, plan FROM plan_version ORDER BY problem_id, number`);
  const of = (problem: string) => plans.filter(([one]) => one === problem).map(([, plan]) => plan);
  expect(of(last)).toEqual(of(first));
});

test("an order that is cancelled after it was planned is in the next plan no more", async () => {
  const shop = openShop(market, [{ name: "uova" }]);
  const bought = await purchase(market, shop, { payment: "at-pickup", wanted: { uova: 1000 } });
  const { body } = await bought.send();
  const order = body.id;
  const errands = [{ stop: "job:3" as const, orderId: id<OrderId>(order) }];
  const problem = ask(shop.cycleId, homeRound(), { errands });
  await market.tick();
  await expect.poll(() => states().at(-1), within).toEqual(["solved", null, null]);
  expect(servedBy(problem)).toEqual([1, 2, 3, 4, 5, 6]);

  const [[line] = []] = rows(`SELECT id FROM order_line WHERE order_id = '${order}'`);
  const path = `/api/v1/orders/${order}/lines/${String(line)}`;
  const gone = await market.call("DELETE", path, { token: market.officer });
  expect(gone.body).toMatchObject({ isCancelled: true });
  expect(states().at(-1)).toEqual(["waiting", null, null]);
  await market.tick();
  await expect.poll(() => states().at(-1), within).toEqual(["solved", null, null]);
  expect(servedBy(problem)).toEqual([1, 2, 4, 5, 6]);
});

test("a problem whose message was lost is planned all the same", async () => {
  const { cycleId } = openShop(market, [{ name: "uova" }]);
  const problem = ask(cycleId, homeRound());
  market.database.exec("UPDATE outbox SET done_at = created_at WHERE done_at IS NULL");
  market.host.clock.advance(2 * 60_000);
  await market.tick();
  await expect.poll(() => states().at(-1), within).toEqual(["solved", null, null]);
  expect(servedBy(problem)).toHaveLength(6);
});

test("where no service answers, the streets that lie beside the planner are taken", async () => {
  double.fail("error", 1);
  const { cycleId } = openShop(market, [{ name: "uova" }]);
  const places = sixHomes.map((_, i) => corner(i % 6, (i * 2) % 6));
  const problem = ask(cycleId, homeRound(), { places });
  await market.tick();
  await expect.poll(() => states().at(-1), within).toEqual(["solved", null, null]);
  expect(sourcesOf(problem)).toEqual([[expect.stringMatching(/^grid-[0-9a-f]{12}$/), 42]]);
});
