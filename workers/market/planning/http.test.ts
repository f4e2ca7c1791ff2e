import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Plan } from "#domain/delivery/plan.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { writeProblem } from "#domain/delivery/write-problem.ts";
import { type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { addToken } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { homeRound, onEarth } from "#tests/planned-week.ts";
import { addPlannedRound } from "#tests/plans.ts";
import { sixHomes } from "#tests/rounds.ts";
import { openShop, type Shop } from "#tests/shop.ts";

let market: Market;
let officer: string;
let shop: Shop;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());
beforeEach(() => {
  shop = openShop(market, [{ name: "uova" }]);
});

interface Task {
  readonly problem: object;
  readonly calledOff: readonly string[];
  readonly from: Plan | null;
}

const get = <T = Record<string, unknown>>(path: string, token = officer) =>
  market.call<T>("GET", `/api/v1${path}`, { token });
const post = (path: string, body?: object, token = officer) =>
  market.call("POST", `/api/v1${path}`, { token, ...(body === undefined ? {} : { body }) });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  body["code"],
];
const places = sixHomes.map(onEarth);
const round = (more: object = {}) => ({ problem: writeProblem(homeRound()), places, ...more });

/** What a planner in a browser would post. */
async function searched(plan: string, rounds: number, seed = 1) {
  const { body: task } = await get<Task>(`/plans/${plan}/problem`);
  const read = readProblem(task.problem);
  if (!read.ok) throw new Error(read.refusal.field);
  const solver = createSolver(read.value, seed, { total: rounds });
  solver.step(rounds);
  return { plan: solver.best(), search: { seed, rounds } };
}

describe("asking for a plan", () => {
  const path = () => `/cycles/${shop.cycleId}/plans`;

  test("is answered at once: the planner is woken, and nobody waits", async () => {
    const vehicles = [{ vehicle: 1, name: "Cargo 1" }];
    const asked = await post(path(), round({ vehicles }));
    expect([asked.status, asked.body["number"]]).toEqual([201, 1]);
    const again = await post(path(), round());
    expect(again.body["number"]).toBe(2);
    const { body } = await get<{ items: object[]; next: null }>(path());
    expect(body).toMatchObject({
      items: [{ number: 2 }, { number: 1, state: "waiting", versions: [], distances: [] }],
      next: null,
    });
    const told = market.database.prepare("SELECT payload FROM outbox WHERE topic = 'plan'");
    expect(told.pluck().all([])).toContain(JSON.stringify({ problemId: asked.body["id"] }));
    const first = await get<{ items: object[]; next: string }>(`${path()}?limit=1`);
    expect(first.body).toMatchObject({ items: [{ number: 2 }], next: "2" });
    const rest = await get<{ items: object[] }>(`${path()}?limit=1&after=2`);
    expect(rest.body).toMatchObject({ items: [{ number: 1 }], next: null });
  });

  test("names the field that is wrong", async () => {
    const wrong = await post(path(), round({ places: places.slice(1) }));
    expect([...codeOf(wrong), wrong.body["field"]]).toEqual([
      422,
      "round-unreadable",
      "jobs[5].location_index",
    ]);
    const stranger = await post(path(), round({ vehicles: [{ vehicle: 9, name: "Furgone" }] }));
    expect(stranger.body).toMatchObject({ field: "vehicles[0].vehicle" });
  });
});

