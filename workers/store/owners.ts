import type { Subjects } from "#domain/access/access.ts";
import type { EnterpriseGrant } from "#domain/access/enterprise-grants.ts";
import type { HeldRole } from "#domain/access/explain.ts";
import type { Role } from "#domain/access/principal.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Credentials } from "./access.ts";
import { instantAt, instantOrNull, text, textOrNull } from "./cells.ts";
import { toGrant } from "./enterprise-grants.ts";
import type { Loader } from "./statement.ts";

/** Things that belong to somebody; a later one says better whose hub it is. */
const THINGS = [
  "enterprise",
  "product",
  "variant",
  "pool",
  "group",
  "household",
  "order",
  "cycle",
] as const;
type Thing = (typeof THINGS)[number];

/** The things that an act is about, by their ids. */
export type Asked = Readonly<Partial<Record<Thing, string>>>;

/** Each thing ?1 to ?8 with those it belongs to; a household without a group has one owner less. */
const OWNERS = `
  SELECT 'enterprise' AS thing, column1 AS role, enterprise.id AS subject FROM enterprise
    JOIN (VALUES ('producer'), ('hub'), ('courier')) WHERE enterprise.id = ?1
  UNION ALL SELECT 'product', 'producer', enterprise_id FROM product WHERE id = ?2
  UNION ALL SELECT 'variant', 'producer', enterprise_id FROM variant
    JOIN product ON product.id = product_id WHERE variant.id = ?3
  UNION ALL SELECT 'pool', 'producer', enterprise_id FROM stock_pool WHERE id = ?4
  UNION ALL SELECT 'group', 'coordinator', id FROM buying_group WHERE id = ?5
  UNION ALL SELECT 'household', 'household', id FROM household WHERE id = ?6
  UNION ALL SELECT 'household', 'coordinator', group_id FROM household WHERE id = ?6
  UNION ALL SELECT 'order', 'order', id FROM customer_order WHERE id = ?7
  UNION ALL SELECT 'order', 'household', household_id FROM customer_order WHERE id = ?7
  UNION ALL SELECT 'order', 'coordinator', group_id FROM customer_order
    JOIN household ON household.id = household_id WHERE customer_order.id = ?7
  UNION ALL SELECT 'order', 'hub', hub_id FROM customer_order
    JOIN cycle ON cycle.id = cycle_id WHERE customer_order.id = ?7
  UNION ALL SELECT 'cycle', 'hub', hub_id FROM cycle WHERE id = ?8`;

export interface Owners {
  readonly subjects: Subjects;
  /** What was asked for and is not there; null when all of it is. */
  readonly missing: string | null;
}

/** Whose these things are. */
export function ownersOf(asked: Asked): Loader<Owners> {
  return {
    statement: { sql: OWNERS, args: THINGS.map((thing) => asked[thing] ?? null) },
    parse: (rows) => {
      const found = new Set(rows.map((row) => text(row, 0)));
      const missing = THINGS.find((thing) => asked[thing] !== undefined && !found.has(thing));
      const subjects = Object.fromEntries(rows.map((row) => [text(row, 1), textOrNull(row, 2)]));
      return { subjects, missing: missing ?? null };
    },
  };
}

/** Everything that the enterprises among the owners ever opened to others. */
export function grantsOfOwners(asked: Asked): Loader<EnterpriseGrant[]> {
  return {
    statement: {
      sql: `SELECT id, kind, owner_id, holder_id, given_at, given_by, revoked_at, revoked_by
        FROM enterprise_grant WHERE owner_id IN (
          SELECT subject FROM (${OWNERS}) WHERE role IN ('producer', 'hub', 'courier')
        ) ORDER BY id`,
      args: THINGS.map((thing) => asked[thing] ?? null),
    },
    parse: (rows) => rows.map(toGrant),
  };
}

/** Whose roles are asked for: somebody's by id, or whoever shows these credentials. */
export type Asking = { readonly holder: string } | Pick<Credentials, "bearer" | "session">;

/** A role, with the token or the person that has it. */
export interface RoleOfHolder extends HeldRole {
  readonly holder: string;
}

/** The roles that a holder has or had; expiry and suspension end them. */
export function rolesOf(asking: Asking, now: Instant): Loader<RoleOfHolder[]> {
  const known = { holder: null, bearer: null, session: null, ...asking };
  return {
    statement: {
      sql: `SELECT role, subject, granted_at, granted_by,
          coalesce(g.revoked_at, t.expires_at, p.suspended_at),
          coalesce(g.revoked_by, CASE WHEN t.id IS NOT NULL THEN 'expiry' END, p.suspended_by),
          g.holder
        FROM role_grant AS g
        LEFT JOIN access_token AS t ON t.id = g.holder AND t.expires_at <= ?4
        LEFT JOIN person AS p ON p.id = g.holder AND p.suspended_at IS NOT NULL
        WHERE g.holder IN (SELECT ?1
          UNION ALL SELECT id FROM access_token WHERE digest = ?2
          UNION ALL SELECT person_id FROM session WHERE digest = ?3)
        ORDER BY granted_at, g.id`,
      args: [known.holder, known.bearer, known.session, now],
    },
    parse: (rows) =>
      rows.map((row) => ({
        role: text(row, 0) as Role,
        subject: text(row, 1),
        grantedAt: instantAt(row, 2),
        grantedBy: text(row, 3),
        revokedAt: instantOrNull(row, 4),
        revokedBy: textOrNull(row, 5),
        holder: text(row, 6),
      })),
  };
}
