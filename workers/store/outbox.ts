import type { PlanProblemId } from "#domain/kernel/ids.ts";
import { type Instant, MINUTE } from "#domain/kernel/instant.ts";
import type {
  CaptureEffect,
  RefundEffect,
  ReleaseEffect,
  UndoHoldEffect,
} from "#domain/payments/after-effects.ts";
import type { Row, Statement } from "#ports/database.ts";
import { outbox } from "#schema/ground.ts";
import { integer, text } from "./cells.ts";
import { insertInto } from "./statement.ts";

/** What is sent afterwards, by its topic. A letter is in its own table, under the same key. */
export type Effect =
  | { readonly topic: "mail"; readonly payload: object }
  | { readonly topic: "payment-capture"; readonly payload: CaptureEffect }
  | { readonly topic: "payment-release"; readonly payload: ReleaseEffect | UndoHoldEffect }
  | { readonly topic: "payment-refund"; readonly payload: RefundEffect }
  | { readonly topic: "plan"; readonly payload: { readonly problemId: PlanProblemId } };

/** When a fact has an after-effect, and what makes it the same one however often it is sent. */
interface Sending {
  readonly key: string;
  readonly at: Instant;
}

/**
 * Puts an after-effect in the batch of the fact it follows from. It is sent later, perhaps more
 * than once: the key tells the neighbour that it is the same one.
 */
export function afterwards(effect: Effect & Sending): Statement {
  const { topic, key, payload, at } = effect;
  const row = { topic, key, payload: JSON.stringify(payload), createdAt: at, dueAt: at };
  return insertInto(outbox, row);
}

/** Whether a statement of a batch leaves something to be sent. */
export function isAfterEffect({ sql }: Statement): boolean {
  return sql.startsWith("INSERT INTO outbox ");
}

/** An after-effect in the hands of a sender; `attempts` counts this one too. */
export type Claimed = Effect & {
  readonly id: number;
  readonly key: string;
  readonly attempts: number;
};

/** How often an after-effect is tried, over almost three days, before a person has to look. */
export const MOST_ATTEMPTS = 12;

/**
 * Takes what is due into one sender's hands. Each try puts the next one off by twice as long
 * (1 minute, 2, 4, … 1024): a sender that is killed, or runs beside another, leaves the row to
 * a later one.
 */
export function claimDue(now: Instant, most: number): Statement {
  return {
    sql: `UPDATE outbox
      SET attempts = attempts + 1, due_at = ?1 + ${MINUTE} * (1 << min(attempts, 10))
      WHERE id IN (
        SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND due_at <= ?1
        ORDER BY due_at, id LIMIT ?2
      ) RETURNING id, topic, key, payload, attempts`,
    args: [now, most],
  };
}

/** Reads what `claimDue` returned; the payload is what `afterwards` wrote. */
export function claimedFrom(rows: readonly Row[]): Claimed[] {
  return rows.map((row) => {
    const payload: unknown = JSON.parse(text(row, 3));
    const effect = { topic: text(row, 1), payload } as Effect;
    return { ...effect, id: integer(row, 0), key: text(row, 2), attempts: integer(row, 4) };
  });
}

const WAITING = "done_at IS NULL AND dead_at IS NULL";

export function sent(id: number, at: Instant): Statement {
  const sql = `UPDATE outbox SET done_at = ?, last_error = NULL WHERE id = ? AND ${WAITING}`;
  return { sql, args: [at, id] };
}

/** Not this time: it stays due when its claim said. */
export function notSent(id: number, reason: string): Statement {
  const sql = `UPDATE outbox SET last_error = ? WHERE id = ? AND ${WAITING}`;
  return { sql, args: [reason, id] };
}

/** Never: a person has to look at the reason. */
export function dead(id: number, at: Instant, reason: string): Statement {
  const sql = `UPDATE outbox SET dead_at = ?, last_error = ? WHERE id = ? AND ${WAITING}`;
  return { sql, args: [at, reason, id] };
}
