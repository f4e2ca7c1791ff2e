import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import { type Guess, guessed } from "./estimated-table.ts";
import { nearestNodes, type Snapped } from "./nearest-node.ts";
import type { RoadGraph, RoadProfile } from "./road-graph.ts";
import { versionOf } from "./road-graph-file.ts";
import { emptyTable, type RoadTable } from "./road-table.ts";
import { shortestTimes } from "./shortest-times.ts";

/** Beyond so many metres from a street an address is off the map. */
const REACH = 800;

/** Metres a minute from a door to the street and back: on foot. */
const ON_FOOT = 80;

/** What streets and a guess of the rest are worth. */
const STREETS = 0;
const GUESSED = 1;

/**
 * The table of an area whose streets are known. From door to street and from street to door one
 * goes on foot. A place that is off the map keeps the crow's way, and its cells say so.
 * @param guess for what the streets do not reach
 */
export function streetTable(
  graph: RoadGraph,
  profile: RoadProfile,
  points: readonly EarthPoint[],
  guess: Guess,
): RoadTable {
  const nearest = nearestNodes(graph, profile, REACH);
  const snapped = points.map((point) => nearest(point));
  const targets = snapped.flatMap((found) => (found === undefined ? [] : [found.node]));
  const table = emptyTable(points.length, [
    { name: versionOf(graph), quality: "streets" },
    { name: `great-circle×${(guess.detourHundredths / 100).toFixed(2)}`, quality: "estimated" },
  ]);
  for (const [from, a] of points.entries()) {
    const start = snapped[from];
    const reached = start && shortestTimes(graph, profile, start.node, targets);
    for (const [to, b] of points.entries()) {
      if (from === to) continue;
      const end = snapped[to];
      const at = from * points.length + to;
      const crow = metresBetween(a, b);
      const way = reached && end && wayOf(reached, start, end, crow);
      const { seconds, metres } = way ?? guessed(crow, guess);
      table.seconds[at] = seconds;
      table.metres[at] = metres;
      table.cells[at] = way === undefined ? GUESSED : STREETS;
    }
  }
  return table;
}

/** Door, street, door. Who has the same crossing nearest goes from door to door. */
function wayOf(
  reached: ReturnType<typeof shortestTimes>,
  start: Snapped,
  end: Snapped,
  crow: number,
) {
  const onFoot = start.node === end.node ? crow : start.metres + end.metres;
  const decimetres = reached.lengths[end.node] ?? 0;
  const time = reached.times[end.node] ?? 0;
  return {
    seconds: Math.round(time / 10) + Math.round((onFoot * 60) / ON_FOOT),
    metres: onFoot + Math.round(decimetres / 10),
  };
}
