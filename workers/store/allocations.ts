import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  type CycleId,
  type EnterpriseId,
  id,
  type LineId,
  type OfferId,
  type OrderId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { ClosedOffer, ClosingLine } from "#domain/orders/close.ts";
import type { StockHeld } from "#domain/orders/stock-held.ts";
import type { Row, Statement } from "#ports/database.ts";
import { cycleStep } from "#schema/cycles.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import { FREE_OF_POOL, TERMS_COLUMNS, termsOf } from "./ordering.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What the database says when a step was done meanwhile by somebody else. */
export const STEP_DONE =
  "cycle_step.cycle_id, cycle_step.round, cycle_step.step, cycle_step.subject";

/** The number of the event that closed the cycle last: each close is a round of its own. */
const ROUND = `(SELECT max(number) FROM cycle_event WHERE cycle_id = ?1 AND kind = 'closed')`;

/** The next producer with orders that this round has not allocated yet. */
const NEXT = `(SELECT t.enterprise_id FROM producer_total t WHERE t.cycle_id = ?1 AND t.lines > 0
  AND NOT EXISTS (SELECT 1 FROM cycle_step s WHERE s.cycle_id = ?1 AND s.round = ${ROUND}
    AND s.step = 'allocate' AND s.subject = t.enterprise_id)
  ORDER BY t.enterprise_id LIMIT 1)`;

/** Which producer's turn it is, and in which round; null when all of them are allocated. */
export interface Turn {
  readonly round: number;
  readonly enterpriseId: EnterpriseId | null;
}

export function nextToAllocate(cycleId: CycleId): Loader<Turn | null> {
  return {
    statement: { sql: `SELECT ${ROUND}, ${NEXT}`, args: [cycleId] },
    parse: ([row]) => {
      const round = row === undefined ? null : integerOrNull(row, 0);
      if (row === undefined || round === null) return null;
      const next = textOrNull(row, 1);
      return { round, enterpriseId: next === null ? null : id<EnterpriseId>(next) };
    },
  };
}

/** A line with the version that its next event follows. */
export interface VersionedLine extends ClosingLine {
  readonly version: number;
  readonly enterpriseId: EnterpriseId;
}

const LINE_COLUMNS = `l.id, l.order_id, l.offer_id, l.enterprise_id, l.seq, l.version, l.status,
  l.wanted_milli, l.tolerance_milli, l.allocated_milli, l.lost_milli, l.delivered_milli,
  l.actual_grams, l.estimated_cents, l.hold_cents, l.final_cents, l.deposit_cents, l.load_grams,
  l.refunded_cents`;
const COUNTING = "l.status NOT IN ('new', 'withdrawn')";

/** The lines of the producer whose turn it is. */
export function linesOfNext(cycleId: CycleId): Loader<VersionedLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE_COLUMNS} FROM order_line l
        WHERE l.cycle_id = ?1 AND l.enterprise_id = ${NEXT} AND ${COUNTING} ORDER BY l.seq`,
      args: [cycleId],
    },
    parse: (rows) => rows.map(toVersionedLine),
  };
}

/** Every line of the cycle that counts. */
export function linesOfCycle(cycleId: CycleId): Loader<VersionedLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE_COLUMNS} FROM order_line l
        WHERE l.cycle_id = ?1 AND ${COUNTING} ORDER BY l.seq`,
      args: [cycleId],
    },
    parse: (rows) => rows.map(toVersionedLine),
  };
}

/** The lines of one offer, in order of `seq`. */
export function linesOfOffer(cycleId: CycleId, offerId: OfferId): Loader<VersionedLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE_COLUMNS} FROM order_line l
        WHERE l.offer_id = ?2 AND l.cycle_id = ?1 AND ${COUNTING} ORDER BY l.seq`,
      args: [cycleId, offerId],
    },
    parse: (rows) => rows.map(toVersionedLine),
  };
}

/** Some lines of the cycle by their ids; what is not of the cycle is not there. */
export function linesById(cycleId: CycleId, lineIds: readonly LineId[]): Loader<VersionedLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE_COLUMNS} FROM json_each(?2) AS asked
        JOIN order_line l ON l.id = asked.value
        WHERE l.cycle_id = ?1 AND ${COUNTING}`,
      args: [cycleId, JSON.stringify(lineIds)],
    },
    parse: (rows) => rows.map(toVersionedLine),
  };
}

