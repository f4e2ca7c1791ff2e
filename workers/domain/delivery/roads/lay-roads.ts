import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { markCore } from "./mark-core.ts";
import {
  ROAD_PROFILES,
  type RoadGraph,
  type RoadGraphCard,
  type RoadProfile,
} from "./road-graph.ts";

/** A street as a survey tells it: points in a row, and how fast each profile may go along it. */
export interface Street {
  /** Names of points, in the order in which the street runs; at least two. */
  readonly points: readonly number[];
  readonly speeds: Readonly<Record<RoadProfile, Speeds>>;
}

/** Kilometres an hour in the direction of the points and against it; 0 where it is forbidden. */
export interface Speeds {
  readonly along: number;
  readonly against: number;
}

/** A stretch of street between two crossings. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly decimetres: number;
  readonly speeds: Street["speeds"];
}

/**
 * Lays a graph from streets: nodes are the ends of streets and the points that two streets share or
 * one passes twice; the bends between them only add to the length of their stretch.
 * @param where the place of each point that a street names
 */
export function layRoads(
  about: RoadGraphCard,
  streets: readonly Street[],
  where: ReadonlyMap<number, EarthPoint>,
): RoadGraph {
  const node = crossingsOf(streets);
  const stretches = streets.flatMap((street) => stretchesOf(street, node, where));
  const lats = new Int32Array(node.size);
  const lons = new Int32Array(node.size);
  for (const [point, index] of node) {
    const place = placeOf(where, point);
    lats[index] = place.latMicrodegrees;
    lons[index] = place.lonMicrodegrees;
  }
  return markCore({ about, lats, lons, ...rowsOf(stretches, node.size) });
}

/** The points that become nodes, numbered in the order in which the streets name them. */
function crossingsOf(streets: readonly Street[]): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const { points } of streets) {
    for (const point of points) uses.set(point, (uses.get(point) ?? 0) + 1);
  }
  const node = new Map<number, number>();
  for (const { points } of streets) {
    for (const [at, point] of points.entries()) {
      const isEnd = at === 0 || at === points.length - 1;
      if ((isEnd || (uses.get(point) ?? 0) > 1) && !node.has(point)) node.set(point, node.size);
    }
  }
  return node;
}

function stretchesOf(
  { points, speeds }: Street,
  node: ReadonlyMap<number, number>,
  where: ReadonlyMap<number, EarthPoint>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from: number | undefined;
  let metres = 0;
  let before: EarthPoint | undefined;
  for (const point of points) {
    const place = placeOf(where, point);
    if (before !== undefined) metres += metresBetween(before, place);
    before = place;
    const here = node.get(point);
    if (here === undefined) continue;
    if (from !== undefined && from !== here) {
      stretches.push({ from, to: here, decimetres: Math.max(1, metres * 10), speeds });
    }
    from = here;
    metres = 0;
  }
  return stretches;
}

function placeOf(where: ReadonlyMap<number, EarthPoint>, point: number): EarthPoint {
  const place = where.get(point);
  invariant(place !== undefined, `point ${point} of a street is somewhere`);
  return place;
}

type Rows = Pick<RoadGraph, "head" | "to" | "lengths" | "times">;

/** One arc for each direction in which any profile may go. */
function rowsOf(stretches: readonly Stretch[], nodes: number): Rows {
  const arcs = stretches.flatMap((stretch) => [arcOf(stretch, "along"), arcOf(stretch, "against")]);
  const open = arcs.filter(({ times }) => times.some((time) => time > 0));
  const head = new Uint32Array(nodes + 1);
  for (const { from } of open) head[from + 1] = (head[from + 1] ?? 0) + 1;
  for (let n = 0; n < nodes; n += 1) head[n + 1] = (head[n + 1] ?? 0) + (head[n] ?? 0);
  const next = head.slice();
  const to = new Uint32Array(open.length);
  const lengths = new Uint32Array(open.length);
  const times = ROAD_PROFILES.map(() => new Uint32Array(open.length));
  for (const arc of open) {
    const at = next[arc.from] ?? 0;
    next[arc.from] = at + 1;
    to[at] = arc.to;
    lengths[at] = arc.decimetres;
    for (const [p, time] of arc.times.entries()) (times[p] as Uint32Array)[at] = time;
  }
  const [bike, van] = times as [Uint32Array, Uint32Array];
  return { head, to, lengths, times: { bike, van } };
}

function arcOf({ from, to, decimetres, speeds }: Stretch, direction: keyof Speeds) {
  const times = ROAD_PROFILES.map((profile) => {
    const speed = speeds[profile][direction];
    return speed === 0 ? 0 : Math.max(1, Math.round((decimetres * 3.6) / speed));
  });
  return direction === "along"
    ? { from, to, decimetres, times }
    : { from: to, to: from, decimetres, times };
}