describe("a plan from a browser", () => {
  test("is taken once it passed the check and is better than what was there", async () => {
    const plan = addPlannedRound(market, shop.cycleId, { isIdle: true });
    const found = await searched(plan, 50, 3);
    const taken = await post(`/plans/${plan}/versions`, found);
    expect([taken.status, taken.body]).toMatchObject([201, { version: 2, unserved: 0 }]);
    expect(codeOf(await post(`/plans/${plan}/versions`, found))).toEqual([409, "plan-not-better"]);
    const { body } = await get(`/plans/${plan}`);
    expect(body).toMatchObject({
      versions: [{ source: "planner" }, { source: "browser", seed: 3, rounds: 50 }],
    });
  });

  test("that does not pass the check leaves the old one as it is", async () => {
    const plan = addPlannedRound(market, shop.cycleId);
    const { plan: sound } = await searched(plan, 50);
    const [first, ...others] = sound.routes;
    const hasty = first && {
      ...first,
      steps: first.steps.map((step) => ({ ...step, arrival: 0 })),
    };
    const broken = { ...sound, routes: [hasty, ...others] };
    const no = await post(`/plans/${plan}/versions`, { plan: broken });
    expect(codeOf(no)).toEqual([422, "plan-unsound"]);
    expect(no.body["complaints"]).toContain("too-early");
    expect((await get(`/plans/${plan}`)).body).toMatchObject({ versions: [{ number: 1 }] });
  });

  test("made by hand needs no better figure, only to pass", async () => {
    const plan = addPlannedRound(market, shop.cycleId);
    const { plan: same } = await searched(plan, 0);
    const routes = same.routes.map(({ vehicle, steps }) => ({
      vehicle,
      steps: steps.map((step) => ({ ...step, load: [99] })),
    }));
    const boastful = { ...same, routes };
    const taken = await post(`/plans/${plan}/versions`, { plan: boastful });
    expect(taken.body).toMatchObject({ version: 2 });
    // What it says of loads is told again as the problem has them.
    expect((await get(`/plans/${plan}/versions/2`)).body).toMatchObject({ plan: same });
  });

  test("has to wait for the distances, and is not taken where all was set aside", async () => {
    const { body } = await post(`/cycles/${shop.cycleId}/plans`, round());
    const waiting = String(body["id"]);
    expect(codeOf(await get(`/plans/${waiting}/problem`))).toEqual([409, "plan-not-measured"]);
    const empty = { plan: { routes: [], unassigned: [] } };
    const send = () => post(`/plans/${waiting}/versions`, empty);
    expect(codeOf(await send())).toEqual([409, "plan-not-measured"]);
    market.database.exec(`UPDATE plan_problem SET state = 'set-aside', reason = 'failed'
      WHERE id = '${waiting}'`);
    expect(codeOf(await send())).toEqual([409, "plan-set-aside"]);
  });

  test("leaves out what was called off meanwhile", async () => {
    const plan = addPlannedRound(market, shop.cycleId);
    const before = await searched(plan, 50);
    market.database.exec(`INSERT INTO plan_drop VALUES ('${plan}', 'job:3', 0, 'hub')`);
    expect(codeOf(await post(`/plans/${plan}/versions`, before))).toEqual([422, "plan-unsound"]);
    const { body: task } = await get<Task>(`/plans/${plan}/problem`);
    expect(task.calledOff).toEqual(["job:3"]);
  });
});

describe("a route", () => {
  test("is read by the courier who drives it, with its own places and no others", async () => {
    const courier = id<EnterpriseId>(shop.producers["uova"] ?? "");
    const plan = addPlannedRound(market, shop.cycleId, { enterpriseId: courier });
    const token = addToken(market, "courier", courier);
    const path = `/plans/${plan}/versions/1/routes/1`;
    const { status, body } = await get<{ places: { place: number }[]; route: Plan["routes"][0] }>(
      path,
      token,
    );
    expect(status).toBe(200);
    const passed = new Set(body.route.steps.flatMap(({ place }) => place ?? []));
    expect(new Set(body.places.map(({ place }) => place))).toEqual(passed);
    expect(passed.size).toBeLessThan(sixHomes.length);
    expect(codeOf(await get(`/plans/${plan}/versions/1/routes/2`, token))).toEqual([
      404,
      "not-found",
    ]);
    expect(codeOf(await get(`/plans/${plan}`, token))).toEqual([404, "not-found"]);
  });

  test("is acknowledged once, and only as long as it is the newest", async () => {
    const plan = addPlannedRound(market, shop.cycleId);
    const path = `/plans/${plan}/versions/1/routes/1/acknowledgement`;
    expect((await post(path)).status).toBe(201);
    expect(codeOf(await post(path))).toEqual([409, "plan-acknowledged"]);
    const { body } = await get(`/plans/${plan}/versions/1`);
    expect(body).toMatchObject({ isNewest: true, acknowledged: [{ vehicle: 1 }] });
    const { plan: same } = await searched(plan, 0);
    await post(`/plans/${plan}/versions`, { plan: same });
    expect(codeOf(await post(path))).toEqual([409, "plan-changed"]);
    const newer = `/plans/${plan}/versions/2/routes/1/acknowledgement`;
    expect((await post(newer)).status).toBe(201);
  });
});
