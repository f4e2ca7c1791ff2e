import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import { forgottenBefore } from "#domain/access/retention.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Whose cells: a way of travelling, and the service that said them. */
export interface CellShelf {
  readonly profile: RoadProfile;
  readonly source: string;
}

/** The way from one place to another, by the places' indexes; -1 where none leads. */
export interface KnownCell {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly metres: number;
}

/**
 * What is known of the ways between these places, each told by `cellName`. A row of the answer
 * holds all that is known from one place.
 */
export function knownCells(
  { profile, source }: CellShelf,
  places: readonly string[],
): Loader<KnownCell[]> {
  return {
    statement: {
      sql: `SELECT a.key, json_group_array(json_array(b.key, c.seconds, c.metres))
        FROM json_each(?3) a
        JOIN road_cell c ON c.profile = ?1 AND c.source = ?2 AND c.from_place = a.value
        JOIN json_each(?3) b ON b.value = c.to_place
        GROUP BY a.key`,
      args: [profile, source, JSON.stringify(places)],
    },
    parse: (rows) =>
      rows.flatMap((row) => {
        const from = integer(row, 0);
        const cells = JSON.parse(text(row, 1)) as [number, number, number][];
        return cells.map(([to, seconds, metres]) => ({ from, to, seconds, metres }));
      }),
  };
}

/** Keeps what a service said; what it said before of the same way goes. */
export function keepCells(
  { profile, source }: CellShelf,
  cells: readonly (readonly [from: string, to: string, seconds: number, metres: number])[],
  at: Instant,
): Statement {
  return {
    sql: `INSERT INTO road_cell (profile, source, from_place, to_place, seconds, metres, known_at)
      SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?4 FROM json_each(?3)
      WHERE true ON CONFLICT (profile, source, from_place, to_place)
      DO UPDATE SET
        seconds = excluded.seconds, metres = excluded.metres, known_at = excluded.known_at`,
    args: [profile, source, JSON.stringify(cells), at],
  };
}

/** Streets change, and places of homes are not kept for ever. */
export function forgetRoads(now: Instant): Statement[] {
  return [
    { sql: "DELETE FROM road_cell WHERE known_at < ?", args: [forgottenBefore("ways", now)] },
    {
      sql: `DELETE FROM plan_place WHERE problem_id IN (
        SELECT id FROM plan_problem WHERE made_at < ?)`,
      args: [forgottenBefore("round-places", now)],
    },
  ];
}
