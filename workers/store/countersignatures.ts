import type { Digest } from "#domain/kernel/digest.ts";
import { type CountersignatureId, id, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, type Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Says that another signature was used before. */
export const SECOND_SPENT = "refused:countersignature-spent";

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
