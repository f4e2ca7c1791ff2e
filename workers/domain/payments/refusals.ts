import type { OrderId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";

/** Why the counter may not take or give money for an order. */
export type PaymentRefusal =
  | { readonly code: "not-paid-at-pickup"; readonly orderId: OrderId }
  | { readonly code: "order-paid"; readonly orderId: OrderId; readonly paidCents: Cents }
  | { readonly code: "deposit-too-high" }
  | { readonly code: "nothing-due"; readonly orderId: OrderId }
  | { readonly code: "due-differs"; readonly orderId: OrderId; readonly dueCents: Cents }
  | { readonly code: "effect-not-failed"; readonly effectId: number };
