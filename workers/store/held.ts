import type { Digest } from "#domain/kernel/digest.ts";

/** What a request shows of who sends it. */
export interface Shown {
  readonly session: Digest | null;
  readonly bearer: Digest | null;
}

/** The household ?3 of a session's person or of a token, or their first; none but theirs. */
export const HELD = `SELECT h.id FROM role_grant own
  JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
  WHERE own.role = 'household' AND own.revoked_at IS NULL AND (?3 IS NULL OR h.id = ?3)
    AND own.holder IN (SELECT person_id FROM session WHERE digest = ?1
      UNION SELECT id FROM access_token WHERE digest = ?2)
  ORDER BY h.id LIMIT 1`;
