import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { OrderId, PoolId } from "#domain/kernel/ids.ts";
import { addMilli, type Milli, milli } from "#domain/kernel/quantity.ts";
import { drawnFrom } from "./close.ts";

/** A line of an order whose quantity changes from one figure to another. */
export interface QuantityChange {
  readonly orderId: OrderId;
  readonly terms: OfferTerms;
  readonly before: Milli;
  readonly after: Milli;
}

/** What an order then holds of a pool, and how much more (or less) than it did. */
export interface StockHeld {
  readonly orderId: OrderId;
  readonly poolId: PoolId;
  readonly quantityMilli: Milli;
  readonly change: number;
}

/** Adds up what orders hold of each pool; made-to-order goods hold nothing. */
export function stockHeld(lines: readonly QuantityChange[]): StockHeld[] {
  const held = new Map<string, StockHeld>();
  for (const { orderId, terms, before, after } of lines) {
    const { poolId } = terms;
    if (poolId === null) continue;
    const key = `${orderId} ${poolId}`;
    const so = held.get(key) ?? { orderId, poolId, quantityMilli: milli(0), change: 0 };
    const drawn = drawnFrom(terms, after);
    held.set(key, {
      ...so,
      quantityMilli: addMilli(so.quantityMilli, drawn),
      change: so.change + drawn - drawnFrom(terms, before),
    });
  }
  return [...held.values()];
}
