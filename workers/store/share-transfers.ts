import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId, ShareTransferId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { shareTransfer } from "#schema/members.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** What the database says to a second transfer that waits, and to one that is over. */
export const TRANSFER_OPEN = "share_transfer.from_id";
export const TRANSFER_ENDED = "refused:transfer-ended";
export const TRANSFER_ACCEPTED = "refused:transfer-accepted";

/** A transfer that was asked for, with who gives and who is to have. */
export interface TransferRow {
  readonly id: ShareTransferId;
  readonly fromId: MemberId;
  readonly toId: MemberId;
  readonly shares: number;
  readonly askedAt: Instant;
  readonly ending: "done" | "denied" | "withdrawn" | "declined" | null;
  readonly endedAt: Instant | null;
  readonly reason: string | null;
  /** When whoever is to have them said yes. */
  readonly acceptedAt: Instant | null;
  readonly fromNo: number | null;
  readonly fromName: string;
  readonly toNo: number | null;
  readonly toName: string;
}

const TRANSFER = `SELECT t.id, t.from_id, t.to_id, t.shares, t.asked_at, t.ending, t.ended_at,
    t.reason, t.accepted_at, f.book_no, coalesce(fi.name, ''), r.book_no, coalesce(ri.name, '')
  FROM share_transfer t JOIN member f ON f.id = t.from_id JOIN member r ON r.id = t.to_id
    LEFT JOIN member_identity fi ON fi.member_id = f.id
    LEFT JOIN member_identity ri ON ri.member_id = r.id`;

export function transferById(id: ShareTransferId): Loader<TransferRow | null> {
  return firstOrNull({
    statement: { sql: `${TRANSFER} WHERE t.id = ?`, args: [id] },
    parse: (rows) => rows.map(toTransfer),
  });
}

/** Transfers that wait, those that were asked for first in front. */
export function openTransfers(most: number): Loader<TransferRow[]> {
  return {
    statement: {
      sql: `${TRANSFER} WHERE t.ended_at IS NULL ORDER BY t.asked_at, t.id LIMIT ?`,
      args: [most],
    },
    parse: (rows) => rows.map(toTransfer),
  };
}

/** Transfers from or to whoever is signed in that wait, or ended since a moment. */
export function ownTransfers(session: Digest | null, since: Instant): Loader<TransferRow[]> {
  const own = "SELECT id FROM member WHERE person_id = (SELECT person_id FROM me)";
  return {
    statement: {
      sql: `WITH me AS (SELECT person_id FROM session WHERE digest = ?1) ${TRANSFER}
        WHERE (t.from_id IN (${own}) OR t.to_id IN (${own}))
          AND coalesce(t.ended_at, ?2) >= ?2 ORDER BY t.asked_at DESC, t.id DESC LIMIT 50`,
      args: [session, since],
    },
    parse: (rows) => rows.map(toTransfer),
  };
}

export function insertTransfer(asked: {
  readonly id: ShareTransferId;
  readonly fromId: MemberId;
  readonly toId: MemberId;
  readonly shares: number;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly acceptedAt: Instant | null;
}): Statement {
  return insertInto(shareTransfer, asked);
}

/** Ends a transfer: of two who do so at once the second is refused. */
export function endTransfer(
  id: ShareTransferId,
  ended: {
    readonly ending: NonNullable<TransferRow["ending"]>;
    readonly endedAt: Instant;
    readonly endedBy: string;
    readonly reason: string | null;
  },
): Statement {
  return updateById(shareTransfer, id, ended);
}

/** Writes down that whoever is to have the shares wants them. */
export function acceptShares(id: ShareTransferId, acceptedAt: Instant): Statement {
  return updateById(shareTransfer, id, { acceptedAt });
}

function toTransfer(row: Row): TransferRow {
  return {
    id: text(row, 0) as ShareTransferId,
    fromId: text(row, 1) as MemberId,
    toId: text(row, 2) as MemberId,
    shares: integer(row, 3),
    askedAt: instantAt(row, 4),
    ending: textOrNull(row, 5) as TransferRow["ending"],
    endedAt: instantOrNull(row, 6),
    reason: textOrNull(row, 7),
    acceptedAt: instantOrNull(row, 8),
    fromNo: integerOrNull(row, 9),
    fromName: text(row, 10),
    toNo: integerOrNull(row, 11),
    toName: text(row, 12),
  };
}
