import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  type CycleId,
  type EnterpriseId,
  type GroupId,
  type HouseholdId,
  id,
  type OfferId,
  type OrderId,
  type PoolId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import type { OfferNow } from "#domain/orders/ordering.ts";
import { type Cells, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Language, languageSql } from "./persons.ts";
import { asList, readLists } from "./row-lists.ts";
import { type Loader, mapped } from "./statement.ts";

/** The columns of an offer `o` that make its terms, in the order `termsOf` reads them. */
export const TERMS_COLUMNS = `o.id, o.enterprise_id, o.kind, o.price_cents, o.vat_basis_points,
  o.box_units, o.step_milli, o.least_milli, o.nominal_grams, o.net_grams, o.net_ml,
  o.deposit_cents, o.pool_id, o.pool_milli_per_unit`;
const TERMS_WIDTH = 14;

export function termsOf(row: Cells): OfferTerms {
  const weight = (at: number) => {
    const value = integerOrNull(row, at);
    return value === null ? null : grams(value);
  };
  const pool = textOrNull(row, 12);
  return {
    offerId: id<OfferId>(text(row, 0)),
    enterpriseId: id<EnterpriseId>(text(row, 1)),
    kind: text(row, 2) as OfferTerms["kind"],
    priceCents: cents(integer(row, 3)),
    vat: basisPoints(integer(row, 4)),
    boxUnits: integer(row, 5),
    stepMilli: milli(integer(row, 6)),
    leastMilli: milli(integer(row, 7)),
    nominalGrams: weight(8),
    netGrams: weight(9),
    netMl: integerOrNull(row, 10),
    depositCents: cents(integer(row, 11)),
    poolId: pool === null ? null : id<PoolId>(pool),
    poolMilliPerUnit: milli(integer(row, 13)),
  };
}

/** What is free of the pool of offer `o` in cycle `c` at ?1: expired holds are, quotas bind. */
export const FREE_OF_POOL = `CASE WHEN o.pool_id IS NULL THEN NULL ELSE (
    SELECT max(0, min(
      p.on_hand_milli - p.reserved_milli + coalesce((
        SELECT sum(quantity_milli) FROM stock_reservation
        WHERE pool_id = p.id AND expires_at <= ?1), 0),
      coalesce((SELECT q.quota_milli - q.reserved_milli FROM stock_quota q
        WHERE q.pool_id = p.id AND q.hub_id = c.hub_id), p.on_hand_milli)))
    FROM stock_pool p WHERE p.id = o.pool_id) END`;

/** The columns of an offer `o` in a cycle `c` at ?1, as `offerNowOf` reads them. */
export const OFFER_NOW_COLUMNS = `${TERMS_COLUMNS}, o.withdrawn_at, ${FREE_OF_POOL}`;
export const OFFER_NOW_WIDTH = TERMS_WIDTH + 2;

/** The wishes lead: CROSS JOIN keeps the planner from reading the whole cycle for each of them. */
const OFFERS = `SELECT ${asList(OFFER_NOW_COLUMNS)}
  FROM json_each(?2) AS wish CROSS JOIN offer o ON o.id = wish.value
  JOIN cycle c ON c.id = o.cycle_id
  WHERE o.cycle_id = `;

/** Offers of a cycle as they stand now, by their ids. */
export function offersNow(
  cycleId: CycleId,
  offerIds: readonly string[],
  now: Instant,
): Loader<ReadonlyMap<OfferId, OfferNow>> {
  return offersWhere(`${OFFERS}?3`, [now, JSON.stringify(offerIds), cycleId]);
}

/** Offers of the cycle that an order is of. */
export function offersOfOrder(
  orderId: OrderId,
  offerIds: readonly string[],
  now: Instant,
): Loader<ReadonlyMap<OfferId, OfferNow>> {
  const sql = `${OFFERS}(SELECT cycle_id FROM customer_order WHERE id = ?3)`;
  return offersWhere(sql, [now, JSON.stringify(offerIds), orderId]);
}

/** One offer as it stands now. */
export function offerNow(offerId: OfferId, now: Instant): Loader<OfferNow | null> {
  const own = `SELECT ${asList(OFFER_NOW_COLUMNS)}
    FROM offer o JOIN cycle c ON c.id = o.cycle_id WHERE o.id = ?2`;
  return mapped(offersWhere(own, [now, offerId]), (offers) => offers.get(offerId) ?? null);
}

function offersWhere(
  sql: string,
  args: (string | number)[],
): Loader<ReadonlyMap<OfferId, OfferNow>> {
  return {
    statement: { sql, args },
    parse: (rows) =>
      new Map(readLists(rows, offerNowOf).map((offer) => [offer.terms.offerId, offer])),
  };
}

