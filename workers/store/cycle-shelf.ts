import { unitsLeft } from "#domain/catalogue/availability.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CycleId, ProductId, VariantId } from "#domain/kernel/ids.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { Row, Statement } from "#ports/database.ts";
import { integer, integerOrNull, text } from "./cells.ts";
import { FREE_OF_POOL, TERMS_COLUMNS, termsOf } from "./ordering.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A cycle by its id, or the one that is open now and closes first. */
export type WhichCycle = CycleId | "current";

/** An offer on the shelf of one cycle. */
export interface ShelfOffer {
  readonly terms: OfferTerms;
  readonly position: number;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly slug: string;
  readonly name: string;
  readonly label: string;
  readonly category: { readonly id: string; readonly name: string };
  readonly producer: {
    readonly id: string;
    readonly name: string;
    readonly slug: string;
    readonly town: string;
  };
  /** Certificates of its producer in force today. */
  readonly schemes: readonly Scheme[];
  /** What everybody has asked for so far, and would take beyond it. */
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  /** What can still be asked for; null when it is made to order. */
  readonly leftMilli: Milli | null;
}

/** ?1 is now, ?2 the cycle's id or NULL for the current one. */
export const THIS_CYCLE = `coalesce(?2, (
    SELECT id FROM cycle WHERE state = 'published' AND opens_at <= ?1 AND closes_at > ?1
    ORDER BY closes_at, id LIMIT 1
  ))`;

/** Certificates in force on the day ?3. */
export const IN_FORCE = "withdrawn_at IS NULL AND ?3 BETWEEN issued_on AND expires_on";

/** The three values that begin the arguments of every read of a shelf. */
export function shelfAt(which: WhichCycle, now: Instant) {
  return [...cycleAt(which, now), toRome(now).date] as const;
}

function cycleAt(which: WhichCycle, now: Instant) {
  return [now, which === "current" ? null : which] as const;
}

/** The cycle that is meant, or null where there is none. */
export function cycleMeant(which: WhichCycle, now: Instant): Loader<CycleId | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT id FROM cycle WHERE id = ${THIS_CYCLE}`,
      args: [...cycleAt(which, now)],
    },
    parse: (rows) => rows.map((row) => text(row, 0) as CycleId),
  });
}

/** The columns of an offer `o` that `shelfOfferOf` reads, with the joins they need. */
export const SHELF_COLUMNS = `${TERMS_COLUMNS}, ${FREE_OF_POOL}, o.position, o.variant_id,
  o.product_id, p.slug, p.name, v.label, k.id, k.name, e.id, e.name, e.slug, e.town, (
    SELECT json_group_array(DISTINCT scheme ORDER BY scheme) FROM certification
    WHERE enterprise_id = e.id AND ${IN_FORCE}
  ), t.demand_milli, t.tolerance_milli`;
/** How many cells they are. */
export const SHELF_WIDTH = 30;

export const SHELF_JOINS = `JOIN cycle c ON c.id = o.cycle_id
  JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
  JOIN category k ON k.id = o.category_id JOIN enterprise e ON e.id = o.enterprise_id
  JOIN offer_total t ON t.offer_id = o.id`;

/** What of the shelf is asked for; null asks for everything. */
export interface ShelfAsked extends PageAsked {
  /** A shelf, with those right below it. */
  readonly category: string | null;
  /** A producer, by id or address. */
  readonly producer: string | null;
  readonly scheme: Scheme | null;
}

/** A part of a cycle's shelf in its order, read along the index that fits what is asked. */
export function cycleShelf(
  which: WhichCycle,
  asked: ShelfAsked,
  now: Instant,
): Loader<Page<ShelfOffer>> {
  const statement = shelfStatement(which, asked, now);
  const loader = { statement, parse: (rows: readonly Row[]) => rows.map(shelfOfferOf) };
  return paged(loader, asked, ({ position }) => String(position));
}

type Choice = (place: number) => string;
const inCategory: Choice = (at) =>
  `AND category_id IN (SELECT id FROM category WHERE id = ?${at} OR parent_id = ?${at})`;
const ofProducer: Choice = (at) =>
  `AND enterprise_id = (SELECT id FROM enterprise WHERE id = ?${at} OR slug = ?${at})`;
const attested: Choice = (at) => `AND enterprise_id IN (
    SELECT enterprise_id FROM certification WHERE scheme = ?${at} AND ${IN_FORCE})`;

function shelfStatement(which: WhichCycle, asked: ShelfAsked, now: Instant): Statement {
  const { category, producer, scheme, after, limit } = asked;
  const choices = (
    [
      [inCategory, category],
      [ofProducer, producer],
      [attested, scheme],
    ] as const
  ).filter(([, value]) => value !== null);
  return {
    sql: `SELECT ${SHELF_COLUMNS} FROM (
        SELECT id AS chosen FROM offer
        WHERE cycle_id = ${THIS_CYCLE} AND withdrawn_at IS NULL AND position > ?4
          ${choices.map(([choice], index) => choice(6 + index)).join(" ")}
        ORDER BY position LIMIT ?5
      ) JOIN offer o ON o.id = chosen ${SHELF_JOINS} ORDER BY o.position`,
    args: [
      ...shelfAt(which, now),
      Number(after ?? 0),
      limit + 1,
      ...choices.map(([, value]) => value),
    ],
  };
}

export function shelfOfferOf(row: Row): ShelfOffer {
  const terms = termsOf(row);
  const free = integerOrNull(row, 14);
  return {
    terms,
    leftMilli: free === null ? null : unitsLeft(milli(free), terms),
    position: integer(row, 15),
    variantId: text(row, 16) as VariantId,
    productId: text(row, 17) as ProductId,
    slug: text(row, 18),
    name: text(row, 19),
    label: text(row, 20),
    category: { id: text(row, 21), name: text(row, 22) },
    producer: {
      id: text(row, 23),
      name: text(row, 24),
      slug: text(row, 25),
      town: text(row, 26),
    },
    schemes: JSON.parse(text(row, 27)) as Scheme[],
    demandMilli: milli(integer(row, 28)),
    toleranceMilli: milli(integer(row, 29)),
  };
}
