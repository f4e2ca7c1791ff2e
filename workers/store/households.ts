import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Row, Statement } from "#ports/database.ts";
import { household, householdProfile } from "#schema/people.ts";
import { instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { failingSql } from "./letters.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** A buyer without its personal data. */
export interface HouseholdRow {
  readonly id: HouseholdId;
  readonly groupId: GroupId | null;
  readonly coordinatesGroup: boolean;
  /** When the wallet can spend less than this, the household is told. */
  readonly lowCreditCents: Cents;
  readonly createdAt: Instant;
}

/** Who the household is and where it lives: personal, erasable. */
export interface HouseholdProfile {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly latMicrodegrees: number | null;
  readonly lonMicrodegrees: number | null;
}

/** A household as those see it who may; the profile is null once it was erased. */
export interface HouseholdView extends HouseholdRow {
  /** Letters to its address come back, or are not wanted: it gets the essential ones only. */
  readonly emailFails: boolean;
  readonly profile: HouseholdProfile | null;
}

const SELECT = `SELECT id, group_id, coordinates_group, low_credit_cents, created_at,
    name, email, phone, street, postcode, town, lat_microdegrees, lon_microdegrees,
    ${failingSql("household_profile.email")}
  FROM household LEFT JOIN household_profile ON household_id = id`;

export function householdById(id: HouseholdId): Loader<HouseholdView | null> {
  return firstOrNull({
    statement: { sql: `${SELECT} WHERE id = ?`, args: [id] },
    parse: (rows) => rows.map(toHousehold),
  });
}

/** Households in the order in which they joined: of the whole network, or of one group. */
export function householdPage(
  asked: PageAsked,
  group: GroupId | null,
): Loader<Page<HouseholdView>> {
  const { after, limit } = pageValues(asked);
  const statement =
    group === null
      ? { sql: `${SELECT} WHERE id > ? ORDER BY id LIMIT ?`, args: [after, limit] }
      : {
          sql: `${SELECT} WHERE group_id = ? AND id > ? ORDER BY id LIMIT ?`,
          args: [group, after, limit],
        };
  return paged({ statement, parse: (rows) => rows.map(toHousehold) }, asked, ({ id }) => id);
}

export function insertHousehold(row: HouseholdRow, profile: HouseholdProfile): Statement[] {
  return [
    insertInto(household, row),
    insertInto(householdProfile, { ...profile, householdId: row.id }),
  ];
}

function toHousehold(row: Row): HouseholdView {
  return {
    id: text(row, 0) as HouseholdId,
    groupId: textOrNull(row, 1) as GroupId | null,
    coordinatesGroup: row[2] === 1,
    lowCreditCents: cents(integer(row, 3)),
    createdAt: instantAt(row, 4),
    emailFails: integer(row, 13) === 1,
    profile: row[5] === null ? null : toProfile(row),
  };
}

function toProfile(row: Row): HouseholdProfile {
  return {
    name: text(row, 5),
    email: textOrNull(row, 6),
    phone: textOrNull(row, 7),
    street: text(row, 8),
    postcode: text(row, 9),
    town: text(row, 10),
    latMicrodegrees: integerOrNull(row, 11),
    lonMicrodegrees: integerOrNull(row, 12),
  };
}