/** The lines of the orders that `openOrders` gives. */
export function linesOfOpenOrders(cycleId: CycleId, orders: number): Loader<VersionedLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE_COLUMNS} FROM (
          SELECT id FROM customer_order
          WHERE cycle_id = ? AND settled_at IS NULL AND cancelled_at IS NULL ORDER BY id LIMIT ?
        ) o JOIN order_line l ON l.order_id = o.id WHERE ${COUNTING}`,
      args: [cycleId, orders],
    },
    parse: (rows) => rows.map(toVersionedLine),
  };
}

function toVersionedLine(row: Row): VersionedLine {
  return {
    lineId: id<LineId>(text(row, 0)),
    orderId: id<OrderId>(text(row, 1)),
    offerId: id<OfferId>(text(row, 2)),
    enterpriseId: id<EnterpriseId>(text(row, 3)),
    seq: integer(row, 4),
    version: integer(row, 5),
    state: lineStateOf(row, 6),
  };
}

/** An offer with what nobody holds of its pool. */
export interface OfferToBuy {
  readonly terms: OfferTerms;
  readonly freeMilli: Milli | null;
}

/** The offers of a cycle that somebody asked for, in the order in which they are bought. */
export function offersAsked(cycleId: CycleId, now: Instant): Loader<OfferToBuy[]> {
  return {
    statement: {
      sql: `SELECT ${TERMS_COLUMNS}, ${FREE_OF_POOL} FROM offer_total t
        JOIN offer o ON o.id = t.offer_id JOIN cycle c ON c.id = o.cycle_id
        WHERE t.cycle_id = ?2 AND t.lines > 0 ORDER BY o.position, o.id`,
      args: [now, cycleId],
    },
    parse: (rows) =>
      rows.map((row) => {
        const free = integerOrNull(row, 14);
        return { terms: termsOf(row), freeMilli: free === null ? null : milli(free) };
      }),
  };
}

/** Notes that a step is done: a second time it is refused, with everything in its batch. */
export function stepDone(step: {
  readonly cycleId: CycleId;
  readonly round: number;
  readonly step: "allocate" | "settle-producer";
  readonly subject: string;
  readonly doneAt: Instant;
}): Statement {
  return insertInto(cycleStep, step);
}

/** Writes down what is bought of each offer. */
export function buyOffers(offers: readonly ClosedOffer[]): Statement {
  const rows = offers.map(({ offerId, boxes, orderedMilli }) => [offerId, boxes, orderedMilli]);
  return {
    sql: `UPDATE offer_total SET (boxes, ordered_milli) = (
        SELECT value ->> 1, value ->> 2 FROM json_each(?1) WHERE value ->> 0 = offer_id)
      WHERE offer_id IN (SELECT value ->> 0 FROM json_each(?1))`,
    args: [JSON.stringify(rows)],
  };
}

/** Nothing is bought any more: the cycle is open again. */
export function unbuyOffers(cycleId: CycleId): Statement {
  return {
    sql: "UPDATE offer_total SET boxes = NULL, ordered_milli = NULL WHERE cycle_id = ?",
    args: [cycleId],
  };
}

/**
 * Sets what orders hold of the stock. What is given back goes first, so that the pool never has
 * to hold both; reservations that expired make room as well.
 */
export function holdStock(
  hub: EnterpriseId,
  held: readonly StockHeld[],
  now: Instant,
): Statement[] {
  const changed = held.filter(({ change }) => change !== 0);
  if (changed.length === 0) return [];
  const gone = changed.filter(({ quantityMilli }) => quantityMilli === 0);
  const kept = changed
    .filter(({ quantityMilli }) => quantityMilli > 0)
    .toSorted((one, other) => one.change - other.change);
  const pools = JSON.stringify([...new Set(changed.map(({ poolId }) => poolId))]);
  return [
    {
      sql: `DELETE FROM stock_reservation WHERE expires_at <= ?
        AND pool_id IN (SELECT value FROM json_each(?))`,
      args: [now, pools],
    },
    {
      sql: `DELETE FROM stock_reservation WHERE (holder, pool_id) IN (
        SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
      args: [JSON.stringify(gone.map(({ orderId, poolId }) => [orderId, poolId]))],
    },
    {
      sql: `INSERT INTO stock_reservation (holder, pool_id, hub_id, quantity_milli, expires_at)
        SELECT value ->> 0, value ->> 1, ?1, value ->> 2, NULL FROM json_each(?2) WHERE true
        ON CONFLICT (holder, pool_id) DO UPDATE SET quantity_milli = excluded.quantity_milli`,
      args: [hub, JSON.stringify(kept.map((one) => [one.orderId, one.poolId, one.quantityMilli]))],
    },
  ];
}
