import type { EnterpriseId, PoolId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { Statement } from "#ports/database.ts";

/** What the database says when more is asked of a pool than there is. */
export const OVERSOLD = "stock_pool_not_oversold";
export const QUOTA_EXCEEDED = "stock_quota_not_exceeded";

/**
 * Holds quantities for a holder (an order, or a checkout that still has to be paid), replacing
 * what the holder held of those pools. Reservations that expired are released first, in the same
 * batch: nobody waits for cron (DESIGN §6 law 3).
 */
export function reserve(
  holder: string,
  hub: EnterpriseId,
  needed: ReadonlyMap<PoolId, Milli>,
  until: { readonly now: Instant; readonly expiresAt: Instant | null },
): Statement[] {
  const pools = [...needed].flatMap(([pool, quantity]) => (quantity > 0 ? [pool] : []));
  if (pools.length === 0) return [];
  const expired = {
    sql: `DELETE FROM stock_reservation WHERE expires_at <= ?
      AND pool_id IN (SELECT value FROM json_each(?))`,
    args: [until.now, JSON.stringify(pools)],
  };
  return [expired, ...hold(holder, hub, needed, until.expiresAt)];
}

/** The same for a holder who holds it already, until an instant or (null) for good. */
export function hold(
  holder: string,
  hub: EnterpriseId,
  needed: ReadonlyMap<PoolId, Milli>,
  expiresAt: Instant | null,
): Statement[] {
  const wanted = [...needed].filter(([, quantity]) => quantity > 0);
  if (wanted.length === 0) return [];
  return [
    {
      sql: `INSERT INTO stock_reservation (holder, pool_id, hub_id, quantity_milli, expires_at)
        SELECT ?1, value ->> 0, ?2, value ->> 1, ?3 FROM json_each(?4) WHERE true
        ON CONFLICT (holder, pool_id) DO UPDATE SET
          quantity_milli = excluded.quantity_milli, expires_at = excluded.expires_at`,
      args: [holder, hub, expiresAt, JSON.stringify(wanted)],
    },
  ];
}

/** Gives back everything that a holder holds, or all of it but some pools. */
export function release(holder: string, except: readonly PoolId[] = []): Statement {
  return {
    sql: `DELETE FROM stock_reservation WHERE holder = ?
      AND pool_id NOT IN (SELECT value FROM json_each(?))`,
    args: [holder, JSON.stringify(except)],
  };
}
