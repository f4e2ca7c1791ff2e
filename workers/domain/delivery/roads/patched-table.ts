import { invariant } from "#domain/kernel/invariant.ts";
import { faultOfTable, type RoadSource, type RoadTable } from "./road-table.ts";

/** The way between two places of a table, by their indexes; -1 where none leads. */
export interface TableCell {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly metres: number;
}

/** A table with some of its cells said by somebody else; each cell still tells whose it is. */
export function patchedTable(
  table: RoadTable,
  cells: readonly TableCell[],
  source: RoadSource,
): RoadTable {
  const patched = {
    size: table.size,
    seconds: table.seconds.slice(),
    metres: table.metres.slice(),
    cells: table.cells.slice(),
    sources: [...table.sources, source],
  };
  for (const { from, to, seconds, metres } of cells) {
    const at = from * table.size + to;
    patched.seconds[at] = seconds;
    patched.metres[at] = metres;
    patched.cells[at] = table.sources.length;
  }
  invariant(faultOfTable(patched) === undefined, "a patched table is as sound as its cells");
  return patched;
}

/** How much of a table each of its sources said, and what the whole is worth. */
export interface TableOrigin {
  readonly quality: "streets" | "mixed" | "estimated";
  readonly sources: readonly (RoadSource & { readonly cells: number })[];
}

/** Of ways between different places: the way from a place to itself is nobody's. */
export function originOf({ size, cells, sources }: RoadTable): TableOrigin {
  const counts = sources.map(() => 0);
  cells.forEach((source, at) => {
    const isWay = Math.floor(at / size) !== at % size;
    if (isWay) counts[source] = (counts[source] ?? 0) + 1;
  });
  const told = sources
    .map((source, index) => ({ ...source, cells: counts[index] ?? 0 }))
    .filter((source) => source.cells > 0);
  const qualities = new Set(told.map(({ quality }) => quality));
  const [only = "estimated"] = qualities;
  return { quality: qualities.size > 1 ? "mixed" : only, sources: told };
}
