import { type CycleId, id } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { type Cents, sumCents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import { estimate } from "#domain/orders/estimate.ts";
import type { Row } from "#ports/database.ts";
import { type BasketHand, basketMeant } from "./basket-hand.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { TERMS_COLUMNS, termsOf } from "./ordering.ts";
import { listsAt } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** A week that takes orders, beside others that do. */
export interface OpenWeek {
  /** What its address calls it. */
  readonly code: string;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
}

/** Which week is meant: the one whose code an address names, or that of a basket. */
export type WeekAsked = { readonly code: string | null } | { readonly basketOf: BasketHand };

/** The cycle that the shop shows, and when the next one opens. */
export interface ShopWeek extends OpenWeek {
  readonly cycleId: CycleId;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly offersVersion: number;
  /** Products and producers on its shelf. */
  readonly offers: number;
  readonly producers: number;
  /** Null where no other cycle is announced. */
  readonly nextOpensAt: Instant | null;
  /** All that take orders now, the first to close first: that one is shown unless one is asked. */
  readonly open: readonly OpenWeek[];
}

/**
 * The cycle of the shop at ?1, on the Rome day ?2: of those that are open the one that is asked
 * for, a code, or else the one that closes first; or the one whose
 * boxes are being completed; or the one that is closed and still to be delivered; or the next that
 * is announced; or the last there was.
 */
const shopCycle = (wanted: string) => `SELECT id FROM (
    SELECT id, code, closes_at, CASE
      WHEN state = 'published' AND opens_at <= ?1 AND closes_at > ?1 THEN 0
      WHEN state = 'completing' AND closes_at > ?1 THEN 1
      WHEN opens_at <= ?1 AND delivery_day >= ?2 THEN 2
      WHEN state = 'published' AND opens_at > ?1 THEN 3
      ELSE 4 END AS turn
    FROM cycle WHERE state NOT IN ('draft', 'cancelled')
  ) ORDER BY turn < 2 AND code IS ${wanted} DESC, turn,
    CASE turn WHEN 4 THEN -closes_at ELSE closes_at END, id LIMIT 1`;

/** The same, with what an address asks for as ?3. */
export const SHOP_CYCLE = shopCycle("?3");

/** The values ?1 to ?3 that begin every read of the shop. */
export function shopAt(code: string | null, now: Instant) {
  return [now, toRome(now).date, code] as const;
}

/** A cycle that takes orders at ?1, be it only to complete boxes. */
export const TAKES_ORDERS = `closes_at > ?1
    AND (state = 'published' AND opens_at <= ?1 OR state = 'completing')`;

/** Whether a basket `b` is of a week that is not over: one that takes orders, or the shop's. */
export const OF_THIS_WEEK = `(b.cycle_id = (${SHOP_CYCLE}) OR EXISTS (
    SELECT 1 FROM cycle WHERE id = b.cycle_id AND ${TAKES_ORDERS}))`;

/** The shop's cycle as it is asked for, with its values. */
export function shopCycleAsked(which: WeekAsked, now: Instant) {
  if ("code" in which) return { sql: SHOP_CYCLE, args: shopAt(which.code, now) };
  const meant = basketMeant(which.basketOf, 3);
  const code = `(SELECT code FROM basket b JOIN cycle AS of ON of.id = b.cycle_id
    WHERE ${meant.sql} AND EXISTS (SELECT 1 FROM basket_line WHERE basket_id = b.id))`;
  return { sql: shopCycle(code), args: [now, toRome(now).date, ...meant.args] };
}

/** The week of the shop, as it is asked for; null before the first. */
export function shopWeek(which: WeekAsked, now: Instant): Loader<ShopWeek | null> {
  const { sql, args } = shopCycleAsked(which, now);
  return {
    statement: {
      sql: `SELECT c.id, c.state, c.opens_at, c.closes_at, c.delivery_day, c.offers_version,
          (SELECT coalesce(sum(offers), 0) FROM offer_facet
            WHERE cycle_id = c.id AND facet = 'all'),
          (SELECT count(*) FROM producer_total WHERE cycle_id = c.id),
          (SELECT min(opens_at) FROM cycle WHERE state = 'published' AND opens_at > ?1), c.code,
          (SELECT json_group_array(json_array(code, closes_at, delivery_day))
            FROM (SELECT * FROM cycle WHERE ${TAKES_ORDERS} ORDER BY state DESC, closes_at, id))
        FROM cycle c WHERE c.id = (${sql})`,
      args: [...args],
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
    code: text(row, 9),
    open: listsAt(row, 10, (cells) => ({
      code: text(cells, 0),
      closesAt: instantAt(cells, 1),
      deliveryDay: civilDate(text(cells, 2)),
    })),
  };
}

/** How full a basket is. */
export interface BasketCount {
  readonly products: number;
  readonly total: Cents;
}

/** What the header says of a basket; one of a week that is over is empty. */
export function basketCount(hand: BasketHand, now: Instant): Loader<BasketCount> {
  const meant = basketMeant(hand, 4);
  return {
    statement: {
      sql: `SELECT ${TERMS_COLUMNS}, l.wanted_milli FROM basket b
        JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id
        WHERE ${meant.sql} AND ${OF_THIS_WEEK}`,
      args: [...shopAt(null, now), ...meant.args],
    },
    parse: (rows) => ({
      products: rows.length,
      total: sumCents(rows.map((row) => estimate(termsOf(row), milli(integer(row, 14))))),
    }),
  };
}

/** How many orders each place has in the shop's cycle. */
export function placeCounts(which: WeekAsked, now: Instant): Loader<ReadonlyMap<string, number>> {
  const { sql, args } = shopCycleAsked(which, now);
  return {
    statement: {
      sql: `SELECT place, orders FROM place_total WHERE cycle_id = (${sql})`,
      args: [...args],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), integer(row, 1)])),
  };
}
