import type { Digest } from "#domain/kernel/digest.ts";
import { id, type OrderId } from "#domain/kernel/ids.ts";
import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { integer, text } from "./cells.ts";
import { OWN_ORDERS } from "./own-order-rows.ts";
import type { Loader } from "./statement.ts";

/** What the network answered to a report about an order of one's own. */
export interface OwnAnswer {
  readonly orderId: OrderId;
  readonly productName: string;
  /** What is still to be handed back to them; zero where nothing is. */
  readonly owedCents: Cents;
}

/** For so long an answer is news. */
const NEWS = 7 * DAY;

/** Answers of the last days, and those whose money was not handed back yet; newest first. */
export function ownAnswers(session: Digest | null, now: Instant): Loader<OwnAnswer[]> {
  return {
    statement: {
      sql: `WITH ${OWN_ORDERS}
        SELECT q.order_id, p.name, iif(
            (a.way = 'by-hand' OR card.refused_at IS NOT NULL) AND back.problem_id IS NULL,
            a.refund_cents, 0) AS owed
        FROM own JOIN order_problem q ON q.order_id = own.id
          JOIN order_problem_answer a ON a.problem_id = q.id
          LEFT JOIN card_refund card ON card.problem_id = q.id
          LEFT JOIN order_problem_payback back ON back.problem_id = q.id
          JOIN order_line l ON l.id = q.line_id JOIN offer f ON f.id = l.offer_id
          JOIN product p ON p.id = f.product_id
        WHERE a.at > ?2 - ${NEWS} OR owed > 0 ORDER BY a.at DESC LIMIT 5`,
      args: [session, now],
    },
    parse: (rows) =>
      rows.map((row) => ({
        orderId: id<OrderId>(text(row, 0)),
        productName: text(row, 1),
        owedCents: cents(integer(row, 2)),
      })),
  };
}
