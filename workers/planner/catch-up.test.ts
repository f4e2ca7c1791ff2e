import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY, instant, MINUTE } from "#domain/kernel/instant.ts";
import { keepCells } from "#store/road-cells.ts";
import { homeRound, openPlannedWeek, type PlannedWeek, solverCore } from "#tests/planned-week.ts";
import { catchUp } from "./catch-up.ts";
import { handle } from "./handle-message.ts";
import type { PlannerBindings } from "./ports.ts";

let week: PlannedWeek;
let woken: unknown[];
beforeEach(async () => {
  week = await openPlannedWeek();
  woken = [];
});
afterEach(() => week.close());

const core = solverCore();

function bindings(url = week.server.url): PlannerBindings {
  const queue = { send: async (body: unknown) => void woken.push(body) };
  const clock = { fetch: async () => Response.json({ now: week.time.now }) };
  const database = { DATABASE_URL: url, DATABASE_TOKEN: week.server.token };
  return { ...database, PLAN_QUEUE: queue as never, CLOCK: clock as never };
}

/** What a message came to: "acked", or when it comes again. */
async function sent(body: unknown, env = bindings()): Promise<string> {
  let came = "nothing";
  const message = {
    body,
    ack: () => void (came = "acked"),
    retry: (how?: { delaySeconds?: number }) =>
      void (came = `again in ${how?.delaySeconds ?? 0} s`),
  };
  await handle(message, env, core);
  return came;
}

test("what nobody took in hand for a minute is woken once more, and nothing else", async () => {
  const problemId = await week.ask(homeRound());
  await catchUp(bindings(), core);
  expect(woken).toEqual([]);
  week.time.now += MINUTE;
  await catchUp(bindings(), core);
  expect(woken).toEqual([{ problemId }]);
  expect(await sent(woken[0])).toBe("acked");
  week.time.now += DAY;
  await catchUp(bindings(), core);
  expect(woken).toHaveLength(1);
});

test("a problem whose planner was killed is taken up after ten minutes", async () => {
  const problemId = await week.ask(homeRound());
  week.server.database.exec(`UPDATE plan_problem
    SET state = 'solving', tries = 1, due_at = ${week.time.now + 10 * MINUTE}`);
  week.time.now += 10 * MINUTE;
  expect(await sent({ problemId })).toBe("acked");
  expect(week.rows("SELECT state, tries FROM plan_problem")).toEqual([["solved", 2]]);
});

test("where places were is forgotten after sixty days, ways between them after 180", async () => {
  await week.ask(homeRound());
  const shelf = { profile: "bike", source: "osrm 1" } as const;
  await week.database.write([keepCells(shelf, [["a", "b", 60, 250]], instant(week.time.now))]);
  const left = () => [
    week.rows("SELECT count(*) FROM plan_place")[0]?.[0],
    week.rows("SELECT count(*) FROM road_cell")[0]?.[0],
  ];
  week.time.now += 60 * DAY;
  await catchUp(bindings(), core);
  expect(left()).toEqual([7, 1]);
  week.time.now += 1;
  await catchUp(bindings(), core);
  expect(left()).toEqual([0, 1]);
  week.time.now += 120 * DAY;
  await catchUp(bindings(), core);
  expect(left()).toEqual([0, 0]);
});

test("a message that asks for no plan is dropped", async () => {
  for (const body of [null, "plan", {}, { problemId: 7 }, { problemId: "x" }]) {
    expect(await sent(body)).toBe("acked");
  }
});

test("where the database is away the message comes again, and does not throw", async () => {
  const problemId = await week.ask(homeRound());
  expect(await sent({ problemId }, bindings("http://127.0.0.1:9"))).toBe("again in 30 s");
  expect(await sent({ problemId })).toBe("acked");
  expect(week.rows("SELECT state FROM plan_problem")).toEqual([["solved"]]);
});
