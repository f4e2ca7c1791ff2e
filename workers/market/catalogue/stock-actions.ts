import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import type { EnterpriseId, PoolId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import { enterpriseById } from "#store/enterprises.ts";
import {
  heldByHub,
  insertPool,
  poolById,
  type PoolRow,
  putQuota,
  setOnHand,
} from "#store/stock-pools.ts";

type Refusals = AccessRefusal | CatalogueRefusal | NetworkRefusal;
type Answer<T> = Outcome<Plan<T>, Refusals>;

export interface OpenPool {
  readonly enterpriseId: EnterpriseId;
  readonly name: string;
  readonly onHandMilli: Milli;
}

/** Opens a pool: stock that several sizes and several hubs may draw from. */
export function openPool(request: Request, command: OpenPool) {
  const { enterpriseId, name } = command;
  return perform(request, {
    load: () => ({
      enterprise: enterpriseById(enterpriseId),
      given: grantsBy({ enterprise: enterpriseId }),
    }),
    decide: ({ enterprise, given }, principal): Answer<PoolRow> => {
      const allowed = allow(principal, "stock.edit", { producer: enterpriseId }, given);
      if (!allowed.ok) return allowed;
      if (enterprise?.roles.includes("producer") !== true) {
        return refuse({ code: "not-a-producer", enterpriseId });
      }
      const row = { ...command, id: request.ports.ids.next<PoolId>(), reservedMilli: milli(0) };
      return accept({ status: 201, value: row, statements: [insertPool(row)] });
    },
    guards: { "stock_pool.enterprise_id, stock_pool.name": { code: "name-taken", name } },
  });
}

/** Says what was counted. What is reserved was promised: less than that is refused. */
export function countPool(request: Request, id: PoolId, onHandMilli: Milli) {
  return perform(request, {
    load: () => ({ pool: poolById(id), given: grantsBy({ pool: id }) }),
    decide: ({ pool, given }, principal): Answer<PoolRow> => {
      const subjects = { producer: pool?.enterpriseId ?? null };
      const allowed = allow(principal, "stock.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (pool === null) return refuse({ code: "not-found", what: "stock-pool" });
      const { reservedMilli } = pool;
      if (onHandMilli < reservedMilli) return refuse({ code: "stock-reserved", reservedMilli });
      return accept({
        value: { ...pool, onHandMilli },
        statements: [setOnHand(id, onHandMilli)],
      });
    },
    guards: { stock_pool_not_oversold: "decide-again" },
  });
}

export interface HubQuotaRow {
  readonly poolId: PoolId;
  readonly hubId: EnterpriseId;
  readonly quotaMilli: Milli;
  readonly reservedMilli: Milli;
}

/** Limits what a hub may hold of a pool; not below what it holds. */
export function limitHub(request: Request, command: Omit<HubQuotaRow, "reservedMilli">) {
  const { poolId, hubId, quotaMilli } = command;
  return perform(request, {
    load: () => ({
      pool: poolById(poolId),
      hub: enterpriseById(hubId),
      reservedMilli: heldByHub(poolId, hubId),
      given: grantsBy({ pool: poolId }),
    }),
    decide: ({ pool, hub, reservedMilli, given }, principal): Answer<HubQuotaRow> => {
      const subjects = { producer: pool?.enterpriseId ?? null };
      const allowed = allow(principal, "stock.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (pool === null) return refuse({ code: "not-found", what: "stock-pool" });
      if (hub?.roles.includes("hub") !== true) {
        return refuse({ code: "not-a-hub", enterpriseId: hubId });
      }
      if (quotaMilli < reservedMilli) return refuse({ code: "stock-reserved", reservedMilli });
      return accept({
        value: { ...command, reservedMilli },
        statements: [putQuota(poolId, hubId, quotaMilli)],
      });
    },
    guards: { stock_quota_not_exceeded: "decide-again" },
  });
}
