import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { originOf } from "#domain/delivery/roads/patched-table.ts";
import { matrixOf, type RoadTable } from "#domain/delivery/roads/road-table.ts";
import { writeRoadGraph } from "#domain/delivery/roads/road-graph-file.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type Roads, startRoads } from "#tests/road-service.ts";
import { fetchRoadGraph } from "#ports/road-graphs.ts";
import { openRoads } from "#ports/roads.ts";
import { corner, gridTown } from "#tests/grid-town.ts";
import { onEarth, openPlannedWeek, type PlannedWeek } from "#tests/planned-week.ts";
import { measureRoads } from "./measure-roads.ts";
import type { PlannerPorts } from "./ports.ts";

const places = Array.from({ length: 7 }, (_, i) => onEarth([i, (i * 3) % 5]));

let week: PlannedWeek;
let double: Roads;
beforeEach(async () => {
  week = await openPlannedWeek();
  double = await startRoads({ places: 100, cells: 2500 });
});
afterEach(async () => {
  await double.close();
  await week.close();
});

function asking(version = "1"): PlannerPorts {
  const settings = { ROADS_SERVICE: "ors", ROADS_URL: double.url, ROADS_VERSION: version };
  return { ...week.ports, roads: openRoads(settings) };
}

const qualities = (table: RoadTable) =>
  originOf(table).sources.map(({ name, cells }) => `${name}: ${cells}`);

test("what a service said is kept, and a new place asks only for its row and column", async () => {
  const first = await measureRoads(asking(), "bike", places.slice(0, 6));
  expect(qualities(first)).toEqual(["ors 1: 30"]);
  expect(double.answered).toEqual([{ from: 6, to: 6 }]);
  await measureRoads(asking(), "bike", places.slice(0, 6));
  expect(double.answered).toHaveLength(1);
  const more = await measureRoads(asking(), "bike", places);
  expect(double.answered.slice(1)).toEqual([
    { from: 1, to: 7 },
    { from: 6, to: 1 },
  ]);
  expect(qualities(more)).toEqual(["ors 1: 42"]);
  expect(more.seconds.slice(0, 6)).toEqual(first.seconds.slice(0, 6));
});

test("another way of travelling, and newer streets, are asked anew", async () => {
  await measureRoads(asking(), "bike", places);
  await measureRoads(asking(), "van", places);
  await measureRoads(asking("2"), "bike", places);
  expect(double.answered).toHaveLength(3);
});

test("a question is cut into what the service takes, and gives the same", async () => {
  const many = Array.from({ length: 60 }, (_, i) => onEarth([i % 10, Math.floor(i / 10)]));
  const table = await measureRoads(asking(), "bike", many);
  expect(double.answered.length).toBeGreaterThan(1);
  expect(originOf(table).quality).toBe("streets");
  const again = await startRoads();
  const whole = openRoads({ ROADS_SERVICE: "osrm", ROADS_URL: again.url });
  const told = await whole?.ask({ profile: "bike", from: many, to: many });
  expect([...table.seconds]).toEqual(told?.seconds);
  await again.close();
});

describe("a service that fails", () => {
  test("is no reason not to plan: distances are estimated, and say so", async () => {
    double.fail("hang up", 1);
    const table = await measureRoads(asking(), "bike", places);
    expect(originOf(table)).toMatchObject({ quality: "estimated" });
    expect(qualities(await measureRoads(asking(), "bike", places))).toEqual(["ors 1: 42"]);
  });

  test("keeps what it said before it failed", async () => {
    await measureRoads(asking(), "bike", places.slice(0, 6));
    double.fail("error", 1);
    const table = await measureRoads(asking(), "bike", places);
    expect(originOf(table).quality).toBe("mixed");
    expect(qualities(table)).toEqual(["great-circle×1.35: 12", "ors 1: 30"]);
  });
});

test("a place where no way leads is forbidden, never free", async () => {
  await double.close();
  const [island = corner(0, 0)] = places.slice(3);
  double = await startRoads({ island });
  const matrix = matrixOf(await measureRoads(asking(), "bike", places));
  expect(matrix.durations[0]).toEqual(
    matrix.durations[0]?.map((cell, i) => (i === 3 ? null : cell)),
  );
  expect(matrix.durations[3]?.filter((cell) => cell === null)).toHaveLength(6);
});

describe("the area's own streets", () => {
  const file = writeRoadGraph(gridTown(6));
  const files = (area: string): PlannerPorts["streets"] => {
    const fetched = async (url: string) =>
      url.endsWith("/grid.roads") ? new Response(file.slice()) : new Response("", { status: 404 });
    return () => fetchRoadGraph({ fetch: fetched } as never, area);
  };
  const doors: readonly EarthPoint[] = [corner(0, 0), corner(2, 3), corner(90, 90)];

  test("are taken where no service is asked; what is off the map stays estimated", async () => {
    const table = await measureRoads({ ...week.ports, streets: files("grid") }, "bike", doors);
    expect(table.metres[1]).toBe(500);
    expect(originOf(table).quality).toBe("mixed");
  });

  test("that are not there leave the estimate", async () => {
    for (const area of ["elsewhere", "../grid"]) {
      const table = await measureRoads({ ...week.ports, streets: files(area) }, "bike", doors);
      expect(originOf(table).quality).toBe("estimated");
    }
  });
});
