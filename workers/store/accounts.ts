import type { Grant } from "#domain/access/principal.ts";
import {
  type BasketId,
  type CycleId,
  id,
  type MailCodeId,
  type PersonId,
} from "#domain/kernel/ids.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A basket at the moment of a sign-in. */
export interface StandingBasket {
  readonly id: BasketId;
  readonly cycleId: CycleId;
  readonly changedAt: Instant;
  readonly lines: number;
}

/** What a sign-in has to know of a person. */
export interface Account {
  readonly personId: PersonId;
  readonly isSuspended: boolean;
  readonly grants: readonly Grant[];
  readonly basket: StandingBasket | null;
}

const BASKET = `b.id, b.cycle_id, b.changed_at,
  (SELECT count(*) FROM basket_line l WHERE l.basket_id = b.id)`;

const ACCOUNT = `SELECT p.id, p.suspended_at IS NOT NULL, (
    SELECT json_group_array(json_object('role', g.role, 'subject', g.subject))
    FROM role_grant g WHERE g.holder = p.id AND g.revoked_at IS NULL
  ), ${BASKET}
  FROM person p LEFT JOIN basket b ON b.person_id = p.id WHERE p.erased_at IS NULL AND p.id = `;

/** Whose passkey it is. */
export function accountOfCredential(credentialId: string | null): Loader<Account | null> {
  const sql = `${ACCOUNT}(SELECT person_id FROM passkey
    WHERE credential_id = ? AND revoked_at IS NULL)`;
  return firstOrNull({ statement: { sql, args: [credentialId] }, parse: toAccounts });
}

/**
 * Whose the address of a code is: the person who confirmed it, or somebody who was invited there
 * and has not come yet. An address that somebody else only wrote down makes nobody theirs.
 */
export function accountOfCode(code: MailCodeId, now: Instant): Loader<Account | null> {
  const sql = `${ACCOUNT}(SELECT e.person_id
    FROM mail_code c JOIN person_email e ON e.folded = c.folded AND e.removed_at IS NULL
    WHERE c.id = ?1 AND (e.confirmed_at IS NOT NULL OR (
      NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = e.person_id)
      AND EXISTS (SELECT 1 FROM invitation i
        WHERE i.person_id = e.person_id AND i.kind = 'mail' AND i.made_at >= e.added_at
          AND i.expires_at > ?2 AND i.used_at IS NULL AND i.withdrawn_at IS NULL)))
    ORDER BY e.confirmed_at IS NULL, e.id LIMIT 1)`;
  return firstOrNull({ statement: { sql, args: [code, now] }, parse: toAccounts });
}

/** Who reads the mailbox has confirmed it. */
export function confirmAddress(personId: PersonId, folded: string, at: Instant): Statement {
  return {
    sql: `UPDATE person_email SET confirmed_at = ?
      WHERE person_id = ? AND folded = ? AND confirmed_at IS NULL AND removed_at IS NULL`,
    args: [at, personId, folded],
  };
}

/** A guest's basket, by the digest of its token. */
export function guestBasket(token: Digest | null): Loader<StandingBasket | null> {
  return firstOrNull({
    statement: { sql: `SELECT ${BASKET} FROM basket b WHERE b.token_digest = ?`, args: [token] },
    parse: (rows) => rows.map((row) => toBasket(row, 0)),
  });
}

function toAccounts(rows: readonly Row[]): Account[] {
  return rows.map((row) => ({
    personId: id<PersonId>(text(row, 0)),
    isSuspended: integer(row, 1) === 1,
    grants: JSON.parse(text(row, 2)) as Grant[],
    basket: textOrNull(row, 3) === null ? null : toBasket(row, 3),
  }));
}

function toBasket(row: Row, at: number): StandingBasket {
  return {
    id: id<BasketId>(text(row, at)),
    cycleId: id<CycleId>(text(row, at + 1)),
    changedAt: instantAt(row, at + 2),
    lines: integer(row, at + 3),
  };
}
