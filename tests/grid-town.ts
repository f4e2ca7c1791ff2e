import type { EarthPoint } from "#domain/kernel/earth.ts";
import { layRoads, type Street } from "#domain/delivery/roads/lay-roads.ts";
import type { RoadGraph } from "#domain/delivery/roads/road-graph.ts";

/** About 100 metres from north to south, in millionths of a degree. */
export const BLOCK = 900;

/** The corner of row `r` and column `c` of a town of square blocks near the equator. */
export function corner(r: number, c: number): EarthPoint {
  return { latMicrodegrees: r * BLOCK, lonMicrodegrees: c * BLOCK };
}

/** The name of that corner. */
export function cornerName(r: number, c: number): number {
  return r * 100 + c;
}

export const BOTH_WAYS = { along: 12, against: 12 };
export const SHUT = { along: 0, against: 0 };

/** A town of `side` by `side` corners, each street a row or a column, open to bikes and vans. */
export function gridTown(side: number, extra: readonly Street[] = []): RoadGraph {
  const line = Array.from({ length: side }, (_, i) => i);
  const speeds = { bike: BOTH_WAYS, van: BOTH_WAYS };
  const streets = [
    ...line.map((r) => ({ points: line.map((c) => cornerName(r, c)), speeds })),
    ...line.map((c) => ({ points: line.map((r) => cornerName(r, c)), speeds })),
    ...extra,
  ];
  const where = new Map(
    line.flatMap((r) => line.map((c) => [cornerName(r, c), corner(r, c)] as const)),
  );
  for (const name of extra.flatMap(({ points }) => points)) {
    where.set(name, where.get(name) ?? corner(Math.floor(name / 100), name % 100));
  }
  return layRoads({ area: "grid", day: "2026-11-01", credit: "nobody" }, streets, where);
}
