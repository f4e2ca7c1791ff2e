import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { FREE_OF_POOL } from "./ordering.ts";
import { asList, readLists } from "./row-lists.ts";
import { IN_SEASON } from "./season.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** What is left of the shelf when somebody has chosen; empty lists choose nothing. */
export interface ShelfChoice {
  /** The code of the week that is asked for; null where it is the first to close. */
  readonly week: string | null;
  readonly categories: readonly string[];
  /** By slug. */
  readonly producers: readonly string[];
  readonly schemes: readonly Scheme[];
  /** Only what can still be ordered. */
  readonly available: boolean;
  /** Only what is in season in the month of the week's delivery. */
  readonly inSeason: boolean;
  readonly sort: "shelf" | "name" | "price" | "producer";
  readonly limit: number;
  readonly offset: number;
}

/** A part of the shelf, and how much fits the choice in all. */
export interface ShelfPart {
  readonly offers: readonly ShownOffer[];
  readonly found: number;
  readonly producers: number;
}

/** Offers of the shop's cycle that fit a choice: the ids first, and only those are described. */
export function shelfPart(choice: ShelfChoice, now: Instant): Loader<ShelfPart> {
  const { week, categories, producers, schemes, available, inSeason, sort, limit, offset } = choice;
  const lists = [categories, producers, schemes].map((list) => JSON.stringify(list));
  return {
    statement: {
      sql: isWhole(choice) ? WHOLE_SHELF : CHOSEN_SHELF,
      args: isWhole(choice)
        ? [...shopAt(week, now), limit, offset]
        : [
            ...shopAt(week, now),
            limit,
            offset,
            ...lists,
            sort,
            ...[available, inSeason].map(Number),
          ],
    },
    parse: (rows) => ({
      offers: readLists(rows, shownOfferOf),
      found: rows[0] === undefined ? 0 : integer(rows[0], 1),
      producers: rows[0] === undefined ? 0 : integer(rows[0], 2),
    }),
  };
}

function isWhole(choice: ShelfChoice): boolean {
  const { categories, producers, schemes, available, inSeason, sort } = choice;
  const chosen = categories.length + producers.length + schemes.length;
  return chosen === 0 && !available && !inSeason && sort === "shelf";
}

/** Whether the least that is sold of an offer `o`, in a cycle `c` at ?1, can still be had. */
const IS_LEFT = `(o.pool_id IS NULL
  OR ${FREE_OF_POOL} * 1000 >= o.least_milli * o.pool_milli_per_unit)`;

/** Read along the index of the shelf, with the totals that were counted when it was laid out. */
const WHOLE_SHELF = `SELECT ${asList(SHOWN_COLUMNS)},
    (SELECT coalesce(sum(offers), 0) FROM offer_facet
      WHERE cycle_id = o.cycle_id AND facet = 'all'),
    (SELECT count(*) FROM offer_facet
      WHERE cycle_id = o.cycle_id AND facet = 'producer' AND offers > 0)
  FROM (
    SELECT id AS chosen, position FROM offer WHERE cycle_id = (${SHOP_CYCLE})
      AND withdrawn_at IS NULL ORDER BY position LIMIT ?4 OFFSET ?5
  ) AS part JOIN offer o ON o.id = part.chosen ${SHOWN_JOINS} ORDER BY o.position`;

const CHOSEN_SHELF = `WITH fitting AS MATERIALIZED (
    SELECT o.id AS chosen, o.enterprise_id AS sold_by, row_number() OVER (ORDER BY
      CASE ?9 WHEN 'name' THEN p.name WHEN 'producer' THEN e.name END,
      CASE ?9 WHEN 'price' THEN o.price_cents END, o.position) AS turn
    FROM offer o JOIN product p ON p.id = o.product_id JOIN enterprise e ON e.id = o.enterprise_id
    JOIN category k ON k.id = o.category_id JOIN cycle c ON c.id = o.cycle_id
    WHERE o.cycle_id = (${SHOP_CYCLE}) AND o.withdrawn_at IS NULL
      AND (?10 = 0 OR ${IS_LEFT})
      AND (?11 = 0 OR ${IN_SEASON})
      AND (?6 = '[]' OR EXISTS (
        SELECT 1 FROM json_each(?6) WHERE value IN (k.id, k.parent_id)))
      AND (?7 = '[]' OR e.slug IN (SELECT value FROM json_each(?7)))
      AND (?8 = '[]' OR EXISTS (
        SELECT 1 FROM certification JOIN json_each(?8) ON value = scheme
        WHERE enterprise_id = e.id AND ${IN_FORCE}))
  )
  SELECT ${asList(SHOWN_COLUMNS)}, (SELECT count(*) FROM fitting),
    (SELECT count(DISTINCT sold_by) FROM fitting)
  FROM (SELECT chosen, turn FROM fitting ORDER BY turn LIMIT ?4 OFFSET ?5) AS part
  JOIN offer o ON o.id = part.chosen ${SHOWN_JOINS} ORDER BY part.turn`;

