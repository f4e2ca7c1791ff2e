import type { EnterpriseId, MemberId, PersonId, ShareTransferId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import type { MemberClass, MemberKind, Membership } from "#domain/membership/member.ts";
import type { Holding } from "#domain/membership/share-movement.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Language, languageAt } from "./persons.ts";
import { firstOrNull, type Loader, updateById } from "./statement.ts";
import { member } from "#schema/members.ts";

/** A membership with everything that a decision about it asks. */
export interface MemberRecord {
  readonly membership: Membership;
  readonly holding: Holding;
  readonly isInArrears: boolean;
  /** When they were last asked to pay what was due. */
  readonly demandedAt: Instant | null;
  /** Their name in the book; "" once it is forgotten. */
  readonly name: string;
  /** Where letters to whoever acts for it go. */
  readonly address: string | null;
  readonly language: Language;
  /** How many other memberships their person acts for. */
  readonly others: number;
}

export const MEMBERSHIP = `m.id, m.kind, m.person_id, m.enterprise_id, m.class, m.own_members,
  m.asked_shares, m.asked_instalments, m.applied_at, m.decision, m.decided_at, m.appealed_at,
  m.book_no, m.enrolled_on, m.suspended_at, m.exit_asked_at, m.ending, m.ended_at, m.opposed_at,
  m.version`;

export const HOLDING = `coalesce(h.shares, 0), coalesce(h.subscribed_cents, 0),
  coalesce(h.paid_cents, 0), coalesce(h.contributed_cents, 0), coalesce(h.owed_cents, 0),
  coalesce(h.number, 0)`;

/** Whether something was due before the day `?1` and is not paid. */
export const IN_ARREARS = `coalesce(h.subscribed_cents - h.paid_cents, 0) > coalesce((
  SELECT sum(due_cents) FROM share_due WHERE member_id = m.id AND due_on >= ?1), 0)`;

const RECORD = `SELECT ${MEMBERSHIP}, ${HOLDING}, ${IN_ARREARS},
    (SELECT max(at) FROM member_event WHERE member_id = m.id AND kind = 'payment-demanded'),
    coalesce(i.name, ''),
    (SELECT address FROM person_email e WHERE e.person_id = m.person_id
      AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL ORDER BY e.id LIMIT 1),
    coalesce(p.language, 'it'),
    (SELECT count(*) FROM member o WHERE o.person_id = m.person_id AND o.id <> m.id
      AND o.decision = 'admitted' AND o.ended_at IS NULL)
  FROM member AS m LEFT JOIN share_holding AS h ON h.member_id = m.id
    LEFT JOIN member_identity AS i ON i.member_id = m.id
    LEFT JOIN person_profile AS p ON p.person_id = m.person_id`;

/** A membership, whatever it stands at; null where there is none. */
export function memberRecord(memberId: MemberId, today: CivilDate): Loader<MemberRecord | null> {
  return firstOrNull({
    statement: { sql: `${RECORD} WHERE m.id = ?2`, args: [today, memberId] },
    parse: (rows) => rows.map(toRecord),
  });
}

/** The member who has this number in the book; null where nobody has it. */
export function memberNumbered(bookNo: number, today: CivilDate): Loader<MemberRecord | null> {
  return firstOrNull({
    statement: { sql: `${RECORD} WHERE m.book_no = ?2`, args: [today, bookNo] },
    parse: (rows) => rows.map(toRecord),
  });
}

const SIDES = {
  from: "SELECT from_id FROM share_transfer WHERE id = ?2",
  to: "SELECT to_id FROM share_transfer WHERE id = ?2",
} as const;

/** Who gives or who is to have the shares of a transfer. */
export function transferMember(
  transfer: ShareTransferId,
  side: keyof typeof SIDES,
  today: CivilDate,
): Loader<MemberRecord | null> {
  return firstOrNull({
    statement: { sql: `${RECORD} WHERE m.id = (${SIDES[side]})`, args: [today, transfer] },
    parse: (rows) => rows.map(toRecord),
  });
}

/** Which of these persons and enterprises there are, by id. */
export function knownAmong(ids: readonly string[]): Loader<ReadonlySet<string>> {
  return {
    statement: {
      sql: `SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM person
        WHERE erased_at IS NULL) OR value IN (SELECT id FROM enterprise)`,
      args: [JSON.stringify(ids)],
    },
    parse: (rows) => new Set(rows.map((row) => text(row, 0))),
  };
}

/** The number in the book that comes next. */
export function nextBookNo(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(book_no), 0) + 1 FROM member", args: [] },
    parse: ([row]) => (row === undefined ? 1 : integer(row, 0)),
  };
}

/** Writes what a deed changed; the number of its entry becomes the membership's version. */
export function updateMember(
  membership: Pick<Membership, "id" | "version">,
  changes: Partial<Membership>,
): Statement {
  return updateById(member, membership.id, { ...changes, version: membership.version + 1 });
}

/** Reads `MEMBERSHIP` from its first cell on. */
export function toMembership(row: Row, at = 0): Membership {
  return {
    id: text(row, at) as MemberId,
    kind: text(row, at + 1) as MemberKind,
    personId: text(row, at + 2) as PersonId,
    enterpriseId: textOrNull(row, at + 3) as EnterpriseId | null,
    class: text(row, at + 4) as MemberClass,
    ownMembers: integerOrNull(row, at + 5),
    askedShares: integer(row, at + 6),
    askedInstalments: integer(row, at + 7),
    appliedAt: instantAt(row, at + 8),
    decision: textOrNull(row, at + 9) as Membership["decision"],
    decidedAt: instantOrNull(row, at + 10),
    appealedAt: instantOrNull(row, at + 11),
    bookNo: integerOrNull(row, at + 12),
    enrolledOn: textOrNull(row, at + 13) as CivilDate | null,
    suspendedAt: instantOrNull(row, at + 14),
    exitAskedAt: instantOrNull(row, at + 15),
    ending: textOrNull(row, at + 16) as Membership["ending"],
    endedAt: instantOrNull(row, at + 17),
    opposedAt: instantOrNull(row, at + 18),
    version: integer(row, at + 19),
  };
}

/** Reads `HOLDING` from its first cell on. */
export function toHolding(row: Row, at: number): Holding {
  return {
    shares: integer(row, at),
    subscribed: cents(integer(row, at + 1)),
    paid: cents(integer(row, at + 2)),
    contributed: cents(integer(row, at + 3)),
    owed: cents(integer(row, at + 4)),
    number: integer(row, at + 5),
  };
}

function toRecord(row: Row): MemberRecord {
  return {
    membership: toMembership(row),
    holding: toHolding(row, 20),
    isInArrears: row[26] === 1,
    demandedAt: instantOrNull(row, 27),
    name: text(row, 28),
    address: textOrNull(row, 29),
    language: languageAt(row, 30),
    others: integer(row, 31),
  };
}
