import type { MemberId } from "#domain/kernel/ids.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import { text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Where a member is written to, and in which language. */
export interface MemberAddress {
  readonly memberId: MemberId;
  readonly address: string;
  readonly language: LetterLang;
}

/** Everybody in the book who has a confirmed address, once each. */
export function memberAddresses(): Loader<readonly MemberAddress[]> {
  return {
    statement: {
      sql: `SELECT m.id, e.address, coalesce(p.language, 'it') FROM member m
          JOIN person_email e ON e.id = (
            SELECT id FROM person_email WHERE person_id = m.person_id
              AND confirmed_at IS NOT NULL AND removed_at IS NULL ORDER BY id LIMIT 1)
          LEFT JOIN person_profile p ON p.person_id = m.person_id
        WHERE m.decision = 'admitted' AND m.ended_at IS NULL ORDER BY m.book_no`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        memberId: text(row, 0) as MemberId,
        address: text(row, 1),
        language: text(row, 2) === "en" ? "en" : "it",
      })),
  };
}
