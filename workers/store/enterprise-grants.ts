import type { EnterpriseGrant, EnterpriseGrantKind } from "#domain/access/enterprise-grants.ts";
import {
  type CycleId,
  type EnterpriseId,
  type GrantId,
  id,
  type PoolId,
  type ProductId,
  type VariantId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { enterpriseGrant } from "#schema/people.ts";
import { instantAt, instantOrNull, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** What the database says to a grant that stands already, and to one that is revoked twice. */
export const GRANT_GIVEN = "refused:grant-given";
export const GRANT_FIXED = "refused:grant-fixed";

const COLUMNS = `id, kind, owner_id, holder_id, given_at, given_by, revoked_at, revoked_by`;

/** Whose grants are looked up: an enterprise's, or those of whoever a thing belongs to. */
export type Owned =
  | { readonly enterprise: EnterpriseId }
  | { readonly product: ProductId }
  | { readonly variant: VariantId }
  | { readonly pool: PoolId }
  | { readonly hubOf: CycleId };

const OWNERS = {
  enterprise: "SELECT ?1",
  product: "SELECT enterprise_id FROM product WHERE id = ?1",
  variant: `SELECT enterprise_id FROM variant JOIN product ON product.id = product_id
    WHERE variant.id = ?1`,
  pool: "SELECT enterprise_id FROM stock_pool WHERE id = ?1",
  hubOf: "SELECT hub_id FROM cycle WHERE id = ?1",
} as const;

/** The grants of an owner that stand, whoever holds them. */
export function grantsBy(owned: Owned): Loader<EnterpriseGrant[]> {
  const [[kind, owner] = ["enterprise", ""]] = Object.entries(owned);
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM enterprise_grant
        WHERE owner_id = (${OWNERS[kind as keyof typeof OWNERS]}) AND revoked_at IS NULL`,
      args: [owner],
    },
    parse: (rows) => rows.map(toGrant),
  };
}

/** The standing grants of one kind of all the producers that sell in a cycle. */
export function grantsInCycle(
  cycleId: CycleId,
  kind: EnterpriseGrantKind,
): Loader<EnterpriseGrant[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM enterprise_grant
        WHERE owner_id IN (SELECT enterprise_id FROM producer_total WHERE cycle_id = ?)
          AND kind = ? AND revoked_at IS NULL`,
      args: [cycleId, kind],
    },
    parse: (rows) => rows.map(toGrant),
  };
}

/** The standing grants of one kind, whoever gave them. */
export function grantsOfKind(kind: EnterpriseGrantKind): Loader<EnterpriseGrant[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM enterprise_grant WHERE kind = ? AND revoked_at IS NULL`,
      args: [kind],
    },
    parse: (rows) => rows.map(toGrant),
  };
}

/** What one enterprise has opened to another; what was revoked does not count. */
export function grantsBetween(
  owner: EnterpriseId,
  holder: EnterpriseId,
): Loader<EnterpriseGrant[]> {
  return {
    statement: {
      sql: `SELECT ${COLUMNS} FROM enterprise_grant
        WHERE owner_id = ? AND holder_id = ? AND revoked_at IS NULL ORDER BY kind`,
      args: [owner, holder],
    },
    parse: (rows) => rows.map(toGrant),
  };
}

/** All that an enterprise ever gave or was given, the newest first. */
export function grantPage(
  enterprise: EnterpriseId,
  asked: PageAsked,
): Loader<Page<EnterpriseGrant>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT ${COLUMNS} FROM enterprise_grant
      WHERE (owner_id = ?1 OR holder_id = ?1) AND (?2 = '' OR id < ?2) ORDER BY id DESC LIMIT ?3`,
    args: [enterprise, after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toGrant) }, asked, (grant) => grant.id);
}

export function grantById(owner: EnterpriseId, grant: GrantId): Loader<EnterpriseGrant | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${COLUMNS} FROM enterprise_grant WHERE id = ? AND owner_id = ?`,
      args: [grant, owner],
    },
    parse: (rows) => rows.map(toGrant),
  });
}

export function giveGrant(grant: EnterpriseGrant): Statement {
  return insertInto(enterpriseGrant, grant);
}

/** A second revocation is refused by the database. */
export function revokeGrant(grant: GrantId, at: Instant, by: string): Statement {
  return {
    sql: "UPDATE enterprise_grant SET revoked_at = ?, revoked_by = ? WHERE id = ?",
    args: [at, by, grant],
  };
}

export function toGrant(row: Row): EnterpriseGrant {
  return {
    id: id<GrantId>(text(row, 0)),
    kind: text(row, 1) as EnterpriseGrantKind,
    ownerId: id<EnterpriseId>(text(row, 2)),
    holderId: id<EnterpriseId>(text(row, 3)),
    givenAt: instantAt(row, 4),
    givenBy: text(row, 5),
    revokedAt: instantOrNull(row, 6),
    revokedBy: textOrNull(row, 7),
  };
}
