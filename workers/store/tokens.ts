import type { Grant, Role } from "#domain/access/principal.ts";
import type { AccessTokenId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A token as officers see it: never the token itself. */
export interface TokenView {
  readonly id: AccessTokenId;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly grants: readonly Grant[];
}

const SELECT = `SELECT id, label, created_at, expires_at, revoked_at, (
    SELECT json_group_array(json_object('role', role, 'subject', subject))
    FROM role_grant WHERE holder = access_token.id AND role_grant.revoked_at IS NULL
  ) FROM access_token`;

export function tokenById(id: AccessTokenId): Loader<TokenView | null> {
  return firstOrNull({
    statement: { sql: `${SELECT} WHERE id = ?`, args: [id] },
    parse: (rows) => rows.map(toToken),
  });
}

export function tokenPage(asked: PageAsked): Loader<Page<TokenView>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `${SELECT} WHERE id > ? ORDER BY id LIMIT ?`,
    args: [after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toToken) }, asked, ({ id }) => id);
}

/** Of these grants, those whose subject exists and can have the role. */
export function grantableOf(grants: readonly Grant[]): Loader<Grant[]> {
  return {
    statement: {
      sql: `SELECT value ->> 0 AS role, value ->> 1 AS subject FROM json_each(?)
        WHERE (role IN ('producer', 'hub', 'courier') AND EXISTS (
            SELECT 1 FROM enterprise_role AS has
            WHERE has.enterprise_id = value ->> 1 AND has.role = value ->> 0
          ))
          OR (role = 'coordinator' AND subject IN (SELECT id FROM buying_group))
          OR (role = 'household' AND subject IN (SELECT id FROM household))`,
      args: [JSON.stringify(grants.map(({ role, subject }) => [role, subject]))],
    },
    parse: (rows) => rows.map((row) => ({ role: text(row, 0) as Role, subject: text(row, 1) })),
  };
}

/** How many tokens of officers would still work without this one. */
export function otherOfficers(id: AccessTokenId, now: Instant): Loader<number> {
  return {
    statement: {
      sql: `SELECT count(*) FROM role_grant JOIN access_token ON access_token.id = holder
        WHERE role = 'officer' AND role_grant.revoked_at IS NULL AND holder <> ?1
          AND access_token.revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?2)`,
      args: [id, now],
    },
    parse: ([row]) => (row === undefined ? 0 : integer(row, 0)),
  };
}

/** A revoked token is nobody from the next request on; its grants go with it. */
export function revokeToken(id: AccessTokenId, at: Instant, by: string): Statement[] {
  return [
    {
      sql: `UPDATE access_token SET revoked_at = ?, revoked_by = ?
        WHERE id = ? AND revoked_at IS NULL`,
      args: [at, by, id],
    },
    {
      sql: `UPDATE role_grant SET revoked_at = ?, revoked_by = ?
        WHERE holder = ? AND revoked_at IS NULL`,
      args: [at, by, id],
    },
  ];
}

function toToken(row: Row): TokenView {
  return {
    id: text(row, 0) as AccessTokenId,
    label: text(row, 1),
    createdAt: instantAt(row, 2),
    expiresAt: instantOrNull(row, 3),
    revokedAt: instantOrNull(row, 4),
    grants: JSON.parse(text(row, 5)) as Grant[],
  };
}
