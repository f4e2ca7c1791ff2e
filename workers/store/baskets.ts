import { forgottenBefore } from "#domain/access/retention.ts";
import { type BasketId, type CycleId, id, type OfferId } from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { OfferNow, Wish } from "#domain/orders/ordering.ts";
import type { Statement } from "#ports/database.ts";
import { type BasketHand, basketMeant, type BasketOwner } from "./basket-hand.ts";
import { type Cells, integer, text } from "./cells.ts";
import { OFFER_NOW_COLUMNS, OFFER_NOW_WIDTH, offerNowOf } from "./ordering.ts";
import { asList, readLists } from "./row-lists.ts";
import { MINIMUM_COLUMNS, sellerMinimumOf } from "./shown-offer.ts";
import { TAKES_ORDERS } from "./shop-week.ts";
import type { Loader } from "./statement.ts";

/** What is in a basket, with the offers as they stand now. */
export interface BasketWishes {
  readonly wishes: readonly Wish[];
  readonly offers: ReadonlyMap<OfferId, OfferNow>;
}

/** The wishes of a basket for one cycle, in the order they came; none without a basket. */
export function basketWishes(
  hand: BasketHand,
  cycleId: CycleId,
  now: Instant,
): Loader<BasketWishes> {
  const meant = basketMeant(hand, 3);
  return {
    statement: {
      sql: `SELECT ${asList(`${OFFER_NOW_COLUMNS}, l.wanted_milli, l.tolerance_milli`)}
        FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id JOIN cycle c ON c.id = o.cycle_id
        WHERE ${meant.sql} AND o.cycle_id = ?2 ORDER BY l.added_at, o.position`,
      args: [now, cycleId, ...meant.args],
    },
    parse: (rows) => {
      const read = readLists(rows, (cells) => [toWish(cells), offerNowOf(cells)] as const);
      return {
        wishes: read.map(([wish]) => wish),
        offers: new Map(read.map(([wish, offer]) => [wish.offerId, offer])),
      };
    },
  };
}

/** A basket line as its page shows it, with how far its box and its producer are. */
export interface BasketLine {
  readonly offer: OfferNow;
  readonly wanted: Milli;
  readonly tolerance: Milli;
  readonly name: string;
  readonly slug: string;
  readonly producerName: string;
  readonly producerSlug: string;
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  readonly producerEstimatedCents: number;
  readonly producerMinimumCents: number;
}

const LINE = asList(`${OFFER_NOW_COLUMNS}, l.wanted_milli, l.tolerance_milli, p.name, p.slug,
  e.name, e.slug, t.demand_milli, t.tolerance_milli, ${MINIMUM_COLUMNS}`);

export function basketLines(hand: BasketHand, now: Instant): Loader<BasketLine[]> {
  const meant = basketMeant(hand, 2);
  return {
    statement: {
      sql: `SELECT ${LINE} FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id
        JOIN cycle c ON c.id = o.cycle_id JOIN product p ON p.id = o.product_id
        JOIN enterprise e ON e.id = o.enterprise_id JOIN offer_total t ON t.offer_id = o.id
        WHERE ${meant.sql} ORDER BY e.name, l.added_at, o.position`,
      args: [now, ...meant.args],
    },
    parse: (rows) => readLists(rows, toLine),
  };
}

/** The cycle a basket is for, or null where there is no basket. */
export function basketCycle(
  hand: BasketHand,
  now: Instant,
): Loader<{ readonly id: BasketId; readonly cycleId: CycleId } | null> {
  const meant = basketMeant(hand, 2);
  const sql = `SELECT b.id, b.cycle_id FROM basket b WHERE ?1 >= 0 AND ${meant.sql}`;
  return {
    statement: { sql, args: [now, ...meant.args] },
    parse: ([row]) =>
      row === undefined
        ? null
        : { id: id<BasketId>(text(row, 0)), cycleId: id<CycleId>(text(row, 1)) },
  };
}

/** The unique keys of a basket, as far as the conflict with one is named. */
const KEYS = {
  token_digest: "token_digest)",
  person_id: "person_id) WHERE person_id IS NOT NULL",
} as const satisfies Record<BasketOwner["column"], string>;

