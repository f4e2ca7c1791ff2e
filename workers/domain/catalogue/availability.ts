import { leastMilli, type Milli, milli, subtractMilli } from "#domain/kernel/quantity.ts";
import type { OfferTerms } from "./offer-terms.ts";

/** What a producer has of a thing, and how much of it is held. */
export interface PoolStock {
  readonly onHandMilli: Milli;
  readonly reservedMilli: Milli;
}

/** How much of a pool one hub may hold, and how much of that it does. */
export interface HubQuota {
  readonly quotaMilli: Milli;
  readonly reservedMilli: Milli;
}

/** What a hub can still draw from a pool, within its quota where it has one. */
export function freeFor(pool: PoolStock, quota: HubQuota | null): Milli {
  const free = subtractMilli(pool.onHandMilli, pool.reservedMilli);
  if (quota === null) return free;
  return leastMilli(free, subtractMilli(quota.quotaMilli, quota.reservedMilli));
}

/** What is free of a pool, as sale units of an offer, in whole steps. */
export function unitsLeft(
  free: Milli,
  terms: Pick<OfferTerms, "poolMilliPerUnit" | "stepMilli">,
): Milli {
  const units = Number((BigInt(free) * 1000n) / BigInt(terms.poolMilliPerUnit));
  return milli(units - (units % terms.stepMilli));
}
