import {
  type CycleId,
  type EnterpriseId,
  type GroupId,
  type HouseholdId,
  id,
  type LineId,
  type OfferId,
  type OrderId,
  type PersonId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type BasisPoints, basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { OfferNow } from "#domain/orders/ordering.ts";
import type { Due } from "#domain/payments/due.ts";
import type { Row } from "#ports/database.ts";
import {
  type Cells,
  instantAt,
  instantOrNull,
  integer,
  integerOrNull,
  text,
  textOrNull,
} from "./cells.ts";
import { OFFER_NOW_COLUMNS, offerNowOf } from "./ordering.ts";
import type { Payment } from "./orders.ts";
import { type Language, languageAt } from "./persons.ts";
import { asList, readLists } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** An order's own row: who it belongs to, the terms it was placed under, its sums. */
export interface OrderRow {
  readonly id: OrderId;
  readonly code: string;
  readonly cycleId: CycleId;
  readonly hubId: EnterpriseId;
  readonly householdId: HouseholdId | null;
  readonly groupId: GroupId | null;
  /** Who ordered it signed in, or as a guest with an address that is theirs. */
  readonly personId: PersonId | null;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: Payment;
  readonly deliveryFeeCents: Cents;
  readonly cardHold: BasisPoints;
  readonly holdId: string | null;
  readonly heldCents: Cents;
  readonly placedAt: Instant;
  readonly version: number;
  readonly goodsEstimatedCents: Cents;
  readonly goodsHoldCents: Cents;
  readonly goodsFinalCents: Cents;
  readonly depositsCents: Cents;
  readonly cancelledAt: Instant | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly finalFeeCents: Cents | null;
  readonly finalTotalCents: Cents | null;
  readonly capturedCents: Cents | null;
  readonly email: string | null;
  /** Of the letters about it. */
  readonly language: Language;
  /** What was given back of its goods. */
  readonly refundedCents: Cents;
  /** The fee that it was placed under. */
  readonly networkFee: BasisPoints;
  /** The versions of the rules that it was placed under, by key. */
  readonly rules: Readonly<Record<string, number>>;
  /** What its card did not pay. */
  readonly due: Due | null;
}

/** Whose the address is that a guest gave: whoever reads the letters to it has the link anyway. */
const PERSON_OF_CONTACT = `SELECT e.person_id FROM order_contact g
  JOIN person_email e ON e.folded = lower(g.email) AND e.confirmed_at IS NOT NULL
    AND e.removed_at IS NULL
  WHERE g.order_id = o.id`;

export function orderRow(orderId: OrderId): Loader<OrderRow | null> {
  return {
    statement: {
      sql: `SELECT o.id, o.code, o.cycle_id, c.hub_id, o.household_id, h.group_id, o.place,
          o.slot_id, o.payment, o.delivery_fee_cents, o.card_hold_basis_points, o.hold_id,
          o.hold_cents, o.placed_at, o.version, o.goods_estimated_cents, o.goods_hold_cents,
          o.goods_final_cents, o.deposits_cents, o.cancelled_at, o.handed_out_at, o.settled_at,
          o.final_fee_cents, o.final_total_cents, o.captured_cents,
          coalesce((SELECT email FROM order_contact WHERE order_id = o.id),
            (SELECT email FROM household_profile WHERE household_id = o.household_id)),
          d.number, d.amount_cents, d.effect_id, coalesce(o.person_id, (${PERSON_OF_CONTACT})),
          o.refunded_cents, o.network_fee_basis_points,
          o.rules, o.language
        FROM customer_order o JOIN cycle c ON c.id = o.cycle_id
        LEFT JOIN payment_due d ON d.order_id = o.id AND d.ended_at IS NULL
        LEFT JOIN household h ON h.id = o.household_id WHERE o.id = ?`,
      args: [orderId],
    },
    parse: ([row]) => (row === undefined ? null : toOrder(row)),
  };
}

/** A line with its offer as it stands now. */
export interface LineRow {
  readonly id: LineId;
  readonly seq: number;
  readonly version: number;
  readonly offer: OfferNow;
  readonly offerId: OfferId;
  readonly productName: string;
  readonly producerName: string;
  readonly state: LineState;
}

const LINE = asList(`${OFFER_NOW_COLUMNS}, l.id, l.seq, l.version, l.status, l.wanted_milli,
  l.tolerance_milli, l.allocated_milli, l.lost_milli, l.delivered_milli, l.actual_grams,
  l.estimated_cents, l.hold_cents, l.final_cents, l.deposit_cents, l.load_grams, l.refunded_cents,
  p.name, e.name`);

/** The lines of an order that were not withdrawn, in the order they came. */
export function orderLines(orderId: OrderId, now: Instant): Loader<LineRow[]> {
  return {
    statement: {
      sql: `SELECT ${LINE}
        FROM order_line l JOIN offer o ON o.id = l.offer_id JOIN cycle c ON c.id = o.cycle_id
        JOIN product p ON p.id = o.product_id JOIN enterprise e ON e.id = o.enterprise_id
        WHERE l.order_id = ?2 AND l.status <> 'withdrawn' ORDER BY l.seq`,
      args: [now, orderId],
    },
    parse: (rows) => readLists(rows, toLine),
  };
}

function toLine(row: Cells): LineRow {
  const offer = offerNowOf(row);
  return {
    id: id<LineId>(text(row, 16)),
    seq: integer(row, 17),
    version: integer(row, 18),
    offer,
    offerId: offer.terms.offerId,
    state: lineStateOf(row, 19),
    productName: text(row, 32),
    producerName: text(row, 33),
  };
}

/** Reads a line's state from thirteen cells that begin at `at`, as `order_line` lists them. */
export function lineStateOf(row: Cells, at: number): LineState {
  const allocated = integerOrNull(row, at + 3);
  const delivered = integerOrNull(row, at + 5);
  const weighed = integerOrNull(row, at + 6);
  return {
    status: text(row, at) as LineState["status"],
    wantedMilli: milli(integer(row, at + 1)),
    toleranceMilli: milli(integer(row, at + 2)),
    allocatedMilli: allocated === null ? null : milli(allocated),
    lostMilli: milli(integer(row, at + 4)),
    deliveredMilli: delivered === null ? null : milli(delivered),
    actualGrams: weighed === null ? null : grams(weighed),
    estimatedCents: cents(integer(row, at + 7)),
    holdCents: cents(integer(row, at + 8)),
    finalCents: centsOrNull(row, at + 9),
    depositCents: cents(integer(row, at + 10)),
    loadGrams: grams(integer(row, at + 11)),
    refundedCents: cents(integer(row, at + 12)),
  };
}

function toOrder(row: Row): OrderRow {
  const household = textOrNull(row, 4);
  const group = textOrNull(row, 5);
  return {
    id: id<OrderId>(text(row, 0)),
    code: text(row, 1),
    cycleId: id<CycleId>(text(row, 2)),
    hubId: id<EnterpriseId>(text(row, 3)),
    householdId: household === null ? null : id<HouseholdId>(household),
    groupId: group === null ? null : id<GroupId>(group),
    place: text(row, 6),
    slotId: textOrNull(row, 7),
    payment: text(row, 8) as Payment,
    deliveryFeeCents: cents(integer(row, 9)),
    cardHold: basisPoints(integer(row, 10)),
    holdId: textOrNull(row, 11),
    heldCents: cents(integer(row, 12)),
    placedAt: instantAt(row, 13),
    version: integer(row, 14),
    goodsEstimatedCents: cents(integer(row, 15)),
    goodsHoldCents: cents(integer(row, 16)),
    goodsFinalCents: cents(integer(row, 17)),
    depositsCents: cents(integer(row, 18)),
    cancelledAt: instantOrNull(row, 19),
    handedOutAt: instantOrNull(row, 20),
    settledAt: instantOrNull(row, 21),
    finalFeeCents: centsOrNull(row, 22),
    finalTotalCents: centsOrNull(row, 23),
    capturedCents: centsOrNull(row, 24),
    email: textOrNull(row, 25),
    due: dueOf(row, 26),
    personId: personOf(row, 29),
    refundedCents: cents(integer(row, 30)),
    networkFee: basisPoints(integer(row, 31)),
    rules: JSON.parse(text(row, 32)) as OrderRow["rules"],
    language: languageAt(row, 33),
  };
}

function personOf(row: Row, at: number): PersonId | null {
  const person = textOrNull(row, at);
  return person === null ? null : id<PersonId>(person);
}

function dueOf(row: Row, at: number): Due | null {
  const number = integerOrNull(row, at);
  if (number === null) return null;
  const amountCents = cents(integer(row, at + 1));
  return { number, amountCents, effectId: integerOrNull(row, at + 2) };
}

function centsOrNull(row: Cells, at: number): Cents | null {
  const value = integerOrNull(row, at);
  return value === null ? null : cents(value);
}