/** What a basket holds for another week than an offer's that still takes orders; null for none. */
export function otherWeek(
  hand: BasketHand,
  offerId: OfferId,
  now: Instant,
): Loader<{ readonly deliveryDay: CivilDate; readonly products: number } | null> {
  const meant = basketMeant(hand, 3);
  return {
    statement: {
      sql: `SELECT c.delivery_day, count(*) FROM basket b
        JOIN cycle c ON c.id = b.cycle_id JOIN basket_line l ON l.basket_id = b.id
        WHERE ${meant.sql} AND ${TAKES_ORDERS}
          AND b.cycle_id <> (SELECT cycle_id FROM offer WHERE id = ?2)
        GROUP BY c.id`,
      args: [now, offerId, ...meant.args],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : { deliveryDay: civilDate(text(row, 0)), products: integer(row, 1) },
  };
}

/**
 * Sets what a basket wants of an offer, making the basket when it is new. A basket that was for
 * an earlier cycle starts afresh with this one (a trigger empties it).
 */
export function setBasketLine(set: Made & Wish): Statement[] {
  const { offerId, wanted, tolerance, now } = set;
  const { column, value } = set.owner;
  return [
    makeBasket(set),
    wanted === 0
      ? {
          sql: `DELETE FROM basket_line
            WHERE basket_id = (SELECT id FROM basket WHERE ${column} = ?) AND offer_id = ?`,
          args: [value, offerId],
        }
      : {
          sql: `INSERT INTO basket_line (basket_id, offer_id, wanted_milli, tolerance_milli,
              added_at)
            SELECT id, ?1, ?2, ?3, ?4 FROM basket WHERE ${column} = ?5
            ON CONFLICT (basket_id, offer_id) DO UPDATE SET
              wanted_milli = excluded.wanted_milli, tolerance_milli = excluded.tolerance_milli`,
          args: [offerId, wanted, tolerance, now, value],
        },
  ];
}

/** The same for several offers of one cycle at once; what else the basket holds stays. */
export function setBasketLines(made: Made, wishes: readonly Wish[]): Statement[] {
  const { column, value } = made.owner;
  const rows = wishes.map(({ offerId, wanted, tolerance }) => [offerId, wanted, tolerance]);
  return [
    makeBasket(made),
    {
      sql: `INSERT INTO basket_line (basket_id, offer_id, wanted_milli, tolerance_milli, added_at)
        SELECT basket.id, one.value ->> 0, one.value ->> 1, one.value ->> 2, ?1
          FROM basket JOIN json_each(?2) AS one WHERE basket.${column} = ?3
        ON CONFLICT (basket_id, offer_id) DO UPDATE SET
          wanted_milli = excluded.wanted_milli, tolerance_milli = excluded.tolerance_milli`,
      args: [made.now, JSON.stringify(rows), value],
    },
  ];
}

/** A basket that is there, or is made, for a cycle. */
interface Made {
  readonly basketId: BasketId;
  readonly owner: BasketOwner;
  /** Of the token of a basket that is new: a person's is opened by no token that anybody has. */
  readonly digest: Digest;
  readonly cycleId: CycleId;
  readonly now: Instant;
}

function makeBasket({ basketId, owner, digest, cycleId, now }: Made): Statement {
  return {
    sql: `INSERT INTO basket (id, token_digest, cycle_id, created_at, changed_at, person_id)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (${KEYS[owner.column]} DO UPDATE SET
        cycle_id = excluded.cycle_id, changed_at = excluded.changed_at`,
    args: [basketId, digest, cycleId, now, now, owner.personId],
  };
}

/** What was ordered leaves the basket. */
export function emptyBasket({ column, value }: BasketOwner): Statement {
  return {
    sql: `DELETE FROM basket_line WHERE basket_id = (SELECT id FROM basket WHERE ${column} = ?)`,
    args: [value],
  };
}

/** A basket that nobody touched for a month is forgotten, like its cookie. */
export function forgetBaskets(now: Instant): Statement {
  return {
    sql: "DELETE FROM basket WHERE changed_at < ?",
    args: [forgottenBefore("baskets", now)],
  };
}

function toWish(cells: Cells): Wish {
  return {
    offerId: id<OfferId>(text(cells, 0)),
    wanted: milli(integer(cells, OFFER_NOW_WIDTH)),
    tolerance: milli(integer(cells, OFFER_NOW_WIDTH + 1)),
  };
}

function toLine(cells: Cells): BasketLine {
  const at = OFFER_NOW_WIDTH;
  const minimum = sellerMinimumOf(cells, at + 8);
  return {
    offer: offerNowOf(cells),
    wanted: milli(integer(cells, at)),
    tolerance: milli(integer(cells, at + 1)),
    name: text(cells, at + 2),
    slug: text(cells, at + 3),
    producerName: text(cells, at + 4),
    producerSlug: text(cells, at + 5),
    demandMilli: milli(integer(cells, at + 6)),
    toleranceMilli: milli(integer(cells, at + 7)),
    producerEstimatedCents: minimum.orderedCents,
    producerMinimumCents: minimum.minimumCents,
  };
}
