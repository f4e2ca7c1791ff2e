import { id, type OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { addCents, cents, type Cents, ZERO } from "#domain/kernel/money.ts";
import type { Due } from "#domain/payments/due.ts";
import type { Statement } from "#ports/database.ts";
import { orderCaptured, releaseHold } from "./captures.ts";
import { instantAt, integer, integerOrNull, text } from "./cells.ts";
import type { OrderRow } from "./order-reads.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import { overtaken } from "./failed-effects.ts";
import type { Loader } from "./statement.ts";

/** What the database says when a due was paid, or tried again, by somebody else meanwhile. */
export const DUE_ENDED = "refused:due-ended";

/** Notes what is left to pay of an order that was charged; nothing when nothing is. */
export function fallDue(due: {
  readonly orderId: OrderId;
  readonly effectId: number | null;
  readonly reason: string;
  readonly at: Instant;
}): Statement {
  return {
    sql: `INSERT INTO payment_due (order_id, number, amount_cents, effect_id, reason, since)
      SELECT id, (SELECT count(*) + 1 FROM payment_due WHERE order_id = ?1),
        final_total_cents - coalesce(captured_cents, 0), ?2, ?3, ?4
      FROM customer_order WHERE id = ?1 AND final_total_cents > coalesce(captured_cents, 0)`,
    args: [due.orderId, due.effectId, due.reason, due.at],
  };
}

/** Ends a due, once. */
export function endDue(
  orderId: OrderId,
  { number }: Pick<Due, "number">,
  ended: { readonly at: Instant; readonly by: string; readonly ending: "tried-again" | "paid" },
): Statement {
  return {
    sql: `UPDATE payment_due SET ended_at = ?, ended_by = ?, ending = ?
      WHERE order_id = ? AND number = ?`,
    args: [ended.at, ended.by, ended.ending, orderId, number],
  };
}

/** A due that was paid in another way: the order is paid, and its card is left alone. */
export function paidOtherwise(
  order: Pick<OrderRow, "id" | "cycleId" | "holdId" | "heldCents" | "capturedCents">,
  due: Due,
  { at, by }: { readonly at: Instant; readonly by: string },
): Statement[] {
  const { id: orderId, cycleId, holdId, heldCents } = order;
  const hold = holdId === null ? null : { holdId, heldCents, orderId, cycleId };
  return [
    endDue(orderId, due, { at, by, ending: "paid" }),
    orderCaptured(orderId, addCents(order.capturedCents ?? ZERO, due.amountCents)),
    ...(due.effectId === null ? [] : [overtaken(due.effectId, at, "paid in another way")]),
    ...(due.effectId === null || hold === null ? [] : [releaseHold(hold, at)]),
  ];
}

/** What somebody owes, as those who keep the books see it. */
export interface OpenDue {
  readonly orderId: OrderId;
  readonly orderCode: string;
  readonly amountCents: Cents;
  readonly reason: string;
  readonly since: Instant;
  readonly effectId: number | null;
}

/** What is owed, the oldest first. A cursor is the due's instant and its order's id. */
export function openDues(asked: PageAsked): Loader<Page<OpenDue>> {
  const [since = "0", order = ""] = asked.after?.split("-") ?? [];
  const loader: Loader<OpenDue[]> = {
    statement: {
      sql: `SELECT d.order_id, o.code, d.amount_cents, d.reason, d.since, d.effect_id
        FROM payment_due d JOIN customer_order o ON o.id = d.order_id
        WHERE d.ended_at IS NULL AND (d.since, d.order_id) > (?1, ?2)
        ORDER BY d.since, d.order_id LIMIT ?3`,
      args: [Number(since), order, asked.limit + 1],
    },
    parse: (rows) =>
      rows.map((row) => ({
        orderId: id<OrderId>(text(row, 0)),
        orderCode: text(row, 1),
        amountCents: cents(integer(row, 2)),
        reason: text(row, 3),
        since: instantAt(row, 4),
        effectId: integerOrNull(row, 5),
      })),
  };
  return paged(loader, asked, (due) => `${due.since}-${due.orderId}`);
}
