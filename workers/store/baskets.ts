import { type BasketId, type CycleId, id, type OfferId } from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { OfferNow, Wish } from "#domain/orders/ordering.ts";
import type { Row, Statement } from "#ports/database.ts";
import { integer, integerOrNull, text } from "./cells.ts";
import { FREE_OF_POOL, offerNowOf, TERMS_COLUMNS } from "./ordering.ts";
import type { Loader } from "./statement.ts";

/** What is in a basket, with the offers as they stand now. */
export interface BasketWishes {
  readonly wishes: readonly Wish[];
  readonly offers: ReadonlyMap<OfferId, OfferNow>;
}

/** The wishes of a basket for one cycle, in the order they came; none without a basket. */
export function basketWishes(
  basket: Digest | null,
  cycleId: CycleId,
  now: Instant,
): Loader<BasketWishes> {
  return {
    statement: {
      sql: `SELECT ${TERMS_COLUMNS}, o.withdrawn_at, ${FREE_OF_POOL}, l.wanted_milli,
          l.tolerance_milli
        FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id JOIN cycle c ON c.id = o.cycle_id
        WHERE b.token_digest = ?2 AND o.cycle_id = ?3 ORDER BY l.added_at, o.position`,
      args: [now, basket, cycleId],
    },
    parse: (rows) => ({
      wishes: rows.map(toWish),
      offers: new Map(rows.map((row) => [id<OfferId>(text(row, 0)), offerNowOf(row)])),
    }),
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

export function basketLines(basket: Digest | null, now: Instant): Loader<BasketLine[]> {
  return {
    statement: {
      sql: `SELECT ${TERMS_COLUMNS}, o.withdrawn_at, ${FREE_OF_POOL}, l.wanted_milli,
          l.tolerance_milli, p.name, p.slug, e.name, e.slug, t.demand_milli, t.tolerance_milli,
          pt.estimated_cents, (SELECT CAST(value AS INTEGER) FROM rule_version
            WHERE key = 'producer-minimum' AND subject = o.enterprise_id AND effective_at <= ?1
            ORDER BY version DESC LIMIT 1)
        FROM basket b JOIN basket_line l ON l.basket_id = b.id
        JOIN offer o ON o.id = l.offer_id AND o.cycle_id = b.cycle_id
        JOIN cycle c ON c.id = o.cycle_id JOIN product p ON p.id = o.product_id
        JOIN enterprise e ON e.id = o.enterprise_id JOIN offer_total t ON t.offer_id = o.id
        JOIN producer_total pt ON pt.cycle_id = c.id AND pt.enterprise_id = e.id
        WHERE b.token_digest = ?2 ORDER BY e.name, l.added_at, o.position`,
      args: [now, basket],
    },
    parse: (rows) => rows.map(toLine),
  };
}

/** The cycle a basket is for, or null where there is no basket. */
export function basketCycle(
  basket: Digest | null,
): Loader<{ readonly id: BasketId; readonly cycleId: CycleId } | null> {
  return {
    statement: { sql: "SELECT id, cycle_id FROM basket WHERE token_digest = ?", args: [basket] },
    parse: ([row]) =>
      row === undefined
        ? null
        : { id: id<BasketId>(text(row, 0)), cycleId: id<CycleId>(text(row, 1)) },
  };
}

/**
 * Sets what a basket wants of an offer, making the basket when it is new. A basket that was for
 * an earlier cycle starts afresh with this one.
 */
export function setBasketLine(set: {
  readonly basketId: BasketId;
  readonly digest: Digest;
  readonly cycleId: CycleId;
  readonly offerId: OfferId;
  readonly wanted: Milli;
  readonly tolerance: Milli;
  readonly now: Instant;
}): Statement[] {
  const { basketId, digest, cycleId, offerId, wanted, tolerance, now } = set;
  const owned = "(SELECT id FROM basket WHERE token_digest = ?)";
  return [
    {
      sql: `DELETE FROM basket_line WHERE basket_id = ${owned}
        AND (SELECT cycle_id FROM basket WHERE token_digest = ?) <> ?`,
      args: [digest, digest, cycleId],
    },
    {
      sql: `INSERT INTO basket (id, token_digest, cycle_id, created_at, changed_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (token_digest) DO UPDATE SET
          cycle_id = excluded.cycle_id, changed_at = excluded.changed_at`,
      args: [basketId, digest, cycleId, now, now],
    },
    wanted === 0
      ? {
          sql: `DELETE FROM basket_line WHERE basket_id = ${owned} AND offer_id = ?`,
          args: [digest, offerId],
        }
      : {
          sql: `INSERT INTO basket_line (basket_id, offer_id, wanted_milli, tolerance_milli,
              added_at)
            SELECT id, ?1, ?2, ?3, ?4 FROM basket WHERE token_digest = ?5
            ON CONFLICT (basket_id, offer_id) DO UPDATE SET
              wanted_milli = excluded.wanted_milli, tolerance_milli = excluded.tolerance_milli`,
          args: [offerId, wanted, tolerance, now, digest],
        },
  ];
}

/** What was ordered leaves the basket. */
export function emptyBasket(basket: Digest | null): Statement {
  return {
    sql: `DELETE FROM basket_line
      WHERE basket_id = (SELECT id FROM basket WHERE token_digest = ?)`,
    args: [basket],
  };
}

/** A basket that nobody touched for a month is forgotten, like its cookie. */
const BASKETS_LIVE_MS = 30 * DAY;

export function forgetBaskets(now: Instant): Statement {
  return { sql: "DELETE FROM basket WHERE changed_at < ?", args: [now - BASKETS_LIVE_MS] };
}

function toWish(row: Row): Wish {
  return {
    offerId: id<OfferId>(text(row, 0)),
    wanted: milli(integer(row, 16)),
    tolerance: milli(integer(row, 17)),
  };
}

function toLine(row: Row): BasketLine {
  return {
    offer: offerNowOf(row),
    wanted: milli(integer(row, 16)),
    tolerance: milli(integer(row, 17)),
    name: text(row, 18),
    slug: text(row, 19),
    producerName: text(row, 20),
    producerSlug: text(row, 21),
    demandMilli: milli(integer(row, 22)),
    toleranceMilli: milli(integer(row, 23)),
    producerEstimatedCents: integer(row, 24),
    producerMinimumCents: integerOrNull(row, 25) ?? 0,
  };
}
