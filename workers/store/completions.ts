import { type CycleId, id, type OfferId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { CompletedRise, OfferStanding } from "#domain/orders/completion.ts";
import type { Statement } from "#ports/database.ts";
import { type Cells, instantAt, integer, integerOrNull, text } from "./cells.ts";
import { asLists, listsAt } from "./row-lists.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** What the database says when somebody else filled the same rest of a box meanwhile. */
export const BOX_RISEN = ["cycle_id", "round", "offer_id", "from_milli"]
  .map((column) => `completion_rise.${column}`)
  .join(", ");

/** How each offer of a cycle `c` stands, as `standingIn` reads it: a list of lists. */
export const STANDING = `(SELECT ${asLists(
  `o.id, o.box_units, o.step_milli, t.demand_milli, t.tolerance_milli, pt.estimated_cents,
    (SELECT CAST(value AS INTEGER) FROM rule_version
      WHERE key = 'producer-minimum' AND subject = o.enterprise_id AND effective_at <= c.closes_at
      ORDER BY version DESC LIMIT 1)`,
  "o.position",
)} FROM offer_total t JOIN offer o ON o.id = t.offer_id
    JOIN producer_total pt ON pt.cycle_id = c.id AND pt.enterprise_id = o.enterprise_id
  WHERE t.cycle_id = c.id AND o.withdrawn_at IS NULL)`;

/** How each offer of a cycle stands, until its boxes are bought. */
export function standingOf(cycleId: CycleId): Loader<ReadonlyMap<OfferId, OfferStanding>> {
  return {
    statement: {
      sql: `SELECT ${STANDING} FROM cycle c WHERE c.id = ?
        AND c.state IN ('published', 'closed', 'allocated', 'completing')`,
      args: [cycleId],
    },
    parse: ([row]) => standingIn(row === undefined ? [] : listsAt(row, 0, (cells) => cells)),
  };
}

/** Reads the lists of `STANDING`. */
export function standingIn(lists: readonly Cells[]): ReadonlyMap<OfferId, OfferStanding> {
  const standing = lists.map((cells) => ({
    offerId: id<OfferId>(text(cells, 0)),
    boxUnits: integer(cells, 1),
    stepMilli: milli(integer(cells, 2)),
    demandMilli: milli(integer(cells, 3)),
    toleranceMilli: milli(integer(cells, 4)),
    producerOrderedCents: cents(integer(cells, 5)),
    producerMinimumCents: cents(integerOrNull(cells, 6) ?? 0),
  }));
  return new Map(standing.map((offer) => [offer.offerId, offer]));
}

/** Notes from where to where demand rises; a rise from the same place is refused. */
export function noteRises(
  cycle: { readonly cycleId: CycleId; readonly version: number },
  rises: readonly CompletedRise[],
  at: Instant,
): Statement[] {
  if (rises.length === 0) return [];
  const rows = rises.map(({ offerId, from, to }) => [offerId, from, to]);
  return [
    {
      sql: `INSERT INTO completion_rise (cycle_id, round, offer_id, from_milli, to_milli, at)
        SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, ?3 FROM json_each(?4)`,
      args: [cycle.cycleId, cycle.version, at, JSON.stringify(rows)],
    },
  ];
}

/** The last time that a cycle's boxes were opened for completion. */
export interface Completion {
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly until: Instant;
  readonly reason: string;
}

export function lastCompletion(cycleId: CycleId): Loader<Completion | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT at, actor, closes_at, reason FROM cycle_event
        WHERE cycle_id = ? AND kind = 'completing' ORDER BY number DESC LIMIT 1`,
      args: [cycleId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        openedAt: instantAt(row, 0),
        openedBy: text(row, 1),
        until: instantAt(row, 2),
        reason: text(row, 3),
      })),
  });
}
