import { id, type OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";
import { checkout } from "#schema/orders.ts";
import { integer, text } from "./cells.ts";
import type { Operation } from "./op-log.ts";
import { insertInto, type Loader } from "./statement.ts";

/** An order (or a change of one) that waits for its card: its stock is held, nothing is placed. */
export interface Checkout {
  readonly id: string;
  readonly orderId: OrderId;
  readonly amountCents: Cents;
}

/** What an earlier try of a request left. */
export interface Tried {
  /** The checkout that goes on. */
  readonly checkout: Checkout | null;
  /** One that ended unpaid stands in the way of another. */
  readonly isSpent: boolean;
}

export const NOT_TRIED: Tried = { checkout: null, isSpent: false };

/** What the database says when the same request is being paid already. */
export const CHECKOUT_GOING_ON = "checkout.actor, checkout.key";
/** What it says when a checkout expired before its order was saved. */
export const CHECKOUT_ENDED = "refused:checkout-ended";

/** The checkout that this very request began, if it did. */
export function checkoutOf(actor: string, key: string): Loader<Tried> {
  return {
    statement: {
      sql: `SELECT id, order_id, amount_cents, ended_at FROM checkout
        WHERE actor = ? AND key = ? AND (ended_at IS NULL OR hold_id IS NULL)`,
      args: [actor, key],
    },
    parse: ([row]) => {
      if (row === undefined) return NOT_TRIED;
      if (row[3] !== null) return { checkout: null, isSpent: true };
      const orderId = id<OrderId>(text(row, 1));
      const goingOn = { id: text(row, 0), orderId, amountCents: cents(integer(row, 2)) };
      return { checkout: goingOn, isSpent: false };
    },
  };
}

/** Begins a checkout; one of the same request that was spent makes room for it. */
export function beginCheckout(
  started: Checkout,
  { isSpent }: Tried,
  operation: Operation & { readonly expiresAt: Instant },
): Statement[] {
  const { actor, key, requestHash, at, expiresAt } = operation;
  const spent = {
    sql: `DELETE FROM checkout WHERE actor = ? AND key = ?
      AND ended_at IS NOT NULL AND hold_id IS NULL`,
    args: [actor, key],
  };
  const begun = { ...started, actor, key, requestHash, createdAt: at, expiresAt };
  return [...(isSpent ? [spent] : []), insertInto(checkout, begun)];
}

/** The order is placed: the checkout did its work. One that expired meanwhile refuses it. */
export function endCheckout(checkoutId: string, holdId: string | null, at: Instant): Statement {
  return {
    sql: "UPDATE checkout SET ended_at = ?, hold_id = ? WHERE id = ?",
    args: [at, holdId, checkoutId],
  };
}

/** The card said no: the same request may be tried again, as if for the first time. */
export function forgetCheckout(checkoutId: string): Statement {
  return { sql: "DELETE FROM checkout WHERE id = ?", args: [checkoutId] };
}
