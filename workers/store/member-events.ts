import { type BookEntry, entryDigest, type Identity } from "#domain/membership/book-entry.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { member, memberEvent, memberIdentity } from "#schema/members.ts";
import { insertInto } from "./statement.ts";

/** What the database says to a decision on what a membership no longer is. */
export const MEMBER_CHANGED = "refused:member-changed";
/** What it says to somebody who is in the book, or waits for an answer, already. */
export const MEMBER_ALREADY = "refused:member-already";
export const TAX_CODE_TAKEN = "refused:tax-code-taken";
/** Two were given the same number in the book. */
export const BOOK_NO_TAKEN = "member.book_no";

type MemberRow = typeof member.$inferInsert;

/** A new membership: its row as it stands after its first entries. */
export function insertMember(row: MemberRow): Statement {
  return insertInto(member, row);
}

/** What names a member, with the salt of its digest. */
export function insertIdentity(memberId: MemberId, identity: Identity, salt: string): Statement {
  return insertInto(memberIdentity, { memberId, ...identity, salt });
}

/** Writes an entry, and what was said of it where words may be forgotten. */
export function writeEntry(entry: BookEntry, words: string | null = null): Statement[] {
  const insert = insertInto(memberEvent, { ...entry, digest: entryDigest(entry) });
  if (words === null) return [insert];
  const said = {
    sql: `INSERT INTO member_event_words (event_id, words)
      SELECT id, ?3 FROM member_event WHERE member_id = ?1 AND number = ?2`,
    args: [entry.memberId, entry.number, words],
  };
  return [insert, said];
}
