import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { OfferTerms } from "./offer-terms.ts";

/** What is free of a pool, as sale units of an offer, in whole steps. */
export function unitsLeft(
  free: Milli,
  terms: Pick<OfferTerms, "poolMilliPerUnit" | "stepMilli">,
): Milli {
  const units = Number((BigInt(free) * 1000n) / BigInt(terms.poolMilliPerUnit));
  return milli(units - (units % terms.stepMilli));
}
