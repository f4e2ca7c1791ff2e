import { readFileSync } from "node:fs";
import type { Errand, Vehicle } from "#domain/delivery/problem.ts";
import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type CycleId, id, type PlanProblemId } from "#domain/kernel/ids.ts";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import type { PlannerPorts } from "#planner/ports.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { askForPlan, type PlanQuestion } from "#store/plans.ts";
import { openMigratedServer } from "./migrated-database.ts";
import { bike, crateTo, type Point, sixHomes } from "./rounds.ts";

const CYCLE = id<CycleId>("01jd3x5k7m9npqrstvwxyz0023");

/** Squared paper laid on Verona: a square is some hundred metres. */
export function onEarth([x, y]: Point): EarthPoint {
  return { latMicrodegrees: 45_438_000 + y * 1000, lonMicrodegrees: 10_993_000 + x * 1000 };
}

/** A bike for the whole day, as the town above has longer ways than squared paper. */
export function dayBike(vehicle: number, more: Partial<Vehicle> = {}): Vehicle {
  return bike(vehicle, { shift: { from: 0, to: 36_000 }, capacity: [4], ...more });
}

/** Crates for six homes around a hub, by two bikes, unless said otherwise. */
export function homeRound(
  errands: readonly Errand[] = [1, 2, 3, 4, 5, 6].map((place) => crateTo(place)),
  vehicles: readonly Vehicle[] = [dayBike(1), dayBike(2)],
): ProblemDraft {
  return { vehicles, errands, places: sixHomes.length, dimensions: 1 };
}

/** The compiled core of the solver. */
export function solverCore(): WebAssembly.Module {
  const file = import.meta.resolve("#domain/delivery/solver/core.wasm");
  return new WebAssembly.Module(readFileSync(new URL(file)));
}

/** A migrated database with one hub and one week, and a planner beside it. */
export async function openPlannedWeek() {
  const server = await openMigratedServer();
  const time = { now: Date.UTC(2026, 5, 4, 8) };
  server.database.exec(WEEK);
  const database = openDatabase(server);
  const ids = makeIds(instant(time.now), "a secret of at least thirty-two characters");
  const now = (): Instant => instant(time.now);
  const ports: PlannerPorts = {
    database,
    clock: { now },
    roads: null,
    streets: () => Promise.resolve(null),
    core: solverCore(),
    plansHere: true,
  };
  let number = 0;
  const ask = async (problem: ProblemDraft, more: Partial<PlanQuestion> = {}) => {
    number += 1;
    const asked = { id: ids.next<PlanProblemId>(), cycleId: CYCLE, number, problem };
    const nobody = { vehicles: [], errands: [], from: null, at: now(), actor: "hub" };
    const places = sixHomes.map(onEarth);
    const question = { ...asked, places, ...nobody, ...more };
    const written = await database.write(askForPlan(question));
    if (written.kind !== "committed") throw new Error(JSON.stringify(written));
    return question.id;
  };
  const rows = (sql: string) => server.database.prepare(sql).raw().all([]) as unknown[][];
  return { server, database, ports, time, ids, ask, rows, close: () => server.close() };
}

export type PlannedWeek = Awaited<ReturnType<typeof openPlannedWeek>>;

const HUB = "01jd3x5k7m9npqrstvwxyz0001";
const WEEK = `
  INSERT INTO enterprise (id, name, slug, town, land, lead_days, sale_mode, created_at)
    VALUES ('${HUB}', 'La Loggia', 'la-loggia', 'Verona', 'citta', 0, 'agency', 0);
  INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
    VALUES ('${CYCLE}', '2026-23', '${HUB}', 0, 1, '2026-06-05', 0);`;
