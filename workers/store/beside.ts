import type { Instant } from "#domain/kernel/instant.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text } from "./cells.ts";
import { asLists, listsAt } from "./row-lists.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import { SHOWN_COLUMNS, SHOWN_JOINS, type ShownOffer, shownOfferOf } from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** What stands beside a product: who sells it, and what else they bring in the shop's week. */
export interface Beside {
  readonly name: string;
  readonly seller: { readonly name: string; readonly slug: string; readonly town: string };
  /** As its producer told it: a fact a line. */
  readonly story: string;
  /** Where its producer is; null where it has not said so. */
  readonly place: EarthPoint | null;
  /** False once its producer has taken it out of the catalogue. */
  readonly isKept: boolean;
  /** A few other products of the same producer, in the order of the shelf. */
  readonly others: readonly ShownOffer[];
}

const FEW = 4;

const BESIDE = `WITH week AS MATERIALIZED (SELECT (${SHOP_CYCLE}) AS id)
  SELECT meant.name, farm.name, farm.slug, farm.town, farm.story,
    meant.withdrawn_at IS NULL, farm.lat_microdegrees, farm.lon_microdegrees, (
    SELECT ${asLists(SHOWN_COLUMNS, "o.position")} FROM (
      SELECT id FROM offer WHERE cycle_id = (SELECT id FROM week)
        AND enterprise_id = meant.enterprise_id AND product_id <> meant.id
        AND withdrawn_at IS NULL ORDER BY position LIMIT ${FEW}
    ) AS few CROSS JOIN offer o ON o.id = few.id ${SHOWN_JOINS}
  ) FROM product AS meant JOIN enterprise AS farm ON farm.id = meant.enterprise_id
  WHERE meant.slug = ?4`;

/** What stands beside a product by its address, on the shelf or not; null where there is none. */
export function besideProduct(
  slug: string,
  week: string | null,
  now: Instant,
): Loader<Beside | null> {
  return {
    statement: { sql: BESIDE, args: [...shopAt(week, now), slug] },
    parse: ([row]) => (row === undefined ? null : toBeside(row)),
  };
}

function toBeside(row: Row): Beside {
  return {
    name: text(row, 0),
    seller: { name: text(row, 1), slug: text(row, 2), town: text(row, 3) },
    story: text(row, 4),
    place: placeOf(integerOrNull(row, 6), integerOrNull(row, 7)),
    isKept: integer(row, 5) === 1,
    others: listsAt(row, 8, shownOfferOf),
  };
}

function placeOf(latMicrodegrees: number | null, lonMicrodegrees: number | null) {
  if (latMicrodegrees === null || lonMicrodegrees === null) return null;
  return { latMicrodegrees, lonMicrodegrees };
}
