import type { EnterpriseId, MemberId, PersonId } from "#domain/kernel/ids.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { MemberClass, MemberKind } from "#domain/membership/member.ts";
import type { Row } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Shown } from "./held.ts";
import type { Loader } from "./statement.ts";

/** Somebody in the members' book on a day, with what an electorate asks about them. */
export interface BookMember {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly kind: MemberKind;
  readonly class: MemberClass;
  readonly bookNo: number;
  readonly enrolledOn: CivilDate;
  readonly state: "active" | "suspended";
  /** Something of their shares was due before that day and is not paid. */
  readonly isInArrears: boolean;
  /** How many members a legal person has itself, where it said so. */
  readonly ownMembers: number | null;
  readonly enterpriseId: EnterpriseId | null;
  readonly name: string;
}

const IN_BOOK = `SELECT m.id, m.person_id, m.kind, m.class, m.book_no, m.enrolled_on,
    m.suspended_at, m.own_members, m.enterprise_id, coalesce(i.name, ''),
    coalesce(h.subscribed_cents - h.paid_cents, 0) > coalesce((
      SELECT sum(due_cents) FROM share_due WHERE member_id = m.id AND due_on >= ?1), 0)
  FROM member AS m LEFT JOIN member_identity AS i ON i.member_id = m.id
    LEFT JOIN share_holding AS h ON h.member_id = m.id
  WHERE m.decision = 'admitted' AND m.ended_at IS NULL`;

/** Everybody in the book on a day, by their number in it. */
export function membersBook(on: CivilDate): Loader<readonly BookMember[]> {
  return {
    statement: { sql: `${IN_BOOK} ORDER BY m.book_no`, args: [on] },
    parse: (rows) => rows.map(toBookMember),
  };
}

/** The memberships that somebody acts for: their own, and those of legal persons. */
export function memberOf(personId: PersonId, on: CivilDate): Loader<readonly BookMember[]> {
  return {
    statement: { sql: `${IN_BOOK} AND m.person_id = ?2 ORDER BY m.book_no`, args: [on, personId] },
    parse: (rows) => rows.map(toBookMember),
  };
}

/**
 * The memberships that whoever sends a request acts for, before anybody has read who that is: of
 * the person of a session, or of the person whose passkey signs what a token does.
 */
export function membersShown(
  { session, bearer }: Shown,
  on: CivilDate,
): Loader<readonly BookMember[]> {
  return {
    statement: {
      sql: `${IN_BOOK} AND m.person_id IN (SELECT person_id FROM session WHERE digest = ?2
          UNION SELECT person_id FROM access_token WHERE digest = ?3) ORDER BY m.book_no`,
      args: [on, session, bearer],
    },
    parse: (rows) => rows.map(toBookMember),
  };
}

function toBookMember(row: Row): BookMember {
  return {
    memberId: text(row, 0) as MemberId,
    personId: text(row, 1) as PersonId,
    kind: text(row, 2) as MemberKind,
    class: text(row, 3) as MemberClass,
    bookNo: integer(row, 4),
    enrolledOn: text(row, 5) as CivilDate,
    state: row[6] === null ? "active" : "suspended",
    isInArrears: row[10] === 1,
    ownMembers: integerOrNull(row, 7),
    enterpriseId: textOrNull(row, 8) as EnterpriseId | null,
    name: text(row, 9),
  };
}

/** How many are in the book today. */
export function inBookNow(): Loader<number> {
  return {
    statement: {
      sql: "SELECT count(*) FROM member WHERE decision = 'admitted' AND ended_at IS NULL",
      args: [],
    },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}
