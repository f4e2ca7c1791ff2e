import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { ProductId, VariantId } from "#domain/kernel/ids.ts";
import { type CivilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { OfferNow } from "#domain/orders/ordering.ts";
import { type Cells, integer, integerOrNull, text } from "./cells.ts";
import { OFFER_NOW_COLUMNS, OFFER_NOW_WIDTH, offerNowOf } from "./ordering.ts";
import { listAt } from "./row-lists.ts";

/** An offer with all that anybody is shown of it: on a shelf, in a basket, in an order. */
export interface ShownOffer extends OfferNow {
  /** Its place on the shelf. */
  readonly position: number;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly slug: string;
  readonly name: string;
  /** Which size, where the product has several. */
  readonly label: string;
  readonly species: string;
  readonly variety: string;
  readonly packaging: string;
  readonly category: { readonly id: string; readonly name: string };
  readonly seller: ShownSeller;
  /** What everybody has asked for so far in its cycle, and would take beyond it. */
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
}

/** The two values that begin the arguments of every read of offers: ?1 is now, ?2 its Rome day. */
export function shownAt(now: Instant): readonly [Instant, CivilDate] {
  return [now, toRome(now).date];
}

/** Certificates in force on the day ?2. */
export const IN_FORCE = "withdrawn_at IS NULL AND ?2 BETWEEN issued_on AND expires_on";

/** The columns of an offer `o` with the joins of `SHOWN_JOINS`, as `shownOfferOf` reads them. */
export const SHOWN_COLUMNS = `${OFFER_NOW_COLUMNS},
  o.position, o.variant_id, o.product_id, p.slug, p.name, v.label,
  p.species, p.variety, p.packaging, k.id, k.name,
  e.id, e.name, e.slug, e.town, e.land, json((
    SELECT json_group_array(DISTINCT scheme ORDER BY scheme) FROM certification
    WHERE enterprise_id = e.id AND ${IN_FORCE}
  )), t.demand_milli, t.tolerance_milli`;
/** How many they are. */
export const SHOWN_WIDTH = OFFER_NOW_WIDTH + 19;

export const SHOWN_JOINS = `JOIN cycle c ON c.id = o.cycle_id
  JOIN product p ON p.id = o.product_id JOIN variant v ON v.id = o.variant_id
  JOIN category k ON k.id = o.category_id JOIN enterprise e ON e.id = o.enterprise_id
  JOIN offer_total t ON t.offer_id = o.id`;

export function shownOfferOf(cells: Cells): ShownOffer {
  return {
    ...offerNowOf(cells),
    position: integer(cells, 16),
    variantId: text(cells, 17) as VariantId,
    productId: text(cells, 18) as ProductId,
    slug: text(cells, 19),
    name: text(cells, 20),
    label: text(cells, 21),
    species: text(cells, 22),
    variety: text(cells, 23),
    packaging: text(cells, 24),
    category: { id: text(cells, 25), name: text(cells, 26) },
    seller: {
      id: text(cells, 27),
      name: text(cells, 28),
      slug: text(cells, 29),
      town: text(cells, 30),
      land: text(cells, 31),
      schemes: listAt(cells, 32),
    },
    demandMilli: milli(integer(cells, 33)),
    toleranceMilli: milli(integer(cells, 34)),
  };
}

/** What must be ordered of a producer for it to deliver at all, and what is so far. */
export interface SellerMinimum {
  readonly minimumCents: Cents;
  readonly orderedCents: Cents;
}

/** For an offer `o` at ?1: two columns more, as `sellerMinimumOf` reads them. */
export const MINIMUM_COLUMNS = `(
    SELECT estimated_cents FROM producer_total
    WHERE cycle_id = o.cycle_id AND enterprise_id = o.enterprise_id
  ), (
    SELECT CAST(value AS INTEGER) FROM rule_version
    WHERE key = 'producer-minimum' AND subject = o.enterprise_id AND effective_at <= ?1
    ORDER BY version DESC LIMIT 1
  )`;

export function sellerMinimumOf(cells: Cells, at: number): SellerMinimum {
  return {
    orderedCents: cents(integer(cells, at)),
    minimumCents: cents(integerOrNull(cells, at + 1) ?? 0),
  };
}
