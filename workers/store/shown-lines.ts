import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import { type BasketHand, basketMeant } from "./basket-hand.ts";
import { type Cells, integer, text } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import { asList, readLists } from "./row-lists.ts";
import { OF_THIS_WEEK, shopAt } from "./shop-week.ts";
import {
  MINIMUM_COLUMNS,
  type SellerMinimum,
  sellerMinimumOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  SHOWN_WIDTH,
  shownAt,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** What a basket wants of an offer. */
export interface WantedOffer {
  readonly offer: ShownOffer;
  readonly wanted: Milli;
  readonly tolerance: Milli;
  readonly minimum: SellerMinimum;
}

const WANTED = asList(`${SHOWN_COLUMNS}, l.wanted_milli, l.tolerance_milli, ${MINIMUM_COLUMNS}`);

/** A basket's lines, unless its week is over, producer by producer, in the order they came. */
export function basketOffers(hand: BasketHand, now: Instant): Loader<WantedOffer[]> {
  const meant = basketMeant(hand, 4);
  return {
    statement: {
      sql: `SELECT ${WANTED} FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id ${SHOWN_JOINS}
        WHERE ${meant.sql} AND ${OF_THIS_WEEK}
        ORDER BY e.name, e.id, l.added_at, o.position`,
      args: [...shopAt(null, now), ...meant.args],
    },
    parse: (rows) => readLists(rows, toWanted),
  };
}

function toWanted(cells: Cells): WantedOffer {
  return {
    offer: shownOfferOf(cells),
    wanted: milli(integer(cells, SHOWN_WIDTH)),
    tolerance: milli(integer(cells, SHOWN_WIDTH + 1)),
    minimum: sellerMinimumOf(cells, SHOWN_WIDTH + 2),
  };
}

/** A line of an order with its offer as a page shows it. */
export interface ShownLine {
  readonly id: string;
  readonly offer: ShownOffer;
  readonly state: LineState;
}

const LINE = asList(`${SHOWN_COLUMNS}, l.id, l.status, l.wanted_milli, l.tolerance_milli,
  l.allocated_milli, l.lost_milli, l.delivered_milli, l.actual_grams, l.estimated_cents,
  l.hold_cents, l.final_cents, l.deposit_cents, l.load_grams, l.refunded_cents`);

/** The lines of an order that were not withdrawn, in the order they came. */
export function shownLines(orderId: OrderId, now: Instant): Loader<ShownLine[]> {
  return {
    statement: {
      sql: `SELECT ${LINE} FROM order_line l JOIN offer o ON o.id = l.offer_id ${SHOWN_JOINS}
        WHERE l.order_id = ?3 AND l.status <> 'withdrawn' ORDER BY l.seq`,
      args: [...shownAt(now), orderId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        id: text(cells, SHOWN_WIDTH),
        offer: shownOfferOf(cells),
        state: lineStateOf(cells, SHOWN_WIDTH + 1),
      })),
  };
}
