import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Wanted } from "#domain/catalogue/search.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { candidateProducts, wordsAsked } from "./cycle-search.ts";
import { SHOP_CYCLE } from "./shop-week.ts";
import {
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  SHOWN_WIDTH,
  shownAt,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offers.ts";
import type { Loader } from "./statement.ts";

/** What is left of the shelf when somebody has chosen; empty lists choose nothing. */
export interface ShelfChoice {
  readonly categories: readonly string[];
  /** By slug. */
  readonly producers: readonly string[];
  readonly schemes: readonly Scheme[];
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
  const { categories, producers, schemes, sort, limit, offset } = choice;
  const lists = [categories, producers, schemes].map((list) => JSON.stringify(list));
  return {
    statement: {
      sql: isWhole(choice) ? WHOLE_SHELF : CHOSEN_SHELF,
      args: isWhole(choice)
        ? [...shownAt(now), limit, offset]
        : [...shownAt(now), limit, offset, ...lists, sort],
    },
    parse: (rows) => ({
      offers: rows.map(shownOfferOf),
      found: rows[0] === undefined ? 0 : integer(rows[0], SHOWN_WIDTH),
      producers: rows[0] === undefined ? 0 : integer(rows[0], SHOWN_WIDTH + 1),
    }),
  };
}

function isWhole({ categories, producers, schemes, sort }: ShelfChoice): boolean {
  return categories.length + producers.length + schemes.length === 0 && sort === "shelf";
}

/** Read along the index of the shelf, with the totals that were counted when it was laid out. */
const WHOLE_SHELF = `SELECT ${SHOWN_COLUMNS},
    (SELECT coalesce(sum(offers), 0) FROM offer_facet
      WHERE cycle_id = o.cycle_id AND facet = 'all'),
    (SELECT count(*) FROM offer_facet WHERE cycle_id = o.cycle_id AND facet = 'producer')
  FROM (
    SELECT id AS chosen, position FROM offer WHERE cycle_id = (${SHOP_CYCLE})
      AND withdrawn_at IS NULL ORDER BY position LIMIT ?3 OFFSET ?4
  ) AS part JOIN offer o ON o.id = part.chosen ${SHOWN_JOINS} ORDER BY o.position`;

const CHOSEN_SHELF = `WITH fitting AS MATERIALIZED (
    SELECT o.id AS chosen, o.enterprise_id AS sold_by, row_number() OVER (ORDER BY
      CASE ?8 WHEN 'name' THEN p.name WHEN 'producer' THEN e.name END,
      CASE ?8 WHEN 'price' THEN o.price_cents END, o.position) AS turn
    FROM offer o JOIN product p ON p.id = o.product_id JOIN enterprise e ON e.id = o.enterprise_id
    JOIN category k ON k.id = o.category_id
    WHERE o.cycle_id = (${SHOP_CYCLE}) AND o.withdrawn_at IS NULL
      AND (?5 = '[]' OR EXISTS (
        SELECT 1 FROM json_each(?5) WHERE value IN (k.id, k.parent_id)))
      AND (?6 = '[]' OR e.slug IN (SELECT value FROM json_each(?6)))
      AND (?7 = '[]' OR EXISTS (
        SELECT 1 FROM certification JOIN json_each(?7) ON value = scheme
        WHERE enterprise_id = e.id AND withdrawn_at IS NULL
          AND ?2 BETWEEN issued_on AND expires_on))
  )
  SELECT ${SHOWN_COLUMNS}, (SELECT count(*) FROM fitting),
    (SELECT count(DISTINCT sold_by) FROM fitting)
  FROM (SELECT chosen, turn FROM fitting ORDER BY turn LIMIT ?3 OFFSET ?4) AS part
  JOIN offer o ON o.id = part.chosen ${SHOWN_JOINS} ORDER BY part.turn`;

/** One offer of each producer, those that most people order from first: a taste of the shelf. */
export function shelfTaste(limit: number, now: Instant): Loader<ShownOffer[]> {
  return {
    statement: {
      sql: `SELECT ${SHOWN_COLUMNS} FROM (
          SELECT lines, (
            SELECT id FROM offer WHERE cycle_id = sold.cycle_id
              AND enterprise_id = sold.enterprise_id AND withdrawn_at IS NULL
            ORDER BY position LIMIT 1) AS chosen
          FROM producer_total AS sold WHERE cycle_id = (${SHOP_CYCLE})
          ORDER BY lines DESC, enterprise_id LIMIT ?3
        ) AS taste JOIN offer o ON o.id = taste.chosen ${SHOWN_JOINS}
        ORDER BY taste.lines DESC, o.position`,
      args: [...shownAt(now), limit],
    },
    parse: (rows) => rows.map(shownOfferOf),
  };
}

/** An offer with what else it can be found by. */
export interface Candidate extends ShownOffer {
  readonly maker: string | null;
  /** Its category and the one above. */
  readonly categories: readonly { readonly id: string; readonly name: string }[];
}

/** Offers of the shop's cycle that may be meant by a search, in the order of the shelf. */
export function searchCandidates(wanted: Wanted, now: Instant): Loader<Candidate[]> {
  const { words, practices } = wanted;
  return {
    statement: {
      sql: CANDIDATES,
      args: [...shownAt(now), wordsAsked(words), JSON.stringify(practices)],
    },
    parse: (rows) => rows.map(toCandidate),
  };
}

/** The candidates lead: CROSS JOIN and +position keep the planner from reading the whole shelf. */
const CANDIDATES = `SELECT ${SHOWN_COLUMNS}, p.maker, above.id, above.name
  FROM ${candidateProducts({
    cycle: `(${SHOP_CYCLE})`,
    day: "?2",
    words: "?3",
    practices: "?4",
  })} AS hit
  CROSS JOIN offer o ON o.product_id = hit.product_id AND o.cycle_id = (${SHOP_CYCLE})
    AND o.withdrawn_at IS NULL
  ${SHOWN_JOINS} LEFT JOIN category AS above ON above.id = k.parent_id
  ORDER BY +o.position`;

function toCandidate(row: Row): Candidate {
  const offer = shownOfferOf(row);
  const [id, name] = [textOrNull(row, SHOWN_WIDTH + 1), textOrNull(row, SHOWN_WIDTH + 2)];
  const above = id === null || name === null ? [] : [{ id, name }];
  return {
    ...offer,
    maker: textOrNull(row, SHOWN_WIDTH),
    categories: [offer.category, ...above],
  };
}

/** A value of a filter, its name, and how many offers have it. */
export interface FacetValue {
  readonly facet: "category" | "producer" | "scheme";
  readonly value: string;
  readonly name: string;
  readonly offers: number;
  /** The category that a category is part of. */
  readonly within: string | null;
}

/** Every filter of the shop's cycle. Practices are counted as of today: certificates expire. */
export function shelfFacets(now: Instant): Loader<FacetValue[]> {
  return {
    statement: {
      sql: `WITH counted AS (SELECT * FROM offer_facet WHERE cycle_id = (${SHOP_CYCLE}))
        SELECT 'category', k.id, k.name, f.offers, k.position, k.parent_id FROM counted f
          JOIN category k ON k.id = f.value WHERE f.facet = 'category'
        UNION ALL
        SELECT 'producer', e.slug, e.name, f.offers, 0, NULL FROM counted f
          JOIN enterprise e ON e.id = f.value WHERE f.facet = 'producer'
        UNION ALL
        SELECT 'scheme', s.scheme, '', sum(f.offers), 0, NULL FROM counted f JOIN (
            SELECT DISTINCT enterprise_id, scheme FROM certification
            WHERE withdrawn_at IS NULL AND ?2 BETWEEN issued_on AND expires_on
          ) AS s ON s.enterprise_id = f.value
          WHERE f.facet = 'producer' AND ?1 >= 0 GROUP BY s.scheme
        ORDER BY 1, 5, 3, 2`,
      args: [...shownAt(now)],
    },
    parse: (rows) =>
      rows.map((row) => ({
        facet: text(row, 0) as FacetValue["facet"],
        value: text(row, 1),
        name: text(row, 2),
        offers: integer(row, 3),
        within: textOrNull(row, 5),
      })),
  };
}

/** One size of a product with everything its page says. */
export interface DescribedOffer extends ShownOffer {
  readonly description: string;
  readonly origin: string;
  readonly ingredients: string;
  readonly allergens: readonly Allergen[];
  readonly maker: string | null;
  readonly certificates: readonly {
    readonly scheme: Scheme;
    readonly body: string;
    readonly number: string;
    readonly documentUrl: string | null;
    readonly expiresOn: CivilDate;
  }[];
}

/** The sizes of one product on the shop's shelf; none where it is not on it. */
export function describedOffers(slug: string, now: Instant): Loader<DescribedOffer[]> {
  return {
    statement: {
      sql: `SELECT ${SHOWN_COLUMNS}, p.description, p.origin, p.ingredients, p.allergens, p.maker, (
          SELECT json_group_array(json_object('scheme', scheme, 'body', body, 'number', number,
            'documentUrl', document_url, 'expiresOn', expires_on) ORDER BY scheme)
          FROM certification WHERE enterprise_id = e.id AND withdrawn_at IS NULL
            AND ?2 BETWEEN issued_on AND expires_on)
        FROM offer o ${SHOWN_JOINS}
        WHERE p.slug = ?3 AND o.cycle_id = (${SHOP_CYCLE}) AND o.withdrawn_at IS NULL
        ORDER BY o.position`,
      args: [...shownAt(now), slug],
    },
    parse: (rows) => rows.map(toDescribed),
  };
}

function toDescribed(row: Row): DescribedOffer {
  return {
    ...shownOfferOf(row),
    description: text(row, SHOWN_WIDTH),
    origin: text(row, SHOWN_WIDTH + 1),
    ingredients: text(row, SHOWN_WIDTH + 2),
    allergens: JSON.parse(text(row, SHOWN_WIDTH + 3)) as Allergen[],
    maker: textOrNull(row, SHOWN_WIDTH + 4),
    certificates: JSON.parse(text(row, SHOWN_WIDTH + 5)) as DescribedOffer["certificates"],
  };
}
