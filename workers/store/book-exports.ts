import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import type { EntryKind } from "#domain/membership/book-entry.ts";
import type { MovementKind } from "#domain/membership/share-movement.ts";
import type { ExportedEntry } from "#domain/membership/verify-entries.ts";
import type { ExportedMovement } from "#domain/membership/verify-movements.ts";
import { instantAt, integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A run of numbered rows: after one, up to another. */
export interface Run {
  readonly after: number;
  readonly upTo: number;
}

/** The numbers of the last entry of the book and of the last movement of shares. */
export function lastInBook(): Loader<{ readonly entries: number; readonly movements: number }> {
  return {
    statement: {
      sql: `SELECT (SELECT coalesce(max(id), 0) FROM member_event),
        (SELECT coalesce(max(id), 0) FROM share_event)`,
      args: [],
    },
    parse: ([row]) =>
      row === undefined
        ? { entries: 0, movements: 0 }
        : { entries: integer(row, 0), movements: integer(row, 1) },
  };
}

/** Entries of the members' book as they are sealed, in the order they were made. */
export function entriesIn({ after, upTo }: Run): Loader<ExportedEntry[]> {
  return {
    statement: {
      sql: `SELECT id, member_id, number, kind, ground, detail, at, actor, digest
        FROM member_event WHERE id > ? AND id <= ? ORDER BY id`,
      args: [after, upTo],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: integer(row, 0),
        memberId: text(row, 1) as MemberId,
        number: integer(row, 2),
        kind: text(row, 3) as EntryKind,
        ground: text(row, 4),
        detail: text(row, 5),
        at: instantAt(row, 6),
        actor: text(row, 7),
        digest: text(row, 8) as Digest,
      })),
  };
}

/** Movements of shares as they are sealed, in the order they were written. */
export function movementsIn({ after, upTo }: Run): Loader<ExportedMovement[]> {
  return {
    statement: {
      sql: `SELECT id, member_id, number, kind, shares, subscribed_cents, paid_cents,
          contributed_cents, owed_cents, plan, tx_ref, at, actor, digest
        FROM share_event WHERE id > ? AND id <= ? ORDER BY id`,
      args: [after, upTo],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: integer(row, 0),
        memberId: text(row, 1) as MemberId,
        number: integer(row, 2),
        kind: text(row, 3) as MovementKind,
        shares: integer(row, 4),
        subscribed: cents(integer(row, 5)),
        paid: cents(integer(row, 6)),
        contributed: cents(integer(row, 7)),
        owed: cents(integer(row, 8)),
        plan: text(row, 9),
        txRef: text(row, 10),
        at: instantAt(row, 11),
        actor: text(row, 12),
        digest: text(row, 13) as Digest,
      })),
  };
}
