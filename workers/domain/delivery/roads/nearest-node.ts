import { type EarthPoint, metresBetween } from "#domain/kernel/earth.ts";
import { coreBit, nodesOf, type RoadGraph, type RoadProfile, whereIs } from "./road-graph.ts";

/** Where an address meets the streets. */
export interface Snapped {
  readonly node: number;
  /** As the crow flies, from the address to the node. */
  readonly metres: number;
}

/** The side of a square of the index: some 220 m from north to south. */
const SQUARE = 2000;

/** Finds the nearest node to a point; undefined where none is near enough. */
export type NearestNode = (point: EarthPoint) => Snapped | undefined;

/**
 * An index of the nodes from which a profile can go anywhere.
 * @param reach metres beyond which an address is off the map
 */
export function nearestNodes(graph: RoadGraph, profile: RoadProfile, reach: number): NearestNode {
  const squares = new Map<string, number[]>();
  const bit = coreBit(profile);
  for (let node = 0; node < nodesOf(graph); node += 1) {
    if (((graph.core[node] ?? 0) & bit) === 0) continue;
    const square = squareOf(whereIs(graph, node));
    const key = `${square.row},${square.column}`;
    const there = squares.get(key);
    if (there === undefined) squares.set(key, [node]);
    else there.push(node);
  }
  return (point) => search(graph, squares, point, reach);
}

/** Ring by ring around the point, until no nearer node can follow. */
function search(
  graph: RoadGraph,
  squares: ReadonlyMap<string, readonly number[]>,
  point: EarthPoint,
  reach: number,
): Snapped | undefined {
  const { row, column } = squareOf(point);
  const squeeze = Math.cos((point.latMicrodegrees / 1_000_000) * (Math.PI / 180));
  const width = (SQUARE / 1_000_000) * 111_000 * squeeze;
  let best: Snapped | undefined;
  for (let ring = 0; (ring - 1) * width <= Math.min(reach, best?.metres ?? reach); ring += 1) {
    for (const key of ringAround(row, column, ring)) {
      for (const node of squares.get(key) ?? []) {
        const metres = metresBetween(point, whereIs(graph, node));
        if (metres > reach) continue;
        const isNearer = best === undefined || metres < best.metres;
        if (isNearer || (metres === best?.metres && node < best.node)) best = { node, metres };
      }
    }
  }
  return best;
}

function squareOf({ latMicrodegrees, lonMicrodegrees }: EarthPoint) {
  return {
    row: Math.floor(latMicrodegrees / SQUARE),
    column: Math.floor(lonMicrodegrees / SQUARE),
  };
}

function* ringAround(row: number, column: number, ring: number) {
  for (let r = row - ring; r <= row + ring; r += 1) {
    const isEdge = Math.abs(r - row) === ring;
    const step = isEdge || ring === 0 ? 1 : 2 * ring;
    for (let c = column - ring; c <= column + ring; c += step) yield `${r},${c}`;
  }
}
