import type { GrantId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";

interface Given {
  readonly at: Instant;
  readonly by: string;
}

/** Somebody who is in the book reads what members read, where they do not already. */
export function giveMemberRole(id: GrantId, personId: PersonId, { at, by }: Given): Statement {
  return {
    sql: `INSERT INTO role_grant (id, holder, role, subject, granted_at, granted_by)
      SELECT ?1, ?2, 'member', '', ?3, ?4 WHERE NOT EXISTS (
        SELECT 1 FROM role_grant WHERE holder = ?2 AND role = 'member' AND revoked_at IS NULL)`,
    args: [id, personId, at, by],
  };
}

/** Somebody who acts for no member any more reads it no more. */
export function takeMemberRole(personId: PersonId, { at, by }: Given): Statement {
  return {
    sql: `UPDATE role_grant SET revoked_at = ?2, revoked_by = ?3
      WHERE holder = ?1 AND role = 'member' AND revoked_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM member WHERE person_id = ?1 AND decision = 'admitted' AND ended_at IS NULL)`,
    args: [personId, at, by],
  };
}
