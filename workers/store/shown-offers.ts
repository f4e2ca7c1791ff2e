import type { Scheme } from "#domain/catalogue/certificates.ts";
import { type CycleId, id, type OrderId } from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { OfferNow } from "#domain/orders/ordering.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import { FREE_OF_POOL, offerNowOf, TERMS_COLUMNS } from "./ordering.ts";
import { SHOP_CYCLE } from "./shop-week.ts";
import type { Loader } from "./statement.ts";

/** An offer with all that a shelf, a basket or an order shows of it. */
export interface ShownOffer extends OfferNow {
  readonly cycleId: CycleId;
  readonly productId: string;
  readonly name: string;
  /** Which size, where the product has several. */
  readonly label: string;
  readonly slug: string;
  readonly species: string;
  readonly variety: string;
  readonly packaging: string;
  readonly category: { readonly id: string; readonly name: string };
  readonly seller: ShownSeller;
  /** What everybody has asked for so far in its cycle. */
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
}

export interface ShownSeller {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly town: string;
  readonly land: string;
  /** Certificates in force today. */
  readonly schemes: readonly Scheme[];
  /** What everybody has ordered of it so far, and what it must reach to deliver at all. */
  readonly orderedCents: Cents;
  readonly minimumCents: Cents;
}

/** At ?1, which is on the Rome day ?2: for an offer `o` with the joins of `SHOWN_JOINS`. */
export const SHOWN_COLUMNS = `${TERMS_COLUMNS}, o.withdrawn_at, ${FREE_OF_POOL},
  o.cycle_id, p.id, p.name, v.label, p.slug, p.species, p.variety, p.packaging, k.id, k.name,
  e.id, e.name, e.slug, e.town, e.land, (
    SELECT json_group_array(DISTINCT scheme) FROM certification
    WHERE enterprise_id = e.id AND withdrawn_at IS NULL AND ?2 BETWEEN issued_on AND expires_on
  ), t.demand_milli, t.tolerance_milli, pt.estimated_cents, (
    SELECT CAST(value AS INTEGER) FROM rule_version
    WHERE key = 'producer-minimum' AND subject = e.id AND effective_at <= ?1
    ORDER BY version DESC LIMIT 1
  )`;

export const SHOWN_JOINS = `JOIN cycle c ON c.id = o.cycle_id
  JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
  JOIN category k ON k.id = o.category_id JOIN enterprise e ON e.id = o.enterprise_id
  JOIN offer_total t ON t.offer_id = o.id
  JOIN producer_total pt ON pt.cycle_id = o.cycle_id AND pt.enterprise_id = o.enterprise_id`;

/** How many cells `SHOWN_COLUMNS` are. */
export const SHOWN_WIDTH = 36;
/** How many of them are the offer's terms and stock. */
const NOW_WIDTH = 16;

export function shownOfferOf(row: Row): ShownOffer {
  const at = NOW_WIDTH;
  return {
    ...offerNowOf(row),
    cycleId: id<CycleId>(text(row, at)),
    productId: text(row, at + 1),
    name: text(row, at + 2),
    label: text(row, at + 3),
    slug: text(row, at + 4),
    species: text(row, at + 5),
    variety: text(row, at + 6),
    packaging: text(row, at + 7),
    category: { id: text(row, at + 8), name: text(row, at + 9) },
    seller: sellerOf(row, at + 10),
    demandMilli: milli(integer(row, at + 16)),
    toleranceMilli: milli(integer(row, at + 17)),
  };
}

function sellerOf(row: Row, at: number): ShownSeller {
  return {
    id: text(row, at),
    name: text(row, at + 1),
    slug: text(row, at + 2),
    town: text(row, at + 3),
    land: text(row, at + 4),
    schemes: JSON.parse(text(row, at + 5)) as Scheme[],
    orderedCents: cents(integer(row, at + 8)),
    minimumCents: cents(integerOrNull(row, at + 9) ?? 0),
  };
}

/** The two values that begin every list of arguments. */
export function shownAt(now: Instant): readonly [Instant, string] {
  return [now, toRome(now).date];
}

/** What a basket wants of an offer. */
export interface WantedOffer {
  readonly offer: ShownOffer;
  readonly wanted: Milli;
  readonly tolerance: Milli;
}

/** A basket's lines for the shop's week, producer by producer, in the order they came. */
export function basketOffers(basket: Digest | null, now: Instant): Loader<WantedOffer[]> {
  return {
    statement: {
      sql: `SELECT ${SHOWN_COLUMNS}, l.wanted_milli, l.tolerance_milli
        FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id ${SHOWN_JOINS}
        WHERE b.token_digest = ?3 AND b.cycle_id = (${SHOP_CYCLE})
        ORDER BY e.name, e.id, l.added_at, o.position`,
      args: [...shownAt(now), basket],
    },
    parse: (rows) =>
      rows.map((row) => ({
        offer: shownOfferOf(row),
        wanted: milli(integer(row, SHOWN_WIDTH)),
        tolerance: milli(integer(row, SHOWN_WIDTH + 1)),
      })),
  };
}

/** A line of an order with its offer as a page shows it. */
export interface ShownLine {
  readonly id: string;
  readonly offer: ShownOffer;
  readonly state: LineState;
}

/** The lines of an order that were not withdrawn, in the order they came. */
export function shownLines(orderId: OrderId, now: Instant): Loader<ShownLine[]> {
  return {
    statement: {
      sql: `SELECT ${SHOWN_COLUMNS}, l.id, l.status, l.wanted_milli, l.tolerance_milli,
          l.allocated_milli, l.lost_milli, l.delivered_milli, l.actual_grams, l.estimated_cents,
          l.hold_cents, l.final_cents, l.deposit_cents, l.load_grams
        FROM order_line l JOIN offer o ON o.id = l.offer_id ${SHOWN_JOINS}
        WHERE l.order_id = ?3 AND l.status <> 'withdrawn' ORDER BY l.seq`,
      args: [...shownAt(now), orderId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, SHOWN_WIDTH),
        offer: shownOfferOf(row),
        state: lineStateOf(row, SHOWN_WIDTH + 1),
      })),
  };
}