export function offerNowOf(row: Cells): OfferNow {
  const free = integerOrNull(row, TERMS_WIDTH + 1);
  return {
    terms: termsOf(row),
    isWithdrawn: row[TERMS_WIDTH] !== null,
    freeMilli: free === null ? null : milli(free),
  };
}

/** A household as an order needs it: its group, its wallet, its order of this cycle. */
export interface HouseholdForOrder {
  readonly householdId: HouseholdId;
  readonly groupId: GroupId | null;
  readonly email: string | null;
  /** Of whoever reads its letters; null where nobody chose one. */
  readonly language: Language | null;
  readonly hasAddress: boolean;
  /** What its wallet has free; null when it has no wallet. */
  readonly availableCents: Cents | null;
  readonly orderId: OrderId | null;
}

const HOUSEHOLD = `SELECT h.id, h.group_id, f.email, coalesce(length(f.street), 0) > 0,
    (SELECT coalesce(-b.posted_cents, 0) FROM ledger_account a
      LEFT JOIN ledger_balance b ON b.account_id = a.id WHERE a.code = 'wallet:' || h.id),
    (SELECT o.id FROM customer_order o WHERE o.cycle_id = ?2 AND o.household_id = h.id
      AND o.cancelled_at IS NULL),
    ${languageSql("f.email")}
  FROM household h LEFT JOIN household_profile f ON f.household_id = h.id
  WHERE h.erased_at IS NULL AND h.id = `;

export function householdForOrder(
  householdId: HouseholdId | null,
  cycleId: CycleId,
): Loader<HouseholdForOrder | null> {
  return householdWhere(`${HOUSEHOLD}?1`, [householdId, cycleId]);
}

/** The household that an order is of; null for a guest's. */
export function householdOfOrder(orderId: OrderId): Loader<HouseholdForOrder | null> {
  const sql = `${HOUSEHOLD}(SELECT household_id FROM customer_order WHERE id = ?1)`;
  return householdWhere(sql, [orderId, null]);
}

function householdWhere(sql: string, args: (string | null)[]): Loader<HouseholdForOrder | null> {
  return {
    statement: { sql, args },
    parse: ([row]) => {
      if (row === undefined) return null;
      const group = textOrNull(row, 1);
      const order = textOrNull(row, 5);
      const available = integerOrNull(row, 4);
      return {
        householdId: id<HouseholdId>(text(row, 0)),
        groupId: group === null ? null : id<GroupId>(group),
        email: textOrNull(row, 2),
        hasAddress: integer(row, 3) === 1,
        availableCents: available === null ? null : cents(available),
        orderId: order === null ? null : id<OrderId>(order),
        language: textOrNull(row, 6) as Language | null,
      };
    },
  };
}

/** Whether slot `s` takes no more orders of cycle ?3. */
const SLOT_IS_FULL = `EXISTS (SELECT 1 FROM slot_capacity c
    JOIN slot_total t ON t.slot_id = c.slot_id AND t.cycle_id = ?3
    WHERE c.slot_id = s.id AND t.orders >= c.orders)`;
/** Whether pickup point ?1 takes no more orders of cycle ?3, at whatever hour. */
const PLACE_IS_FULL = `EXISTS (SELECT 1 FROM pickup_point p
    JOIN place_total t ON t.place = p.id AND t.cycle_id = ?3
    WHERE p.id = ?1 AND t.orders >= p.capacity_orders)`;

/** Whether crates are handed out there, and then: the names of both, or null. */
export interface PlaceForOrder {
  readonly place: string;
  readonly slotId: string | null;
  /** What has as many orders of the cycle as it takes; null where there is room for one more. */
  readonly full: "place-full" | "slot-full" | null;
}

/** @param cycleId null where no cycle is meant: then nothing is full */
export function placeForOrder(
  { place, slotId }: { readonly place: string; readonly slotId: string | null },
  cycleId: CycleId | null,
): Loader<PlaceForOrder | null> {
  return {
    statement: {
      sql: `SELECT ?1, s.id, CASE WHEN ${PLACE_IS_FULL} THEN 'place-full'
          WHEN s.id IS NOT NULL AND ${SLOT_IS_FULL} THEN 'slot-full' END
        FROM (SELECT 1) LEFT JOIN slot s
          ON s.id = ?2 AND coalesce(s.pickup_point_id, 'home') = ?1
        WHERE (?1 = 'home' OR EXISTS (
            SELECT 1 FROM pickup_point WHERE id = ?1 AND closed_at IS NULL))
          AND (?2 IS NULL OR s.id IS NOT NULL)`,
      args: [place, slotId, cycleId],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : {
            place: text(row, 0),
            slotId: textOrNull(row, 1),
            full: textOrNull(row, 2) as PlaceForOrder["full"],
          },
  };
}
