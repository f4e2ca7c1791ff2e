import { type CycleId, id, type OfferId, type OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { CompletedRise, OfferStanding } from "#domain/orders/completion.ts";
import type { Statement } from "#ports/database.ts";
import { instantAt, integer, integerOrNull, text } from "./cells.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** What the database says when somebody else filled the same rest of a box meanwhile. */
export const BOX_RISEN = ["cycle_id", "round", "offer_id", "from_milli"]
  .map((column) => `completion_rise.${column}`)
  .join(", ");

const STANDING = `SELECT o.id, o.box_units, o.step_milli, t.demand_milli, t.tolerance_milli,
    pt.estimated_cents, (SELECT CAST(value AS INTEGER) FROM rule_version
      WHERE key = 'producer-minimum' AND subject = o.enterprise_id AND effective_at <= c.closes_at
      ORDER BY version DESC LIMIT 1)
  FROM cycle c JOIN offer_total t ON t.cycle_id = c.id JOIN offer o ON o.id = t.offer_id
  JOIN producer_total pt ON pt.cycle_id = c.id AND pt.enterprise_id = o.enterprise_id
  WHERE c.state IN (SELECT value FROM json_each(?2)) AND o.withdrawn_at IS NULL AND c.id = `;
const COMPLETING = JSON.stringify(["completing"]);
const ANY = JSON.stringify(["published", "closed", "allocated", "completing"]);

/** How each offer of a cycle stands; nothing is read unless its boxes are being completed. */
export function standingWhileCompleting(cycleId: CycleId): Loader<Map<OfferId, OfferStanding>> {
  return standing(`${STANDING}?1`, [cycleId, COMPLETING]);
}

/** The same, of the cycle that an order is of. */
export function standingOfOrder(orderId: OrderId): Loader<Map<OfferId, OfferStanding>> {
  const own = "(SELECT cycle_id FROM customer_order WHERE id = ?1)";
  return standing(STANDING + own, [orderId, COMPLETING]);
}

/** The same, of the cycle that an offer is of. */
export function standingOfOffer(offerId: OfferId): Loader<Map<OfferId, OfferStanding>> {
  return standing(`${STANDING}(SELECT cycle_id FROM offer WHERE id = ?1)`, [offerId, COMPLETING]);
}

/** How each offer of a cycle stands, whatever its state. */
export function standingOf(cycleId: CycleId): Loader<Map<OfferId, OfferStanding>> {
  return standing(`${STANDING}?1`, [cycleId, ANY]);
}

function standing(sql: string, args: string[]): Loader<Map<OfferId, OfferStanding>> {
  return {
    statement: { sql, args },
    parse: (rows) =>
      new Map(
        rows.map((row) => {
          const offerId = id<OfferId>(text(row, 0));
          const minimum = integerOrNull(row, 6) ?? 0;
          const offer = {
            offerId,
            boxUnits: integer(row, 1),
            stepMilli: milli(integer(row, 2)),
            demandMilli: milli(integer(row, 3)),
            toleranceMilli: milli(integer(row, 4)),
            producerOrderedCents: cents(integer(row, 5)),
            producerMinimumCents: cents(minimum),
          };
          return [offerId, offer];
        }),
      ),
  };
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
