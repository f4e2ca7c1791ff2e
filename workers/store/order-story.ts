import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { instantAt, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Something that happened to an order. */
export interface OrderEvent {
  readonly kind: (typeof KINDS)[number];
  readonly at: Instant;
}

/** What can happen, in the order in which things of one moment are told. */
const KINDS = [
  "placed",
  "changed",
  "cancelled",
  "closed",
  "sent",
  "receiving",
  "handed-out",
  "delivered",
  "settled",
  "paid",
  "reported",
  "answered",
  "paid-back",
] as const;

/** Of a week that was opened again only what came after counts. */
const OF_WEEK = `SELECT e.kind, max(e.at) FROM cycle_event e JOIN mine o ON o.cycle_id = e.cycle_id
  WHERE e.kind IN ('closed', 'sent', 'receiving', 'delivered') AND o.cancelled_at IS NULL
    AND e.number > coalesce((SELECT max(r.number) FROM cycle_event r
      WHERE r.cycle_id = o.cycle_id AND r.kind IN ('reopened', 'completing')), 0)
  GROUP BY e.kind`;

const STORY = `WITH mine AS (SELECT * FROM customer_order WHERE id = ?)
  SELECT 'placed' AS kind, placed_at AS at FROM mine
  UNION ALL SELECT 'changed', max(v.at) FROM mine o JOIN order_line l ON l.order_id = o.id
    JOIN line_event v ON v.line_id = l.id AND v.kind IN ('wanted', 'withdrawn')
    WHERE v.at > o.placed_at AND o.cancelled_at IS NULL
  UNION ALL SELECT 'cancelled', cancelled_at FROM mine
  UNION ALL ${OF_WEEK}
  UNION ALL SELECT 'handed-out', handed_out_at FROM mine
  UNION ALL SELECT 'settled', settled_at FROM mine
  UNION ALL SELECT 'paid', x.posted_at FROM mine o JOIN ledger_tx x ON x.order_id = o.id
    AND x.kind IN ('card-capture', 'pickup-payment', 'due-payment')
  UNION ALL SELECT 'reported', q.at FROM order_problem q JOIN mine o ON o.id = q.order_id
  UNION ALL SELECT 'answered', a.at FROM order_problem q JOIN mine o ON o.id = q.order_id
    JOIN order_problem_answer a ON a.problem_id = q.id
  UNION ALL SELECT 'paid-back', b.at FROM order_problem q JOIN mine o ON o.id = q.order_id
    JOIN order_problem_payback b ON b.problem_id = q.id
  UNION ALL SELECT 'paid-back', r.done_at FROM card_refund r JOIN mine o ON o.id = r.order_id`;

/** What happened to an order, the first thing first. */
export function orderStory(orderId: OrderId): Loader<OrderEvent[]> {
  return {
    statement: { sql: `SELECT kind, at FROM (${STORY}) WHERE at IS NOT NULL`, args: [orderId] },
    parse: (rows) =>
      rows
        .map((row) => ({ kind: text(row, 0) as OrderEvent["kind"], at: instantAt(row, 1) }))
        .toSorted((a, b) => a.at - b.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
  };
}
