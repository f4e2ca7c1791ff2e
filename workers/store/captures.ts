import type { OrderId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";

/** Notes on an order what was really paid for it: by its card, or in cash at the counter. */
export function orderCaptured(orderId: OrderId, amountCents: Cents): Statement {
  return {
    sql: "UPDATE customer_order SET captured_cents = ? WHERE id = ?",
    args: [amountCents, orderId],
  };
}
