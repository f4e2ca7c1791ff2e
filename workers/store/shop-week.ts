import { type CycleId, id } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { type Cents, cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import { estimate } from "#domain/orders/estimate.ts";
import type { Row } from "#ports/database.ts";
import { type BasketHand, basketMeant } from "./basket-hand.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { TERMS_COLUMNS, termsOf } from "./ordering.ts";
import type { Loader } from "./statement.ts";

/** The cycle that the shop shows, and when the next one opens. */
export interface ShopWeek {
  readonly cycleId: CycleId;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  readonly offersVersion: number;
  /** Products and producers on its shelf. */
  readonly offers: number;
  readonly producers: number;
  /** Null where no other cycle is announced. */
  readonly nextOpensAt: Instant | null;
}

/**
 * The cycle of the shop at ?1, on the Rome day ?2: the open one that closes first; or the one whose
 * boxes are being completed; or the one that is closed and still to be delivered; or the next that
 * is announced; or the last there was.
 */
export const SHOP_CYCLE = `SELECT id FROM (
    SELECT id, closes_at, CASE
      WHEN state = 'published' AND opens_at <= ?1 AND closes_at > ?1 THEN 0
      WHEN state = 'completing' AND closes_at > ?1 THEN 1
      WHEN opens_at <= ?1 AND delivery_day >= ?2 THEN 2
      WHEN state = 'published' AND opens_at > ?1 THEN 3
      ELSE 4 END AS turn
    FROM cycle WHERE state NOT IN ('draft', 'cancelled')
  ) ORDER BY turn, CASE turn WHEN 4 THEN -closes_at ELSE closes_at END, id LIMIT 1`;

/** The week of the shop, as `SHOP_CYCLE` chooses it; null before the first. */
export function shopWeek(now: Instant): Loader<ShopWeek | null> {
  return {
    statement: {
      sql: `SELECT c.id, c.state, c.opens_at, c.closes_at, c.delivery_day, c.offers_version,
          (SELECT coalesce(sum(offers), 0) FROM offer_facet
            WHERE cycle_id = c.id AND facet = 'all'),
          (SELECT count(*) FROM producer_total WHERE cycle_id = c.id),
          (SELECT min(opens_at) FROM cycle WHERE state = 'published' AND opens_at > ?1)
        FROM cycle c WHERE c.id = (${SHOP_CYCLE})`,
      args: [now, toRome(now).date],
    },
    parse: ([row]) => (row === undefined ? null : toWeek(row)),
  };
}

function toWeek(row: Row): ShopWeek {
  return {
    cycleId: id<CycleId>(text(row, 0)),
    state: text(row, 1) as CycleRowState,
    opensAt: instantAt(row, 2),
    closesAt: instantAt(row, 3),
    deliveryDay: civilDate(text(row, 4)),
    offersVersion: integer(row, 5),
    offers: integer(row, 6),
    producers: integer(row, 7),
    nextOpensAt: instantOrNull(row, 8),
  };
}

/** How full a basket is. */
export interface BasketCount {
  readonly products: number;
  readonly total: Cents;
}

/** What the header says of a basket; one of a week that is over is empty. */
export function basketCount(hand: BasketHand, now: Instant): Loader<BasketCount> {
  const meant = basketMeant(hand, 3);
  return {
    statement: {
      sql: `SELECT ${TERMS_COLUMNS}, l.wanted_milli FROM basket b
        JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id
        WHERE ${meant.sql} AND b.cycle_id = (${SHOP_CYCLE})`,
      args: [now, toRome(now).date, ...meant.args],
    },
    parse: (rows) => ({
      products: rows.length,
      total: sumCents(rows.map((row) => estimate(termsOf(row), milli(integer(row, 14))))),
    }),
  };
}

/** What the last delivered cycle came to, from the totals that its events kept. */
export interface DeliveredWeek {
  readonly deliveryDay: CivilDate;
  readonly orders: number;
  readonly lines: number;
  readonly producers: number;
  readonly goodsCents: Cents;
  readonly feeCents: Cents;
  readonly toProducersCents: Cents;
}

/** The last cycle whose books are settled; null before the first. */
export function lastDelivered(): Loader<DeliveredWeek | null> {
  return {
    statement: {
      sql: `SELECT c.delivery_day,
          (SELECT coalesce(sum(orders), 0) FROM place_total WHERE cycle_id = c.id),
          (SELECT coalesce(sum(lines), 0) FROM producer_total WHERE cycle_id = c.id),
          (SELECT count(*) FROM producer_total WHERE cycle_id = c.id AND final_cents > 0),
          (SELECT coalesce(sum(final_cents), 0) FROM producer_total WHERE cycle_id = c.id),
          (SELECT coalesce(-sum(entry.amount_cents), 0) FROM ledger_tx AS tx
            JOIN ledger_entry AS entry ON entry.tx_id = tx.id
            JOIN ledger_account AS account ON account.id = entry.account_id
            WHERE tx.cycle_id = c.id AND account.code = 'network-fee')
        FROM cycle c WHERE c.state = 'settled' ORDER BY c.delivery_day DESC, c.id DESC LIMIT 1`,
      args: [],
    },
    parse: ([row]) => (row === undefined ? null : toDelivered(row)),
  };
}

function toDelivered(row: Row): DeliveredWeek {
  const goodsCents = cents(integer(row, 4));
  const feeCents = cents(integer(row, 5));
  return {
    deliveryDay: civilDate(text(row, 0)),
    orders: integer(row, 1),
    lines: integer(row, 2),
    producers: integer(row, 3),
    goodsCents,
    feeCents,
    toProducersCents: subtractCents(goodsCents, feeCents),
  };
}

/** How many orders each place has in the shop's cycle. */
export function placeCounts(now: Instant): Loader<ReadonlyMap<string, number>> {
  return {
    statement: {
      sql: `SELECT place, orders FROM place_total WHERE cycle_id = (${SHOP_CYCLE})`,
      args: [now, toRome(now).date],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), integer(row, 1)])),
  };
}
