import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cells, instantAt, integer, integerOrNull, text } from "./cells.ts";
import type { ShownCertificate } from "./described-offer.ts";
import { asList, asLists, listAt, listsAt, readLists } from "./row-lists.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type SellerMinimum,
  sellerMinimumOf,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** A producer as the shop lists it, with what it has on the shelf of a week. */
export interface ShownProducer {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly town: string;
  readonly land: string;
  /** Certificates in force today. */
  readonly schemes: readonly Scheme[];
  /** Products on the shelf; 0 where it brings nothing this week. */
  readonly offers: number;
  /** The shelves they stand on, in their order. */
  readonly shelves: readonly string[];
}

/** Which producers somebody wants to see; empty lists choose nothing. */
export interface ProducerChoice {
  readonly week: string | null;
  readonly categories: readonly string[];
  readonly schemes: readonly Scheme[];
  readonly limit: number;
  readonly offset: number;
}

export interface ProducerPart {
  readonly producers: readonly ShownProducer[];
  /** How many fit the choice in all. */
  readonly found: number;
}

const WEEK = `week AS MATERIALIZED (SELECT (${SHOP_CYCLE}) AS id)`;
const OF_WEEK = "(SELECT id FROM week)";

/** The shelves on which the offers `o` stand; those within another count as that one. */
const ON_SHELVES = `offer o JOIN category k ON k.id = o.category_id
  JOIN category top ON top.id = coalesce(k.parent_id, k.id)
  WHERE o.cycle_id = ${OF_WEEK} AND o.withdrawn_at IS NULL`;

const ITS_SCHEMES = `json((SELECT json_group_array(DISTINCT scheme ORDER BY scheme)
  FROM certification WHERE enterprise_id = e.id AND ${IN_FORCE}))`;
const ITS_OFFERS = `coalesce((SELECT offers FROM offer_facet
  WHERE cycle_id = ${OF_WEEK} AND facet = 'producer' AND value = e.id), 0)`;
const ITS_SHELVES = `json((SELECT json_group_array(name ORDER BY position) FROM (
  SELECT DISTINCT top.name, top.position FROM ${ON_SHELVES} AND o.enterprise_id = e.id)))`;

const COLUMNS = `e.id, e.name, e.slug, e.town, e.land, ${ITS_SCHEMES}, ${ITS_OFFERS},
  ${ITS_SHELVES}`;
const WIDTH = 8;

const PART = `WITH ${WEEK}, fitting AS MATERIALIZED (
    SELECT e.id AS chosen, row_number() OVER (ORDER BY ${ITS_OFFERS} = 0, e.name, e.id) AS turn
    FROM enterprise_role r JOIN enterprise e ON e.id = r.enterprise_id
    WHERE r.role = 'producer'
      AND (?6 = '[]' OR EXISTS (
        SELECT 1 FROM ${ON_SHELVES} AND o.enterprise_id = e.id
          AND top.id IN (SELECT value FROM json_each(?6))))
      AND (?7 = '[]' OR EXISTS (
        SELECT 1 FROM certification JOIN json_each(?7) ON value = scheme
        WHERE enterprise_id = e.id AND ${IN_FORCE}))
  )
  SELECT ${asList(COLUMNS)}, (SELECT count(*) FROM fitting)
  FROM (SELECT chosen, turn FROM fitting ORDER BY turn LIMIT ?4 OFFSET ?5) AS part
  JOIN enterprise e ON e.id = part.chosen ORDER BY part.turn`;

/** Producers that fit a choice: those with something on the shelf first, by name. */
export function producerPart(choice: ProducerChoice, now: Instant): Loader<ProducerPart> {
  const { week, categories, schemes, limit, offset } = choice;
  const lists = [categories, schemes].map((list) => JSON.stringify(list));
  return {
    statement: { sql: PART, args: [...shopAt(week, now), limit, offset, ...lists] },
    parse: (rows) => ({
      producers: readLists(rows, producerOf),
      found: rows[0] === undefined ? 0 : integer(rows[0], 1),
    }),
  };
}

function producerOf(cells: Cells): ShownProducer {
  return {
    id: text(cells, 0),
    name: text(cells, 1),
    slug: text(cells, 2),
    town: text(cells, 3),
    land: text(cells, 4),
    schemes: listAt(cells, 5),
    offers: integer(cells, 6),
    shelves: listAt(cells, 7),
  };
}