/** One offer of each producer, those that most people order from first: a taste of the shelf. */
export function shelfTaste(limit: number, week: string | null, now: Instant): Loader<ShownOffer[]> {
  return {
    statement: {
      sql: `SELECT ${asList(SHOWN_COLUMNS)} FROM (
          SELECT lines, (
            SELECT id FROM offer WHERE cycle_id = sold.cycle_id
              AND enterprise_id = sold.enterprise_id AND withdrawn_at IS NULL
            ORDER BY position LIMIT 1) AS chosen
          FROM producer_total AS sold WHERE cycle_id = (${SHOP_CYCLE})
          ORDER BY lines DESC, enterprise_id LIMIT ?4
        ) AS taste JOIN offer o ON o.id = taste.chosen ${SHOWN_JOINS}
        ORDER BY taste.lines DESC, o.position`,
      args: [...shopAt(week, now), limit],
    },
    parse: (rows) => readLists(rows, shownOfferOf),
  };
}

/** A value of a filter, its name, and how many offers have it. */
export interface FacetValue {
  readonly facet: "available" | "category" | "producer" | "scheme" | "season";
  readonly value: string;
  readonly name: string;
  readonly offers: number;
  /** The category that a category is part of. */
  readonly within: string | null;
}

/**
 * Stock moves with each order and products say anew what they are, so what is left and what is in
 * season is counted when asked, on shelves up to this.
 */
const COUNTED_SHELF = 1000;

/** Every filter of the shop's cycle. Practices are counted as of today: certificates expire. */
export function shelfFacets(week: string | null, now: Instant): Loader<FacetValue[]> {
  return {
    statement: {
      sql: `WITH counted AS (SELECT * FROM offer_facet WHERE cycle_id = (${SHOP_CYCLE}))
        SELECT ${asList("facet, value, name, offers, within")} FROM (
          SELECT 'category' AS facet, k.id AS value, k.name, f.offers, k.parent_id AS within,
              k.position FROM counted f
            JOIN category k ON k.id = f.value WHERE f.facet = 'category'
          UNION ALL
          SELECT 'producer', e.slug, e.name, f.offers, NULL, 0 FROM counted f
            JOIN enterprise e ON e.id = f.value WHERE f.facet = 'producer'
          UNION ALL
          SELECT 'scheme', s.scheme, '', sum(f.offers), NULL, 0 FROM counted f JOIN (
              SELECT DISTINCT enterprise_id, scheme FROM certification WHERE ${IN_FORCE}
            ) AS s ON s.enterprise_id = f.value
            WHERE f.facet = 'producer' AND ?1 >= 0 GROUP BY s.scheme
          UNION ALL
          SELECT 'available', '', '', count(iif(${IS_LEFT}, 1, NULL)), NULL, 0 FROM cycle c
            CROSS JOIN offer o ON o.cycle_id = c.id AND o.withdrawn_at IS NULL
            WHERE c.id = (SELECT cycle_id FROM counted
              WHERE facet = 'all' AND offers <= ${COUNTED_SHELF}) GROUP BY c.id
          UNION ALL
          SELECT 'season', '', '', count(*), NULL, 0 FROM cycle c
            CROSS JOIN offer o ON o.cycle_id = c.id AND o.withdrawn_at IS NULL
            JOIN product p ON p.id = o.product_id
            WHERE ${IN_SEASON} AND c.id = (SELECT cycle_id FROM counted
              WHERE facet = 'all' AND offers <= ${COUNTED_SHELF}) GROUP BY c.id
        ) ORDER BY facet, position, name, value`,
      args: [...shopAt(week, now)],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        facet: text(cells, 0) as FacetValue["facet"],
        value: text(cells, 1),
        name: text(cells, 2),
        offers: integer(cells, 3),
        within: textOrNull(cells, 4),
      })),
  };
}
