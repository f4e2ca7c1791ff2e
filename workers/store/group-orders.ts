import {
  type GroupId,
  type HouseholdId,
  id,
  type OfferId,
  type OrderId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineStatus } from "#domain/orders/line.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import {
  GROUP_CYCLE,
  groupOrderAt,
  type GroupOrderAsked,
  type GroupOrderIn,
} from "./group-shown.ts";
import { type Language, languageAt, languageSql } from "./persons.ts";
import { asList, readLists } from "./row-lists.ts";
import {
  MINIMUM_COLUMNS,
  type SellerMinimum,
  sellerMinimumOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  SHOWN_WIDTH,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** A household of a group, with its order in the cycle, if it has one. */
export interface GroupHousehold {
  readonly householdId: HouseholdId;
  readonly name: string | null;
  /** The network lets the group read its name among those who ordered. */
  readonly isNamed: boolean;
  readonly email: string | null;
  readonly language: Language;
  readonly coordinatesGroup: boolean;
  /** What its wallet has free; null when it has none. */
  readonly availableCents: Cents | null;
  readonly order: GroupHouseholdOrder | null;
}

export interface GroupHouseholdOrder {
  readonly id: OrderId;
  readonly code: string;
  readonly place: string;
  readonly payment: "wallet" | "card" | "at-pickup";
  readonly placedAt: Instant;
  readonly lines: number;
  readonly estimatedCents: Cents;
  readonly finalCents: Cents;
  readonly depositsCents: Cents;
  readonly handedOutAt: Instant | null;
}

const NAMES_AT = (instant: string) => `(SELECT value FROM rule_version
  WHERE key = 'group-sees-names' AND subject = '' AND effective_at <= ${instant}
    AND coalesce(expires_at > ${instant}, 1)
  ORDER BY version DESC LIMIT 1)`;

/** The households of a group, those who ordered first, by name. */
export function groupHouseholds(asked: GroupOrderAsked | GroupOrderIn): Loader<GroupHousehold[]> {
  return {
    statement: {
      sql: `SELECT h.id, f.name,
          ${NAMES_AT("?1")} IS 'yes' AND ${NAMES_AT("o.placed_at")} IS 'yes',
          f.email, h.coordinates_group,
          (SELECT coalesce(-b.posted_cents, 0) FROM ledger_account a
            LEFT JOIN ledger_balance b ON b.account_id = a.id WHERE a.code = 'wallet:' || h.id),
          o.id, o.code, o.place, o.payment, o.placed_at, o.lines, o.goods_estimated_cents,
          o.goods_final_cents, o.deposits_cents, o.handed_out_at,
          ${languageSql("f.email")}
        FROM household h LEFT JOIN household_profile f ON f.household_id = h.id
        LEFT JOIN customer_order o ON o.household_id = h.id AND o.cancelled_at IS NULL
          AND o.cycle_id = (${GROUP_CYCLE})
        WHERE h.group_id = ?4 AND h.erased_at IS NULL ORDER BY o.id IS NULL, f.name, h.id`,
      args: groupOrderAt(asked),
    },
    parse: (rows) => rows.map(toHousehold),
  };
}

function toHousehold(row: Row): GroupHousehold {
  const available = integerOrNull(row, 5);
  return {
    householdId: id<HouseholdId>(text(row, 0)),
    name: textOrNull(row, 1),
    isNamed: row[2] === 1,
    email: textOrNull(row, 3),
    language: languageAt(row, 16),
    coordinatesGroup: integer(row, 4) === 1,
    availableCents: available === null ? null : cents(available),
    order: row[6] === null ? null : toOrder(row),
  };
}

function toOrder(row: Row): GroupHouseholdOrder {
  return {
    id: id<OrderId>(text(row, 6)),
    code: text(row, 7),
    place: text(row, 8),
    payment: text(row, 9) as GroupHouseholdOrder["payment"],
    placedAt: instantAt(row, 10),
    lines: integer(row, 11),
    estimatedCents: cents(integer(row, 12)),
    finalCents: cents(integer(row, 13)),
    depositsCents: cents(integer(row, 14)),
    handedOutAt: instantOrNull(row, 15),
  };
}

/** A line of a group's order: whose, of what, and what has become of it. */
export interface GroupLine {
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  readonly status: LineStatus;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  /** Null before the close. */
  readonly allocatedMilli: Milli | null;
  readonly deliveredMilli: Milli | null;
  readonly actualGrams: number | null;
  readonly estimatedCents: Cents;
  readonly finalCents: Cents | null;
}

/** What stands of an order that stands: of the group ?4 in its cycle. */
const OWN_LINES = `FROM customer_order o JOIN household h ON h.id = o.household_id
    AND h.group_id = ?4
  JOIN order_line l ON l.order_id = o.id AND l.status NOT IN ('new', 'withdrawn')
  WHERE o.cancelled_at IS NULL AND o.cycle_id = (${GROUP_CYCLE})`;

/** The lines of a group's households, in the order of the shelf. */
export function groupLines(asked: GroupOrderAsked): Loader<GroupLine[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`l.order_id, l.offer_id, l.status, l.wanted_milli, l.tolerance_milli,
          l.allocated_milli, l.delivered_milli, l.actual_grams, l.estimated_cents,
          l.final_cents`)} ${OWN_LINES} ORDER BY l.seq`,
      args: groupOrderAt(asked),
    },
    parse: (rows) =>
      readLists(rows, (cells) => {
        const amount = (at: number) => {
          const value = integerOrNull(cells, at);
          return value === null ? null : milli(value);
        };
        const final = integerOrNull(cells, 9);
        return {
          orderId: id<OrderId>(text(cells, 0)),
          offerId: id<OfferId>(text(cells, 1)),
          status: text(cells, 2) as LineStatus,
          wantedMilli: milli(integer(cells, 3)),
          toleranceMilli: milli(integer(cells, 4)),
          allocatedMilli: amount(5),
          deliveredMilli: amount(6),
          actualGrams: integerOrNull(cells, 7),
          estimatedCents: cents(integer(cells, 8)),
          finalCents: final === null ? null : cents(final),
        };
      }),
  };
}

/** An offer that somebody of a group ordered, with its producer's minimum. */
export interface GroupOffer extends ShownOffer {
  readonly minimum: SellerMinimum;
}

export function groupOffers(asked: GroupOrderAsked): Loader<GroupOffer[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`${SHOWN_COLUMNS}, ${MINIMUM_COLUMNS}`)}
        FROM (SELECT DISTINCT l.offer_id AS chosen ${OWN_LINES}) AS part
        JOIN offer o ON o.id = part.chosen ${SHOWN_JOINS} ORDER BY o.position, o.id`,
      args: groupOrderAt(asked),
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        ...shownOfferOf(cells),
        minimum: sellerMinimumOf(cells, SHOWN_WIDTH),
      })),
  };
}

