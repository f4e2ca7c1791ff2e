import {
  type Asker,
  type CodesAsked,
  type CodeSent,
  CODES_AN_HOUR,
} from "#domain/access/mail-code.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type EmailId, id, type MailCodeId, type PersonId } from "#domain/kernel/ids.ts";
import type { Row, Statement } from "#ports/database.ts";
import { mailCode } from "#schema/identity.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** Guards: too many letters to one address, one try too many, used meanwhile. */
export const CODES_MANY = "refused:codes-many";
export const TRIES_MANY = "mail_code_tries_few";
export const CODE_USED = "refused:code-spent";

/** How many codes went to an address in the last hour, for this asker and for strangers. */
export function codesSent(folded: string, asker: Asker, now: Instant): Loader<CodesAsked> {
  return {
    statement: {
      sql: `SELECT count(*) FILTER (WHERE asker = ?2),
          count(*) FILTER (WHERE asker NOT GLOB 'browser:*')
        FROM mail_code WHERE folded = ?1 AND sent_at > ?3`,
      args: [folded, asker, now - CODES_AN_HOUR.withinMs],
    },
    parse: ([row]) =>
      row === undefined
        ? { byAsker: 0, byStrangers: 0 }
        : { byAsker: integer(row, 0), byStrangers: integer(row, 1) },
  };
}

/** What a code is for: it opens nothing else. */
export type MailCodePurpose = "sign-in" | "address" | "recovery";

export function insertCode(sent: {
  readonly id: MailCodeId;
  readonly purpose: MailCodePurpose;
  /** Whose it is, where that is known. */
  readonly personId?: PersonId;
  readonly folded: string;
  readonly asker: Asker;
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

/** The code with this id, if it is for this. */
export function keptCode(code: MailCodeId, purpose: MailCodePurpose): Loader<KeptCode | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT folded, digest, expires_at, tries, used_at FROM mail_code
        WHERE id = ? AND purpose = ?`,
      args: [code, purpose],
    },
    parse: (rows) => rows.map(toCode),
  });
}

function toCode(row: Row): KeptCode {
  return {
    folded: text(row, 0),
    digest: text(row, 1),
    expiresAt: instantAt(row, 2),
    tries: integer(row, 3),
    usedAt: instantOrNull(row, 4),
  };
}

/** The newest code for an address that whoever's session this is wrote down. */
export function addressCode(
  session: Digest | null,
  address: EmailId,
): Loader<(KeptCode & { readonly id: MailCodeId }) | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT c.folded, c.digest, c.expires_at, c.tries, c.used_at, c.id
        FROM person_email e JOIN mail_code c ON c.folded = e.folded
          AND c.person_id = e.person_id AND c.purpose = 'address'
        WHERE e.id = ? AND e.person_id = (SELECT person_id FROM session WHERE digest = ?)
        ORDER BY c.sent_at DESC, c.id DESC LIMIT 1`,
      args: [address, session],
    },
    parse: (rows) => rows.map((row) => ({ ...toCode(row), id: id<MailCodeId>(text(row, 5)) })),
  });
}

/** One more try, right or wrong: the CHECK refuses a sixth. */
export function countTry(code: MailCodeId): Statement {
  return { sql: "UPDATE mail_code SET tries = tries + 1 WHERE id = ?", args: [code] };
}

/** The right one uses the code up, and is a try like the others. */
export function useCode(code: MailCodeId, at: Instant): Statement {
  return {
    sql: "UPDATE mail_code SET tries = tries + 1, used_at = ? WHERE id = ?",
    args: [at, code],
  };
}
