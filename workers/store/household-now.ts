import { type GroupId, type HouseholdId, id } from "#domain/kernel/ids.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Language, languageAt, languageSql } from "./persons.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A household as it stands, whatever the cycle: its group, its wallet, where it gets letters. */
export interface HouseholdNow {
  readonly householdId: HouseholdId;
  readonly groupId: GroupId | null;
  readonly coordinatesGroup: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: Language;
  readonly hasAddress: boolean;
  /** What its wallet has free; null when it has no wallet. */
  readonly availableCents: Cents | null;
  /** Orders of it that are neither paid nor cancelled. */
  readonly openOrders: number;
}

const HOUSEHOLD = `SELECT h.id, h.group_id, h.coordinates_group, f.name, f.email,
    coalesce(length(f.street), 0) > 0,
    (SELECT coalesce(-b.posted_cents, 0) FROM ledger_account a
      LEFT JOIN ledger_balance b ON b.account_id = a.id WHERE a.code = 'wallet:' || h.id),
    (SELECT count(*) FROM customer_order o
      WHERE o.household_id = h.id AND o.cancelled_at IS NULL AND o.settled_at IS NULL),
    ${languageSql("f.email")}
  FROM household h LEFT JOIN household_profile f ON f.household_id = h.id
  WHERE h.erased_at IS NULL AND `;

/** A household; null once it was erased. */
export function householdNow(household: HouseholdId | null): Loader<HouseholdNow | null> {
  return firstOrNull(householdsWhere("h.id = ?", household));
}

/** Who coordinates a group; null where nobody does. */
export function coordinatorNow(group: GroupId | null): Loader<HouseholdNow | null> {
  return firstOrNull(householdsWhere("h.group_id = ? AND h.coordinates_group = 1", group));
}

function householdsWhere(
  which: "h.id = ?" | "h.group_id = ? AND h.coordinates_group = 1",
  given: string | null,
): Loader<HouseholdNow[]> {
  return {
    statement: { sql: HOUSEHOLD + which, args: [given] },
    parse: (rows) => rows.map(toHousehold),
  };
}

function toHousehold(row: Row): HouseholdNow {
  const available = integerOrNull(row, 6);
  return {
    householdId: id<HouseholdId>(text(row, 0)),
    groupId: textOrNull(row, 1) as GroupId | null,
    coordinatesGroup: integer(row, 2) === 1,
    name: textOrNull(row, 3),
    email: textOrNull(row, 4),
    hasAddress: integer(row, 5) === 1,
    availableCents: available === null ? null : cents(available),
    openOrders: integer(row, 7),
    language: languageAt(row, 8),
  };
}
