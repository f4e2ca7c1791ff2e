import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Plan } from "#domain/delivery/plan.ts";
import { type OrderId, id } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { dropFromPlan } from "#store/plans.ts";
import { crateTo } from "#tests/rounds.ts";
import { dayBike, homeRound, openPlannedWeek, type PlannedWeek } from "#tests/planned-week.ts";
import { solvePlan } from "./solve-plan.ts";

let week: PlannedWeek;
beforeEach(async () => {
  week = await openPlannedWeek();
});
afterEach(() => week.close());

const states = () => week.rows("SELECT state, reason, reason_words FROM plan_problem ORDER BY id");
const plans = () =>
  week
    .rows(
      `SELECT v.plan FROM plan_version v JOIN plan_problem p ON p.id = v.problem_id
        ORDER BY p.number, v.number`,
    )
    .map(([plan]) => JSON.parse(String(plan)) as Plan);
const served = (plan: Plan | undefined) =>
  (plan?.routes ?? [])
    .flatMap(({ steps }) => steps)
    .flatMap(({ type, id: stop }) => (type === "job" ? [stop] : []))
    .toSorted((a = 0, b = 0) => a - b);

test("a problem is planned, and its distances say that they are estimated", async () => {
  const problem = await week.ask(homeRound());
  expect(await solvePlan(week.ports, problem)).toBe("planned");
  expect(states()).toEqual([["solved", null, null]]);
  expect(served(plans().at(-1))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(week.rows("SELECT profile, quality, sources FROM plan_matrix")).toEqual([
    ["bike", "estimated", '[{"name":"great-circle×1.35","quality":"estimated","cells":42}]'],
  ]);
  expect(
    week.rows("SELECT number, unserved, source, seed, rounds > 0 FROM plan_version LIMIT 1"),
  ).toEqual([[1, 0, "planner", 1, 1]]);
});

test("who waits hears how far the search is, further each time", async () => {
  const told: number[] = [];
  const { database } = week.ports;
  const listening: typeof database = {
    read: (statements) => database.read(statements),
    write: (statements) => {
      const progress = statements.find(({ sql }) => sql.includes("SET thousandths = ?2"));
      if (progress !== undefined) told.push(Number(progress.args[1]));
      return database.write(statements);
    },
  };
  const problem = await week.ask(homeRound());
  await solvePlan({ ...week.ports, database: listening }, problem);
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(week.rows("SELECT thousandths FROM plan_problem")).toEqual([[told.at(-1)]]);
  expect(told.at(-1)).toBeGreaterThan(900);
});

test("a message that comes twice, even at the same time, finds nothing to do", async () => {
  const problem = await week.ask(homeRound());
  const both = [solvePlan(week.ports, problem), solvePlan(week.ports, problem)];
  expect((await Promise.all(both)).toSorted()).toEqual(["nothing-to-do", "planned"]);
  const versions = plans().length;
  expect(await solvePlan(week.ports, problem)).toBe("nothing-to-do");
  expect(plans()).toHaveLength(versions);
});

test("the same problem gives the same plan", async () => {
  await solvePlan(week.ports, await week.ask(homeRound()));
  const first = plans();
  await solvePlan(week.ports, await week.ask(homeRound()));
  expect(plans().slice(first.length)).toEqual(first);
});

describe("a problem is set aside with its reason", () => {
  test("when a field of it is wrong", async () => {
    const problem = await week.ask(homeRound([crateTo(99)]));
    expect(await solvePlan(week.ports, problem)).toBe("invalid");
    const words = "jobs[0].location_index: a whole number from 0 to 6";
    expect(states()).toEqual([["set-aside", "invalid", words]]);
    expect(plans()).toEqual([]);
  });

  test("when its couriers travel in a way of which nobody knows the streets", async () => {
    const boat = dayBike(1, { profile: "boat" });
    expect(await solvePlan(week.ports, await week.ask(homeRound([], [boat])))).toBe("invalid");
  });

  test("when the search cannot take it", async () => {
    const nothing = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    const ports = { ...week.ports, core: nothing };
    expect(await solvePlan(ports, await week.ask(homeRound()))).toBe("failed");
    expect(states()[0]?.slice(0, 2)).toEqual(["set-aside", "failed"]);
  });

  test("when it killed whoever planned it four times", async () => {
    const problem = await week.ask(homeRound());
    week.server.database.exec("UPDATE plan_problem SET tries = 4, state = 'solving'");
    expect(await solvePlan(week.ports, problem)).toBe("gave-up");
    expect(await solvePlan(week.ports, problem)).toBe("nothing-to-do");
  });

  test("when a newer one was asked of the same week", async () => {
    const older = await week.ask(homeRound());
    await week.ask(homeRound());
    expect(await solvePlan(week.ports, older)).toBe("superseded");
  });
});

test("where a browser plans, the planner works out the distances and leaves the rest", async () => {
  const problem = await week.ask(homeRound());
  const ports = { ...week.ports, plansHere: false };
  expect(await solvePlan(ports, problem)).toBe("left-to-browser");
  expect(week.rows("SELECT count(*) FROM plan_matrix")).toEqual([[1]]);
  expect(states()).toEqual([["waiting", null, null]]);
  expect(await solvePlan(ports, problem)).toBe("nothing-to-do");
});

test("a plan begins with that of the problem before", async () => {
  const before = await week.ask(homeRound());
  await solvePlan(week.ports, before);
  const [[version] = []] = week.rows("SELECT max(number) FROM plan_version");
  const from = { problemId: before, version: Number(version) };
  const rest = homeRound([1, 2, 3].map((place) => crateTo(place)));
  expect(await solvePlan(week.ports, await week.ask(rest, { from }))).toBe("planned");
  expect(served(plans().at(-1))).toEqual([1, 2, 3]);
});

describe("an order that is cancelled after it was planned", () => {
  const order = id<OrderId>("01jd3x5k7m9npqrstvwxyz0077");
  const drop = () => {
    const on = { at: instant(week.time.now), actor: "household:rossi" };
    return week.database.write(dropFromPlan(order, on));
  };

  beforeEach(async () => {
    week.server.database.exec("PRAGMA foreign_keys = OFF");
    const errands = [{ stop: "job:3" as const, orderId: order }];
    await solvePlan(week.ports, await week.ask(homeRound(), { errands }));
    week.server.database.exec("DELETE FROM outbox");
  });

  test("leaves a problem that waits, and a message", async () => {
    expect((await drop()).kind).toBe("committed");
    expect(states()).toEqual([["waiting", null, null]]);
    expect(week.rows("SELECT topic FROM outbox")).toEqual([["plan"]]);
    expect((await drop()).kind).toBe("committed");
    expect(week.rows("SELECT count(*) FROM plan_drop")).toEqual([[1]]);
  });

  test("is in the next plan no more, and everybody else is", async () => {
    await drop();
    const [[problem] = []] = week.rows("SELECT id FROM plan_problem");
    expect(await solvePlan(week.ports, id(String(problem)))).toBe("planned");
    expect(served(plans().at(-1))).toEqual([1, 2, 4, 5, 6]);
    expect(week.rows("SELECT max(dropped) FROM plan_version")).toEqual([[1]]);
  });

  test("in the middle of a search makes it begin anew", async () => {
    const problem = await week.ask(homeRound(), {
      errands: [{ stop: "job:3", orderId: order }],
    });
    const { database } = week;
    let isFirst = true;
    const write: typeof database.write = async (statements) => {
      const isPlan = statements.some(({ sql }) => sql.startsWith("INSERT INTO plan_version"));
      if (isPlan && isFirst) await drop();
      isFirst = isFirst && !isPlan;
      return database.write(statements);
    };
    const ports = { ...week.ports, database: { ...database, write } };
    expect(await solvePlan(ports, problem)).toBe("changed");
    expect(await solvePlan(week.ports, problem)).toBe("planned");
    expect(served(plans().at(-1))).toEqual([1, 2, 4, 5, 6]);
  });
});
