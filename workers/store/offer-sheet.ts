import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { text } from "./cells.ts";
import { cycleAt, THIS_CYCLE, type WhichCycle } from "./cycle-shelf.ts";
import {
  DESCRIBED_COLUMNS,
  DESCRIBED_WIDTH,
  type DescribedOffer,
  describedOfferOf,
  sizesOf,
} from "./described-offer.ts";
import { asList, asLists, listsAt, readLists } from "./row-lists.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import { MINIMUM_COLUMNS, type SellerMinimum, sellerMinimumOf } from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** All sizes of a product in a cycle that is there. */
export interface OfferSheet {
  readonly cycleId: CycleId;
  readonly sizes: readonly DescribedOffer[];
}

const BY_OFFER_OR_SLUG =
  "SELECT product_id FROM offer WHERE id = ?4 UNION SELECT id FROM product WHERE slug = ?4";
const SHEET = `SELECT week.id, (
    SELECT ${asLists(DESCRIBED_COLUMNS, "o.position")} FROM ${sizesOf(BY_OFFER_OR_SLUG, "week.id")}
  ) FROM cycle AS week WHERE week.id = ${THIS_CYCLE}`;

/** All sizes, in one cycle, of the product that an offer or an address belongs to. */
export function offerSheet(
  which: WhichCycle,
  offerOrSlug: string,
  now: Instant,
): Loader<OfferSheet | null> {
  return {
    statement: { sql: SHEET, args: [...cycleAt(which, now), offerOrSlug] },
    parse: ([row]) =>
      row === undefined
        ? null
        : { cycleId: text(row, 0) as CycleId, sizes: listsAt(row, 1, describedOfferOf) },
  };
}

/** One size of a product as its page shows it. */
export interface ShopOffer extends DescribedOffer {
  readonly minimum: SellerMinimum;
}

const SHOP_SHEET = `SELECT ${asList(`${DESCRIBED_COLUMNS}, ${MINIMUM_COLUMNS}`)}
  FROM ${sizesOf("SELECT id AS product_id FROM product WHERE slug = ?4", `(${SHOP_CYCLE})`)}
  ORDER BY +o.position`;

/** The sizes of one product on the shop's shelf; none where it is not on it. */
export function shopSheet(slug: string, week: string | null, now: Instant): Loader<ShopOffer[]> {
  return {
    statement: { sql: SHOP_SHEET, args: [...shopAt(week, now), slug] },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        ...describedOfferOf(cells),
        minimum: sellerMinimumOf(cells, DESCRIBED_WIDTH),
      })),
  };
}
