import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { Matrix } from "#domain/delivery/problem.ts";

/** How long and how far it is between places: row `from`, column `to`, whole numbers. */
export interface RoadTable {
  readonly size: number;
  /** Seconds; -1 where no way leads. */
  readonly seconds: Int32Array;
  /** Metres; -1 where no way leads. */
  readonly metres: Int32Array;
  /** Where each cell comes from, as an index into `sources`. */
  readonly cells: Uint8Array;
  readonly sources: readonly RoadSource[];
}

/** Where a distance comes from, and what it is worth. */
export interface RoadSource {
  /** "verona-1a2b3c4d5e6f", "osrm", "great-circle×1.35". */
  readonly name: string;
  readonly quality: "streets" | "estimated";
}

/** A table that was never told anything: no way leads anywhere but to oneself. */
export function emptyTable(size: number, sources: readonly RoadSource[]): RoadTable {
  const table = {
    size,
    seconds: new Int32Array(size * size).fill(-1),
    metres: new Int32Array(size * size).fill(-1),
    cells: new Uint8Array(size * size),
    sources,
  };
  for (let i = 0; i < size; i += 1) {
    table.seconds[i * size + i] = 0;
    table.metres[i * size + i] = 0;
  }
  return table;
}

/** What is wrong with a table that somebody else worked out; undefined when nothing is. */
export function faultOfTable(table: RoadTable): TableFault | undefined {
  const { size, seconds, metres } = table;
  if (seconds.length !== size * size || metres.length !== size * size) return { fault: "size" };
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) {
      const time = seconds[from * size + to] ?? -1;
      const length = metres[from * size + to] ?? -1;
      if (from === to && (time !== 0 || length !== 0)) return { fault: "diagonal", from, to };
      if (time < -1 || length < -1) return { fault: "negative", from, to };
      if ((time === -1) !== (length === -1)) return { fault: "half-known", from, to };
    }
  }
  return undefined;
}

export interface TableFault {
  readonly fault: "size" | "diagonal" | "negative" | "half-known";
  readonly from?: number;
  readonly to?: number;
}

/** The planner's matrix of a table: what cannot be travelled is forbidden, never free. */
export function matrixOf({ size, seconds, metres }: RoadTable): Matrix {
  const rows = (cells: Int32Array) =>
    Array.from({ length: size }, (_, from) =>
      Array.from(cells.subarray(from * size, (from + 1) * size), (cell) =>
        cell < 0 ? null : cell,
      ),
    );
  return { durations: rows(seconds), distances: rows(metres) };
}

/** Tells a place from another where its distances are kept: five decimals, some 1.1 m. */
export function cellName({ latMicrodegrees, lonMicrodegrees }: EarthPoint): string {
  return `${Math.round(latMicrodegrees / 10)},${Math.round(lonMicrodegrees / 10)}`;
}
