import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { calibrate } from "#domain/delivery/roads/calibrate.ts";
import { coreBit, type RoadGraph } from "#domain/delivery/roads/road-graph.ts";
import { readRoadGraph, writeRoadGraph } from "#domain/delivery/roads/road-graph-file.ts";
import { shortestTimes } from "#domain/delivery/roads/shortest-times.ts";
import { surveyRoads } from "#host/roads/survey-roads.ts";

const shared = "../shared/bench/roads";
const isHere = existsSync(`${shared}/monaco.osm.pbf`);
if (!isHere) console.warn(`the streets of Monaco are not here: ${shared} is missing`);

/** The graph that others derived from the same extract. */
type TheirGraph = Readonly<Record<"nodes" | "edges", readonly unknown[]>>;

describe.skipIf(!isHere)("the streets of Monaco", () => {
  let streets: RoadGraph;
  beforeAll(() => {
    streets = surveyRoads(readFileSync(`${shared}/monaco.osm.pbf`), "monaco");
  });

  test("are a graph of some thousand crossings, nearly all within reach of each other", () => {
    expect(streets.lats.length).toBeGreaterThan(2000);
    for (const profile of ["bike", "van"] as const) {
      const core = streets.core.filter((bits) => (bits & coreBit(profile)) !== 0).length;
      expect(core / streets.lats.length).toBeGreaterThan(0.75);
    }
  });

  test("make a small asset, which is read back the same", () => {
    const file = writeRoadGraph(streets);
    expect(file.length).toBeLessThan(200_000);
    expect(readRoadGraph(file)).toEqual(streets);
  });

  test("wind: a detour is far longer than in a flat city", () => {
    expect(calibrate(streets).bike.detourHundredths).toBeGreaterThan(150);
  });

  test("of another survey take as long as its reference says", async () => {
    const theirs = JSON.parse(readFileSync(`${shared}/monaco-graph.json`, "utf8")) as TheirGraph;
    const roads = (await import(`${process.cwd()}/../shared/bench/routing/tools/roads.mjs`)) as {
      loadGraph: (graph: TheirGraph, mode: "bike") => Arcs;
      dijkstra: (g: Arcs, source: number, time: Float64Array, metres: Float64Array) => void;
    };
    const reference = roads.loadGraph(theirs, "bike");
    const ours = asRoadGraph(reference);
    for (const source of [0, 700, 1900, 3000]) {
      const seconds = new Float64Array(reference.n);
      roads.dijkstra(reference, source, seconds, new Float64Array(reference.n));
      const { times } = shortestTimes(ours, "bike", source);
      for (const [node, expected] of seconds.entries()) {
        const found = (times[node] ?? 0) / 10;
        // Ours are whole tenths of a second an arc, and no way has more than a few hundred.
        if (expected === Infinity) expect(found).toBe(Infinity);
        else expect(Math.abs(found - expected)).toBeLessThan(0.5 + expected * 0.01);
      }
    }
  });
});

/** The reference tool's own rows of arcs. */
interface Arcs {
  readonly n: number;
  readonly head: Int32Array;
  readonly to: Int32Array;
  readonly sec: Float64Array;
  readonly len: Float64Array;
}

function asRoadGraph({ n, head, to, sec, len }: Arcs): RoadGraph {
  return {
    about: { area: "monaco", day: "", credit: "" },
    lats: new Int32Array(n),
    lons: new Int32Array(n),
    head: Uint32Array.from(head),
    to: Uint32Array.from(to),
    lengths: Uint32Array.from(len, (metres) => metres * 10),
    times: {
      bike: Uint32Array.from(sec, (seconds) => Math.max(1, Math.round(seconds * 10))),
      van: new Uint32Array(to.length),
    },
    core: new Uint8Array(n),
  };
}
