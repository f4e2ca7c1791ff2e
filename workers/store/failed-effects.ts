import { id, type OrderId, type ProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Page, paged } from "./page.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** An after-effect that a person has to look at. Letters are followed by themselves. */
export interface FailedEffect {
  readonly id: number;
  readonly topic: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Null while it is still tried, or once it was done. */
  readonly failedAt: Instant | null;
  readonly reason: string;
  readonly orderId: OrderId | null;
  readonly orderCode: string | null;
  /** What a card was to pay. */
  readonly amountCents: number | null;
  /** The open due that it left. */
  readonly dueNumber: number | null;
  /** The refund that it was refused, which is to be handed back. */
  readonly refusedRefund: ProblemId | null;
}

const EFFECT = `SELECT x.id, x.topic, x.attempts, x.created_at, x.dead_at,
    coalesce(x.last_error, ''), o.id, o.code, x.payload ->> '$.amountCents', d.number,
    r.problem_id
  FROM outbox x
  LEFT JOIN customer_order o
    ON o.id = coalesce(x.payload ->> '$.orderId', x.payload ->> '$.posted.orderId')
  LEFT JOIN payment_due d ON d.order_id = o.id AND d.effect_id = x.id AND d.ended_at IS NULL
  LEFT JOIN card_refund r ON r.effect_id = x.id`;

/** After-effects that failed for good, in the order they were written. */
export function failedEffects(asked: {
  readonly after: number | null;
  readonly limit: number;
}): Loader<Page<FailedEffect>> {
  const statement = {
    sql: `${EFFECT} WHERE x.dead_at IS NOT NULL AND x.topic <> 'mail' AND x.id > ?
      ORDER BY x.id LIMIT ?`,
    args: [asked.after ?? 0, asked.limit + 1],
  };
  const page = { after: null, limit: asked.limit };
  return paged({ statement, parse: (rows) => rows.map(toEffect) }, page, (row) => String(row.id));
}

/** One after-effect that is no letter, failed or not. */
export function effectById(effectId: number): Loader<FailedEffect | null> {
  return firstOrNull({
    statement: { sql: `${EFFECT} WHERE x.id = ? AND x.topic <> 'mail'`, args: [effectId] },
    parse: (rows) => rows.map(toEffect),
  });
}

function toEffect(row: Row): FailedEffect {
  const order = textOrNull(row, 6);
  const refund = textOrNull(row, 10);
  return {
    id: integer(row, 0),
    topic: text(row, 1),
    attempts: integer(row, 2),
    createdAt: instantAt(row, 3),
    failedAt: instantOrNull(row, 4),
    reason: text(row, 5),
    orderId: order === null ? null : id<OrderId>(order),
    orderCode: textOrNull(row, 7),
    amountCents: integerOrNull(row, 8),
    dueNumber: integerOrNull(row, 9),
    refusedRefund: refund === null ? null : id<ProblemId>(refund),
  };
}

/**
 * Gives a failed after-effect all its attempts again. One that the neighbour refused is a new deed
 * under a new key, for a neighbour may keep its no; one that nobody knows about stays the same.
 */
export function tryAgain(effectId: number, at: Instant, wasRefused: boolean): Statement {
  return {
    sql: `UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = ?1, key = key || ?2
      WHERE id = ?3 AND dead_at IS NOT NULL`,
    args: [at, wasRefused ? ":again" : "", effectId],
  };
}

/** Something else did what a failed after-effect was for: nobody has to look any more. */
export function overtaken(effectId: number, at: Instant, reason: string): Statement {
  return {
    sql: `UPDATE outbox SET dead_at = NULL, done_at = ?, last_error = ?
      WHERE id = ? AND dead_at IS NOT NULL`,
    args: [at, reason, effectId],
  };
}
