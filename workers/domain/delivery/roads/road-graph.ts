import type { EarthPoint } from "#domain/kernel/earth.ts";

/** How a courier travels. Each kind has its own streets and its own speeds. */
export const ROAD_PROFILES = ["bike", "van"] as const;

export type RoadProfile = (typeof ROAD_PROFILES)[number];

/**
 * The streets of an area, as arcs between crossings, in compressed sparse rows: the arcs of node
 * `n` are those from `head[n]` up to, and without, `head[n + 1]`.
 */
export interface RoadGraph {
  readonly about: RoadGraphCard;
  /** Where each node is, in millionths of a degree. */
  readonly lats: Int32Array;
  readonly lons: Int32Array;
  /** One longer than there are nodes. */
  readonly head: Uint32Array;
  /** The node at the other end of each arc. */
  readonly to: Uint32Array;
  /** Decimetres of each arc. */
  readonly lengths: Uint32Array;
  /** Tenths of a second of each arc; 0 where that profile may not go. */
  readonly times: Readonly<Record<RoadProfile, Uint32Array>>;
  /** Bit `p` of a node is set where profile `p` can come from and go to the rest of the area. */
  readonly core: Uint8Array;
}

/** What a graph says of itself. Whoever shows a map or a way made on it shows its credit. */
export interface RoadGraphCard {
  /** A name of the area: "monaco". */
  readonly area: string;
  /** The day of the data, as its source tells it: "2016-03-19"; "" where it does not. */
  readonly day: string;
  readonly credit: string;
}

export function nodesOf(graph: RoadGraph): number {
  return graph.lats.length;
}

export function whereIs(graph: RoadGraph, node: number): EarthPoint {
  return {
    latMicrodegrees: graph.lats[node] ?? 0,
    lonMicrodegrees: graph.lons[node] ?? 0,
  };
}

/** The bit of a profile in `core`. */
export function coreBit(profile: RoadProfile): number {
  return 1 << ROAD_PROFILES.indexOf(profile);
}
