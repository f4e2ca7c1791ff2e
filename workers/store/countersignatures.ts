import type { Digest } from "#domain/kernel/digest.ts";
import { type CountersignatureId, id, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, type Instant } from "#domain/kernel/instant.ts";
import type { Act } from "#domain/access/access.ts";
import type { SecondState } from "#domain/access/second.ts";
import type { Row, Statement } from "#ports/database.ts";
import { countersignature } from "#schema/identity.ts";
import { instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** Says that another signature was used before. */
export const SECOND_SPENT = "refused:countersignature-spent";
/** Says that somebody else signed meanwhile, or it was withdrawn. */
export const SECOND_CLOSED = "refused:countersignature-closed";

/** Who else stands behind an act: a signature under it, and how many officers could sign. */
export interface Seconding {
  readonly signature: { readonly id: CountersignatureId; readonly by: PersonId } | null;
  readonly otherOfficers: number;
}

/**
 * For so long a suspended officer still counts as one who could have signed: nobody gets rid of
 * the second person by suspending them first.
 */
const SUSPENDED_COUNTS_MS = 72 * HOUR;

/**
 * The unused signature under this request, of an officer who still is one, and how many other
 * persons hold the office of officer with a passkey. Nobody seconds himself.
 */
export function secondingOf(
  actHash: Digest,
  credentialId: string,
  now: Instant,
): Loader<Seconding> {
  return {
    statement: {
      sql: `SELECT
          (SELECT c.id || ' ' || c.signed_by FROM countersignature c
            WHERE c.act_hash = ?1 AND c.signed_at IS NOT NULL AND c.used_at IS NULL
              AND c.expires_at > ?3 AND c.withdrawn_at IS NULL
              AND EXISTS (SELECT 1 FROM role_grant g
                JOIN person p ON p.id = g.holder AND p.suspended_at IS NULL
                WHERE g.holder = c.signed_by AND g.revoked_at IS NULL
                  AND g.role IN ('officer', 'treasurer'))
              AND c.asked_by = (SELECT person_id FROM passkey WHERE credential_id = ?2)
            LIMIT 1) AS signature,
          (SELECT count(DISTINCT g.holder) FROM role_grant g
            JOIN person p ON p.id = g.holder
              AND (p.suspended_at IS NULL OR p.suspended_at > ?3 - ${SUSPENDED_COUNTS_MS})
            WHERE g.role = 'officer' AND g.revoked_at IS NULL
              AND EXISTS (SELECT 1 FROM passkey k
                WHERE k.person_id = p.id AND k.revoked_at IS NULL AND k.credential_id <> ?2)
              AND p.id <> coalesce((SELECT person_id FROM passkey WHERE credential_id = ?2), '')
          ) AS others`,
      args: [actHash, credentialId, now],
    },
    parse: ([row]) => {
      if (row === undefined) return { signature: null, otherOfficers: 0 };
      const [signature, by] = row[0] === null ? [] : text(row, 0).split(" ");
      const isSigned = signature !== undefined && by !== undefined;
      return {
        signature: isSigned ? { id: id(signature), by: id(by) } : null,
        otherOfficers: integer(row, 1),
      };
    },
  };
}

export function useSecond(signature: CountersignatureId, at: Instant): Statement {
  return { sql: "UPDATE countersignature SET used_at = ? WHERE id = ?", args: [at, signature] };
}

/** What an officer is asked to sign, word for word, and by whom. */
export interface CountersignatureView extends SecondState {
  readonly id: CountersignatureId;
  readonly act: Act;
  readonly actHash: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Null once the person is erased. */
  readonly askedByName: string | null;
  readonly askedAt: Instant;
  readonly signedByName: string | null;
  readonly signedAt: Instant | null;
}

const SELECT = `SELECT c.id, c.act, c.act_hash, c.request, c.asked_by, asker.name, c.asked_at,
    c.expires_at, c.signed_by, signer.name, c.signed_at, c.used_at, c.withdrawn_at
  FROM countersignature c
  LEFT JOIN person_profile asker ON asker.person_id = c.asked_by
  LEFT JOIN person_profile signer ON signer.person_id = c.signed_by`;

export function secondById(second: CountersignatureId): Loader<CountersignatureView | null> {
  return firstOrNull({
    statement: { sql: `${SELECT} WHERE c.id = ?`, args: [second] },
    parse: (rows) => rows.map(toSecond),
  });
}

/** What waits for a signature, or for its act to be done with it. */
export function openSeconds(asked: PageAsked, now: Instant): Loader<Page<CountersignatureView>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `${SELECT} WHERE c.id > ? AND c.used_at IS NULL AND c.withdrawn_at IS NULL
      AND c.expires_at > ? ORDER BY c.id LIMIT ?`,
    args: [after, now, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toSecond) }, asked, (second) => second.id);
}

function toSecond(row: Row): CountersignatureView {
  const [, method = "", path = "", body = ""] =
    /^([A-Z]+) ([^\n]*)\n([\s\S]*)$/.exec(text(row, 3)) ?? [];
  const signedBy = textOrNull(row, 8);
  return {
    id: id(text(row, 0)),
    act: text(row, 1) as Act,
    actHash: text(row, 2),
    method,
    path,
    body,
    askedBy: id<PersonId>(text(row, 4)),
    askedByName: textOrNull(row, 5),
    askedAt: instantAt(row, 6),
    expiresAt: instantAt(row, 7),
    signedBy: signedBy === null ? null : id<PersonId>(signedBy),
    signedByName: textOrNull(row, 9),
    signedAt: instantOrNull(row, 10),
    usedAt: instantOrNull(row, 11),
    withdrawnAt: instantOrNull(row, 12),
  };
}

/** Asks for a second signature under a request, word for word. */
export function insertSecond(asked: {
  readonly id: CountersignatureId;
  readonly act: Act;
  readonly actHash: Digest;
  readonly request: string;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
}): Statement {
  return insertInto(countersignature, asked);
}

export function signSecond(second: CountersignatureId, by: PersonId, at: Instant): Statement {
  return {
    sql: "UPDATE countersignature SET signed_by = ?, signed_at = ? WHERE id = ?",
    args: [by, at, second],
  };
}

export function withdrawSecond(second: CountersignatureId, at: Instant): Statement {
  return { sql: "UPDATE countersignature SET withdrawn_at = ? WHERE id = ?", args: [at, second] };
}
