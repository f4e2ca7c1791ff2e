import type { OrderId } from "#domain/kernel/ids.ts";

/** What people say on the phone and at the counter: the order's own last eight characters. */
export function orderCode(orderId: OrderId): string {
  const own = orderId.slice(-8).toUpperCase();
  return `${own.slice(0, 4)}-${own.slice(4)}`;
}
