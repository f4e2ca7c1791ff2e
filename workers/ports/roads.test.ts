import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { alwaysSays, type Roads, sendsElsewhere, startRoads } from "#tests/road-service.ts";
import { NeighbourFailed } from "./neighbour.ts";
import { openRoads, type RoadService } from "./roads.ts";

const hub = { latMicrodegrees: 45_438_000, lonMicrodegrees: 10_993_000 };
const north = { latMicrodegrees: 45_448_000, lonMicrodegrees: 10_993_000 };
const island = { latMicrodegrees: 45_438_000, lonMicrodegrees: 11_100_000 };
const all = [hub, north, island];
const services = ["osrm", "valhalla", "ors"] as const;

function opened(service: string, url: string): RoadService {
  const roads = openRoads({ ROADS_SERVICE: service, ROADS_URL: url, ROADS_KEY: "key" });
  if (roads === null) throw new Error(`${service} is known`);
  return roads;
}

describe("a service of roads", () => {
  let double: Roads;
  beforeEach(async () => {
    double = await startRoads({ island });
  });
  afterEach(() => double.close());

  test.each(services)("%s tells whole seconds and metres, there and back", async (service) => {
    const roads = opened(service, `${double.url}/`);
    const told = await roads.ask({ profile: "bike", from: all, to: all });
    expect(told.metres).toEqual([0, 1446, -1, 1446, 0, -1, -1, -1, 0]);
    expect(told.seconds).toEqual([0, 362, -1, 398, 0, -1, -1, -1, 0]);
    const van = await roads.ask({ profile: "van", from: [hub], to: [north] });
    expect(van).toEqual({ metres: [1446], seconds: [207] });
  });

  test.each(services)("%s that fails is a neighbour that fails", async (service) => {
    const roads = opened(service, double.url);
    for (const how of ["error", "hang up"] as const) {
      double.fail(how, 1);
      const asking = roads.ask({ profile: "bike", from: [hub], to: [north] });
      await expect(asking).rejects.toThrow(NeighbourFailed);
    }
  });

  test("the key goes as each service wants it, and OSRM needs none", async () => {
    for (const service of services) {
      await opened(service, double.url).ask({ profile: "bike", from: [hub], to: [north] });
    }
    expect(double.keys).toEqual(["", "Bearer key", "key"]);
  });
});

describe("an answer that is not what was asked is not believed", () => {
  const good = { code: "Ok", durations: [[0, 5]], distances: [[0, 9]] };
  const wrong: readonly (readonly [string, object])[] = [
    ["has another size", { durations: [[0]] }],
    ["lacks a row", { durations: [] }],
    ["has a negative way", { durations: [[0, -5]] }],
    ["has an endless way", { durations: [[0, 1e10]] }],
    ["has a way from a place to itself", { durations: [[3, 5]] }],
    ["knows a way by half", { durations: [[0, null]] }],
    ["does not know a place and itself", { durations: [[null, 5]], distances: [[null, 9]] }],
    ["has words for numbers", { durations: [[0, "5"]] }],
    ["says that it failed", { code: "NoTable" }],
  ];

  test.each(wrong)("when it %s", async (_, change) => {
    const double = await alwaysSays({ ...good, ...change });
    const asking = opened("osrm", double.url).ask({
      profile: "bike",
      from: [hub],
      to: [hub, north],
    });
    await expect(asking).rejects.toThrow(NeighbourFailed);
    await double.close();
  });

  test("and when it sends us elsewhere", async () => {
    const double = await sendsElsewhere();
    const asking = opened("ors", double.url).ask({ profile: "bike", from: [hub], to: [north] });
    await expect(asking).rejects.toThrow(/answers 303/);
    await double.close();
  });
});

test("each way of travelling may have a server of its own", async () => {
  const double = await startRoads();
  const roads = opened("valhalla", `${double.url}/{profile}`);
  await expect(roads.ask({ profile: "van", from: [hub], to: [north] })).rejects.toThrow(/404/);
  expect(double.paths).toEqual(["/auto/sources_to_targets"]);
  await double.close();
});

test("nobody is asked where no service is named, or one that we do not know", () => {
  expect(openRoads({})).toBeNull();
  expect(openRoads({ ROADS_SERVICE: "osrm", ROADS_URL: "" })).toBeNull();
  expect(openRoads({ ROADS_SERVICE: "maps", ROADS_URL: "http://127.0.0.1:9" })).toBeNull();
});
