import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { CardHold } from "#domain/payments/card.ts";
import type { Statement } from "#ports/database.ts";
import { afterwards } from "./outbox.ts";

/** Notes on an order what was really paid for it: by its card, or in cash at the counter. */
export function orderCaptured(orderId: OrderId, amountCents: Cents): Statement {
  return {
    sql: "UPDATE customer_order SET captured_cents = ? WHERE id = ?",
    args: [amountCents, orderId],
  };
}

/** Frees a card that is needed no more: another hold took its place, or nothing is to be paid. */
export function releaseHold(hold: CardHold, at: Instant): Statement {
  return afterwards({
    topic: "payment-release",
    key: `release:${hold.holdId}`,
    payload: { holdId: hold.holdId, posted: { ...hold } },
    at,
  });
}
