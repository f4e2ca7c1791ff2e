import type { Instant } from "#domain/kernel/instant.ts";
import { text } from "./cells.ts";
import { readLists, asList } from "./row-lists.ts";
import { shopCycleAsked, type WeekAsked } from "./shop-week.ts";
import { SHOWN_COLUMNS, SHOWN_JOINS, type ShownOffer, shownOfferOf } from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** What the week that is meant offers of these sizes, on the shelf's order. */
export function sharedOffers(
  tails: readonly string[],
  which: WeekAsked,
  now: Instant,
): Loader<ShownOffer[]> {
  const { sql, args } = shopCycleAsked(which, now);
  return {
    statement: {
      sql: `SELECT ${asList(SHOWN_COLUMNS)} FROM offer o ${SHOWN_JOINS}
        WHERE o.cycle_id = (${sql}) AND o.withdrawn_at IS NULL
          AND substr(o.variant_id, -8) IN (SELECT value FROM json_each(?${args.length + 1}))
        ORDER BY o.position, o.id`,
      args: [...args, JSON.stringify(tails)],
    },
    parse: (rows) => readLists(rows, shownOfferOf),
  };
}

/** What these sizes are called, whether or not this week has them. */
export function sharedNames(tails: readonly string[]): Loader<ReadonlyMap<string, string>> {
  return {
    statement: {
      sql: `SELECT substr(v.id, -8), p.name || iif(v.label = '', '', ', ' || v.label)
        FROM variant v JOIN product p ON p.id = v.product_id
        WHERE substr(v.id, -8) IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(tails)],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), text(row, 1)])),
  };
}
