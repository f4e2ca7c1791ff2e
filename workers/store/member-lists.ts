import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { EntryKind, Identity } from "#domain/membership/book-entry.ts";
import type { MemberClass, MemberKind, Membership } from "#domain/membership/member.ts";
import type { Holding, Instalment, MovementKind } from "#domain/membership/share-movement.ts";
import type { Row } from "#ports/database.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { HOLDING, IN_ARREARS, MEMBERSHIP, toHolding, toMembership } from "./member-records.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Somebody in the book, as other members read them. */
export interface BookLine {
  readonly bookNo: number;
  readonly name: string;
  readonly kind: MemberKind;
  readonly class: MemberClass;
  readonly enrolledOn: CivilDate;
  readonly isSuspended: boolean;
}

/** Who is in the book today, by their number in it. */
export function bookPage(asked: PageAsked): Loader<Page<BookLine>> {
  const statement = {
    sql: `SELECT m.book_no, coalesce(i.name, ''), m.kind, m.class, m.enrolled_on,
        m.suspended_at IS NOT NULL
      FROM member m LEFT JOIN member_identity i ON i.member_id = m.id
      WHERE m.book_no > ?1 AND m.decision = 'admitted' AND m.ended_at IS NULL
      ORDER BY m.book_no LIMIT ?2`,
    args: [numberAfter(asked), asked.limit + 1],
  };
  return paged({ statement, parse: toBookLines }, asked, ({ bookNo }) => String(bookNo));
}

function toBookLines(rows: readonly Row[]): BookLine[] {
  return rows.map((row) => ({
    bookNo: integer(row, 0),
    name: text(row, 1),
    kind: text(row, 2) as MemberKind,
    class: text(row, 3) as MemberClass,
    enrolledOn: text(row, 4) as CivilDate,
    isSuspended: row[5] === 1,
  }));
}

/** A membership with everything that the book says of it, for those who keep it. */
export interface RegisterLine {
  readonly membership: Membership;
  readonly holding: Holding;
  readonly isInArrears: boolean;
  /** Null once ten years went by since they left. */
  readonly identity: Identity | null;
}

/** A line of the register, to be read by `toLine`. */
export const LINE_COLUMNS = `SELECT ${MEMBERSHIP}, ${HOLDING}, ${IN_ARREARS}, i.name, i.tax_code,
    i.born_on, i.born_in, i.represented_by, i.street, i.postcode, i.town`;
export const LINE_FROM = `FROM member AS m LEFT JOIN share_holding AS h ON h.member_id = m.id
    LEFT JOIN member_identity AS i ON i.member_id = m.id`;
const LINE = `${LINE_COLUMNS} ${LINE_FROM}`;

/** Everybody who ever was in the book, by number: who left stays readable. */
export function registerPage(asked: PageAsked, today: CivilDate): Loader<Page<RegisterLine>> {
  const statement = {
    sql: `${LINE} WHERE m.book_no > ?2 ORDER BY m.book_no LIMIT ?3`,
    args: [today, numberAfter(asked), asked.limit + 1],
  };
  return paged({ statement, parse: toLines }, asked, ({ membership }) => String(membership.bookNo));
}

/** A membership by its id, or by its number in the book. */
export type WhichMember = MemberId | number;

/** One membership with everything that the book says of it. */
export function registerLine(which: WhichMember, today: CivilDate): Loader<RegisterLine | null> {
  return firstOrNull({
    statement: { sql: `${LINE} WHERE ${isWhich(which, "?2")}`, args: [today, which] },
    parse: toLines,
  });
}

function isWhich(which: WhichMember, place: "?1" | "?2"): string {
  return typeof which === "number" ? `m.book_no = ${place}` : `m.id = ${place}`;
}

/** An entry of the book as it is read. */
export interface EntryLine {
  readonly number: number;
  readonly kind: EntryKind;
  readonly ground: string;
  readonly at: Instant;
  readonly words: string | null;
}

/** A movement of shares as it is read. */
export interface MovementLine {
  readonly kind: MovementKind;
  readonly at: Instant;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
  readonly owedCents: Cents;
}

/** The history of a membership: its entries, its shares, and what is due when. */
export interface MemberHistory {
  readonly id: MemberId;
  readonly entries: readonly EntryLine[];
  readonly movements: readonly MovementLine[];
  readonly dues: readonly Instalment[];
}

const HISTORY = `SELECT m.id,
    (SELECT json_group_array(json_object('number', e.number, 'kind', e.kind, 'ground', e.ground,
        'at', e.at, 'words', w.words) ORDER BY e.number)
      FROM member_event e LEFT JOIN member_event_words w ON w.event_id = e.id
      WHERE e.member_id = m.id),
    (SELECT json_group_array(json_object('kind', s.kind, 'at', s.at, 'shares', s.shares,
        'subscribedCents', s.subscribed_cents, 'paidCents', s.paid_cents,
        'owedCents', s.owed_cents) ORDER BY s.number) FROM share_event s WHERE s.member_id = m.id),
    (SELECT json_group_array(json_object('dueOn', d.due_on, 'amount', d.due_cents)
        ORDER BY d.due_on) FROM share_due d WHERE d.member_id = m.id)
  FROM member m`;

export function memberHistory(which: WhichMember): Loader<MemberHistory | null> {
  return firstOrNull({
    statement: { sql: `${HISTORY} WHERE ${isWhich(which, "?1")}`, args: [which] },
    parse: (rows) => rows.map(toHistory),
  });
}

const MINE = "m.person_id = (SELECT person_id FROM session WHERE digest = ?";

/** The memberships of who is signed in with this session, whatever they stand at, newest first. */
export function ownMemberships(
  session: Digest | null,
  today: CivilDate,
): Loader<readonly RegisterLine[]> {
  return {
    statement: {
      sql: `${LINE} WHERE ${MINE}2) ORDER BY m.id DESC LIMIT 50`,
      args: [today, session],
    },
    parse: toLines,
  };
}

/** Their histories. */
export function ownHistories(session: Digest | null): Loader<readonly MemberHistory[]> {
  return {
    statement: { sql: `${HISTORY} WHERE ${MINE}) ORDER BY m.id DESC LIMIT 50`, args: [session] },
    parse: (rows) => rows.map(toHistory),
  };
}

function toHistory(row: Row): MemberHistory {
  return {
    id: text(row, 0) as MemberId,
    entries: JSON.parse(text(row, 1)) as EntryLine[],
    movements: JSON.parse(text(row, 2)) as MovementLine[],
    dues: JSON.parse(text(row, 3)) as Instalment[],
  };
}

function numberAfter({ after }: PageAsked): number {
  return after === null || !/^\d{1,9}$/.test(after) ? 0 : Number(after);
}

function toLines(rows: readonly Row[]): RegisterLine[] {
  return rows.map(toLine);
}

export function toLine(row: Row): RegisterLine {
  const name = textOrNull(row, 27);
  return {
    membership: toMembership(row),
    holding: toHolding(row, 20),
    isInArrears: row[26] === 1,
    identity:
      name === null
        ? null
        : {
            name,
            taxCode: text(row, 28),
            bornOn: textOrNull(row, 29) as CivilDate | null,
            bornIn: textOrNull(row, 30),
            representedBy: textOrNull(row, 31),
            street: text(row, 32),
            postcode: text(row, 33),
            town: text(row, 34),
          },
  };
}