/** A value that producers are chosen by, and how many of them have it. */
export interface ProducerFacet {
  readonly facet: "category" | "scheme";
  readonly value: string;
  readonly name: string;
  readonly producers: number;
}

const FACETS = `WITH ${WEEK}
  SELECT ${asList("facet, value, name, producers")} FROM (
    SELECT 'category' AS facet, top.id AS value, top.name,
      count(DISTINCT o.enterprise_id) AS producers, top.position
    FROM ${ON_SHELVES} GROUP BY top.id
    UNION ALL
    SELECT 'scheme', scheme, '', count(DISTINCT certification.enterprise_id), 0
    FROM certification JOIN enterprise_role r
      ON r.enterprise_id = certification.enterprise_id AND r.role = 'producer'
    WHERE ${IN_FORCE} AND ?1 >= 0 GROUP BY scheme
  ) ORDER BY facet, position, value`;

/** What producers can be chosen by: what they sell this week, who vouches for them today. */
export function producerFacets(week: string | null, now: Instant): Loader<ProducerFacet[]> {
  return {
    statement: { sql: FACETS, args: [...shopAt(week, now)] },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        facet: text(cells, 0) as ProducerFacet["facet"],
        value: text(cells, 1),
        name: text(cells, 2),
        producers: integer(cells, 3),
      })),
  };
}

/** A producer with all that its page tells. */
export interface ProducerSheet extends ShownProducer {
  /** As it told it: a fact a line. */
  readonly story: string;
  /** How many days before a delivery it must know what was ordered. */
  readonly leadDays: number;
  readonly latMicrodegrees: number | null;
  readonly lonMicrodegrees: number | null;
  readonly since: Instant;
  readonly certificates: readonly ShownCertificate[];
  readonly minimum: SellerMinimum;
  /** What it has on the shelf, at most `ON_ITS_SHELF` of it. */
  readonly onShelf: readonly ShownOffer[];
}

/** More than a page of the shelf is looked at on the shelf. */
const ON_ITS_SHELF = 24;

const SHEET = `WITH ${WEEK} SELECT ${asList(`${COLUMNS}, e.story, e.lead_days,
      e.lat_microdegrees, e.lon_microdegrees, e.created_at, json((
        SELECT json_group_array(json_object('scheme', scheme, 'body', body, 'number', number,
          'documentUrl', document_url, 'expiresOn', expires_on) ORDER BY scheme, number)
        FROM certification WHERE enterprise_id = e.id AND ${IN_FORCE})),
      coalesce((SELECT estimated_cents FROM producer_total
        WHERE cycle_id = ${OF_WEEK} AND enterprise_id = e.id), 0), coalesce((
        SELECT CAST(value AS INTEGER) FROM rule_version
        WHERE key = 'producer-minimum' AND subject = e.id AND effective_at <= ?1
        ORDER BY version DESC LIMIT 1), 0)`)},
    (SELECT ${asLists(SHOWN_COLUMNS, "o.position")} FROM (
      SELECT id FROM offer WHERE cycle_id = ${OF_WEEK} AND enterprise_id = meant.id
        AND withdrawn_at IS NULL ORDER BY position LIMIT ${ON_ITS_SHELF}
    ) AS few CROSS JOIN offer o ON o.id = few.id ${SHOWN_JOINS})
  FROM enterprise AS meant JOIN enterprise e ON e.id = meant.id
  JOIN enterprise_role r ON r.enterprise_id = meant.id AND r.role = 'producer'
  WHERE meant.slug = ?4`;

/** A producer by its address; null where nobody sells under it. */
export function producerSheet(
  slug: string,
  week: string | null,
  now: Instant,
): Loader<ProducerSheet | null> {
  return {
    statement: { sql: SHEET, args: [...shopAt(week, now), slug] },
    parse: ([row]) => {
      if (row === undefined) return null;
      const [sheet] = readLists([row], sheetOf);
      return sheet === undefined ? null : { ...sheet, onShelf: listsAt(row, 1, shownOfferOf) };
    },
  };
}

function sheetOf(cells: Cells): Omit<ProducerSheet, "onShelf"> {
  return {
    ...producerOf(cells),
    story: text(cells, WIDTH),
    leadDays: integer(cells, WIDTH + 1),
    latMicrodegrees: integerOrNull(cells, WIDTH + 2),
    lonMicrodegrees: integerOrNull(cells, WIDTH + 3),
    since: instantAt(cells, WIDTH + 4),
    certificates: listAt(cells, WIDTH + 5),
    minimum: sellerMinimumOf(cells, WIDTH + 6),
  };
}
