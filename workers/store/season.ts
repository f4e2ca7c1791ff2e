import type { Instant } from "#domain/kernel/instant.ts";
import { integer, text } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import { SHOWN_COLUMNS, SHOWN_JOINS, type ShownOffer, shownOfferOf } from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** What came in is looked for among the first of the shelf, so that long ones cost no more. */
const LOOKED_AT = 1000;

const NEWS = `WITH week AS MATERIALIZED (
    SELECT id, closes_at FROM cycle WHERE id = (${SHOP_CYCLE})
  ), before AS MATERIALIZED (
    SELECT id FROM cycle WHERE state NOT IN ('draft', 'cancelled')
      AND closes_at < (SELECT closes_at FROM week) ORDER BY closes_at DESC, id LIMIT 1
  )
  SELECT ${asList(SHOWN_COLUMNS)} FROM (
    SELECT id, position FROM (
      SELECT id, product_id, position FROM offer WHERE cycle_id = (SELECT id FROM week)
        AND withdrawn_at IS NULL ORDER BY position LIMIT ${LOOKED_AT}
    ) AS now WHERE EXISTS (SELECT 1 FROM before) AND NOT EXISTS (
      SELECT 1 FROM offer AS earlier WHERE earlier.cycle_id = (SELECT id FROM before)
        AND earlier.product_id = now.product_id
    ) ORDER BY position LIMIT ?4
  ) AS few CROSS JOIN offer o ON o.id = few.id ${SHOWN_JOINS} ORDER BY few.position`;

/** What is on the shelf of the shop's week and was not in the week before it: what came in. */
export function shelfNews(limit: number, week: string | null, now: Instant): Loader<ShownOffer[]> {
  return {
    statement: { sql: NEWS, args: [...shopAt(week, now), limit] },
    parse: (rows) => readLists(rows, shownOfferOf),
  };
}

/** Whether a product `p` is in season in the month in which a cycle `c` delivers. */
export const IN_SEASON = `(
    (p.season_months >> (CAST(substr(c.delivery_day, 6, 2) AS INTEGER) - 1)) & 1)`;

const SEASONAL = `SELECT ${asList(SHOWN_COLUMNS)} FROM (
    SELECT first AS chosen, row_number() OVER (PARTITION BY sold_by ORDER BY first_at) AS turn,
      first_at FROM (
        SELECT o.id AS first, min(o.position) AS first_at, o.enterprise_id AS sold_by
        FROM (
          SELECT * FROM offer WHERE cycle_id = (${SHOP_CYCLE}) AND withdrawn_at IS NULL
          ORDER BY position LIMIT ${LOOKED_AT}
        ) AS o JOIN cycle c ON c.id = o.cycle_id JOIN product p ON p.id = o.product_id
        WHERE ${IN_SEASON} GROUP BY o.product_id
      ) ORDER BY turn, first_at LIMIT ?4
  ) AS few CROSS JOIN offer o ON o.id = few.chosen ${SHOWN_JOINS}
  ORDER BY few.turn, few.first_at`;

/**
 * What is on the shelf of the shop's week and in season in the month of its delivery: each product
 * once, one of each producer before a second of any.
 */
export function shelfInSeason(
  limit: number,
  week: string | null,
  now: Instant,
): Loader<ShownOffer[]> {
  return {
    statement: { sql: SEASONAL, args: [...shopAt(week, now), limit] },
    parse: (rows) => readLists(rows, shownOfferOf),
  };
}

/** A shelf of the shop's week, and how much stands on it. */
export interface ShelfCount {
  readonly value: string;
  readonly name: string;
  readonly offers: number;
}

/** The shelves of the shop's week in their order, as they were counted when it was laid out. */
export function shelfCounts(week: string | null, now: Instant): Loader<ShelfCount[]> {
  return {
    statement: {
      sql: `SELECT ${asList("k.id, k.name, f.offers")} FROM offer_facet f
        JOIN category k ON k.id = f.value AND k.parent_id IS NULL
        WHERE f.cycle_id = (${SHOP_CYCLE}) AND f.facet = 'category' AND f.offers > 0
        ORDER BY k.position, k.name`,
      args: [...shopAt(week, now)],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        value: text(cells, 0),
        name: text(cells, 1),
        offers: integer(cells, 2),
      })),
  };
}
