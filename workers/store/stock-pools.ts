import type { EnterpriseId, PoolId } from "#domain/kernel/ids.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { Statement } from "#ports/database.ts";
import { stockPool } from "#schema/catalogue.ts";
import { integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** What a producer has of one thing, and how much of it is held. */
export interface PoolRow {
  readonly id: PoolId;
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly onHandMilli: Milli;
  readonly reservedMilli: Milli;
}

export function poolById(id: PoolId): Loader<PoolRow | null> {
  return firstOrNull(poolsById([id]));
}

export function poolsById(ids: readonly PoolId[]): Loader<PoolRow[]> {
  return {
    statement: {
      sql: `SELECT id, enterprise_id, name, on_hand_milli, reserved_milli
        FROM stock_pool WHERE id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(ids)],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0) as PoolId,
        enterpriseId: text(row, 1) as EnterpriseId,
        name: text(row, 2),
        onHandMilli: milli(integer(row, 3)),
        reservedMilli: milli(integer(row, 4)),
      })),
  };
}

export function insertPool(row: PoolRow): Statement {
  return insertInto(stockPool, row);
}

/** Sets what was counted; a CHECK refuses less than what is reserved. */
export function setOnHand(id: PoolId, onHandMilli: Milli): Statement {
  return updateById(stockPool, id, { onHandMilli });
}

/** What a hub holds of a pool: its quota knows, or its reservations tell. */
export function heldByHub(pool: PoolId, hub: EnterpriseId): Loader<Milli> {
  return {
    statement: {
      sql: `SELECT coalesce(
          (SELECT reserved_milli FROM stock_quota WHERE pool_id = ?1 AND hub_id = ?2),
          (SELECT sum(quantity_milli) FROM stock_reservation WHERE pool_id = ?1 AND hub_id = ?2),
          0
        )`,
      args: [pool, hub],
    },
    parse: ([row]) => milli(row === undefined ? 0 : integer(row, 0)),
  };
}

/** Limits how much of a pool a hub may hold; a CHECK refuses less than what it holds. */
export function putQuota(pool: PoolId, hub: EnterpriseId, quotaMilli: Milli): Statement {
  return {
    sql: `INSERT INTO stock_quota (pool_id, hub_id, quota_milli) VALUES (?, ?, ?)
      ON CONFLICT (pool_id, hub_id) DO UPDATE SET quota_milli = excluded.quota_milli`,
    args: [pool, hub, quotaMilli],
  };
}
