import type { OrderId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { integer, text } from "./cells.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** What sharing the rounds came to for a delivery home, in the last week that was counted. */
export interface HomeSaving {
  /** What one would cost alone, and its part of the rounds: the mean of all, rounded once. */
  readonly alone: Cents;
  readonly share: Cents;
  readonly deliveryDay: CivilDate;
}

/** Null before any week was counted, or where nothing was brought home. */
export function lastHomeSaving(): Loader<HomeSaving | null> {
  return firstOrNull({
    statement: {
      sql: `WITH last AS (
          SELECT f.problem_id, f.version, c.delivery_day FROM round_figure f
          JOIN plan_problem p ON p.id = f.problem_id JOIN cycle c ON c.id = p.cycle_id
          WHERE EXISTS (SELECT 1 FROM round_share s JOIN customer_order o ON o.id = s.subject
            WHERE s.problem_id = f.problem_id AND s.version = f.version AND s.kind = 'order'
            AND o.place = 'home')
          ORDER BY c.delivery_day DESC, f.made_at DESC LIMIT 1)
        SELECT cast(round(avg(s.alone_cents)) AS INTEGER),
          cast(round(avg(s.share_cents)) AS INTEGER), last.delivery_day
        FROM last JOIN round_share s
          ON s.problem_id = last.problem_id AND s.version = last.version AND s.kind = 'order'
        JOIN customer_order o ON o.id = s.subject AND o.place = 'home'
        GROUP BY last.delivery_day`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        alone: cents(integer(row, 0)),
        share: cents(integer(row, 1)),
        deliveryDay: civilDate(text(row, 2)),
      })),
  });
}

/** The part of an order in the rounds that brought it, and what it would have cost alone. */
export function savingOfOrder(
  orderId: OrderId,
): Loader<{ readonly alone: Cents; readonly share: Cents } | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT s.alone_cents, s.share_cents FROM round_share s
        JOIN plan_problem p ON p.id = s.problem_id
        WHERE s.kind = 'order' AND s.subject = ?
        ORDER BY p.number DESC, s.version DESC LIMIT 1`,
      args: [orderId],
    },
    parse: (rows) =>
      rows.map((row) => ({ alone: cents(integer(row, 0)), share: cents(integer(row, 1)) })),
  });
}
