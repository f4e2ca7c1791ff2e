import { type CodeSent, CODES_AN_HOUR } from "#domain/access/mail-code.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { MailCodeId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { mailCode } from "#schema/identity.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** Guards: too many letters to one address, one try too many, used meanwhile. */
export const CODES_MANY = "refused:codes-many";
export const TRIES_MANY = "mail_code_tries_few";
export const CODE_USED = "refused:code-spent";

/** How many codes went to an address in the last hour. */
export function codesSent(folded: string, now: Instant): Loader<number> {
  return {
    statement: {
      sql: "SELECT count(*) FROM mail_code WHERE folded = ? AND sent_at > ?",
      args: [folded, now - CODES_AN_HOUR.withinMs],
    },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

export function insertCode(sent: {
  readonly id: MailCodeId;
  readonly purpose: "sign-in" | "address" | "recovery";
  readonly folded: string;
  /** Of the code and the network's key: the digits alone are soon guessed from a digest. */
  readonly digest: Digest;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}): Statement {
  return insertInto(mailCode, sent);
}

export interface KeptCode extends CodeSent {
  readonly folded: string;
  readonly digest: string;
}

/** The code that signs in and has this id. */
export function signInCode(id: MailCodeId): Loader<KeptCode | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT folded, digest, expires_at, tries, used_at FROM mail_code
        WHERE id = ? AND purpose = 'sign-in'`,
      args: [id],
    },
    parse: (rows) =>
      rows.map((row) => ({
        folded: text(row, 0),
        digest: text(row, 1),
        expiresAt: instantAt(row, 2),
        tries: integer(row, 3),
        usedAt: instantOrNull(row, 4),
      })),
  });
}

/** One more try, right or wrong: the CHECK refuses a sixth. */
export function countTry(id: MailCodeId): Statement {
  return { sql: "UPDATE mail_code SET tries = tries + 1 WHERE id = ?", args: [id] };
}

/** The right one uses the code up, and is a try like the others. */
export function useCode(id: MailCodeId, at: Instant): Statement {
  return {
    sql: "UPDATE mail_code SET tries = tries + 1, used_at = ? WHERE id = ?",
    args: [at, id],
  };
}