/** How much of an offer each group wants, and those who are in none. */
export interface GroupShare {
  readonly offerId: OfferId;
  /** Null for households without a group, and guests. */
  readonly groupId: GroupId | null;
  readonly groupName: string | null;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
}

/** Of what a group ordered, how much everybody wants, group by group. */
export function groupShares(asked: GroupOrderAsked): Loader<GroupShare[]> {
  return {
    statement: {
      sql: `SELECT l.offer_id, g.id, g.name, sum(l.wanted_milli), sum(l.tolerance_milli)
        FROM (SELECT DISTINCT l.offer_id AS chosen ${OWN_LINES}) AS part
        JOIN order_line l ON l.offer_id = part.chosen AND l.status NOT IN ('new', 'withdrawn')
        JOIN customer_order o ON o.id = l.order_id AND o.cancelled_at IS NULL
        LEFT JOIN household h ON h.id = o.household_id
        LEFT JOIN buying_group g ON g.id = h.group_id
        GROUP BY l.offer_id, g.id ORDER BY g.name IS NULL, g.name`,
      args: groupOrderAt(asked),
    },
    parse: (rows) =>
      rows.map((row) => ({
        offerId: id<OfferId>(text(row, 0)),
        groupId: textOrNull(row, 1) as GroupId | null,
        groupName: textOrNull(row, 2),
        wantedMilli: milli(integer(row, 3)),
        toleranceMilli: milli(integer(row, 4)),
      })),
  };
}
