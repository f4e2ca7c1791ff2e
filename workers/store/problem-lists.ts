import {
  type EnterpriseId,
  id,
  type LineId,
  type OrderId,
  type ProblemId,
} from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import {
  type ProblemKind,
  type ProblemState,
  problemState,
  proposedRefund,
  type RefundBearer,
  type RefundWay,
} from "#domain/orders/problems.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import type { Loader } from "./statement.ts";

/** A report as it is shown: what was wrong, and what came of it. */
export interface ShownProblem {
  readonly id: ProblemId;
  readonly lineId: LineId;
  readonly orderId: OrderId;
  readonly orderCode: string;
  readonly enterpriseId: EnterpriseId;
  readonly producerName: string;
  readonly productName: string;
  readonly isByWeight: boolean;
  readonly deliveryDay: CivilDate;
  readonly problem: ProblemKind;
  readonly quantityMilli: Milli;
  /** What so much of the line cost. */
  readonly proposedCents: Cents;
  readonly reportedAt: Instant;
  readonly words: string | null;
  readonly state: ProblemState;
  readonly answeredAt: Instant | null;
  readonly refundCents: Cents;
  readonly way: RefundWay | null;
  /** When it was handed back, or its card took it; null before, and where a wallet has it. */
  readonly paidBackAt: Instant | null;
  readonly borneBy: RefundBearer | null;
  readonly reply: string | null;
}

const SHOWN = `SELECT q.id, q.line_id, q.order_id, o.code, q.enterprise_id, e.name, p.name,
    f.kind = 'kg', c.delivery_day, q.kind, q.quantity_milli, q.at, said.words, a.verdict, a.at,
    coalesce(a.refund_cents, 0), a.way, a.borne_by, reply.words, coalesce(b.at, r.done_at),
    l.status, l.wanted_milli, l.tolerance_milli, l.allocated_milli, l.lost_milli,
    l.delivered_milli, l.actual_grams, l.estimated_cents, l.hold_cents, l.final_cents,
    l.deposit_cents, l.load_grams, l.refunded_cents, r.refused_at
  FROM order_problem q JOIN order_line l ON l.id = q.line_id
  JOIN customer_order o ON o.id = q.order_id JOIN cycle c ON c.id = o.cycle_id
  JOIN offer f ON f.id = l.offer_id JOIN product p ON p.id = f.product_id
  JOIN enterprise e ON e.id = q.enterprise_id
  LEFT JOIN order_problem_words said ON said.problem_id = q.id AND said.voice = 'buyer'
  LEFT JOIN order_problem_answer a ON a.problem_id = q.id
  LEFT JOIN order_problem_words reply ON reply.problem_id = q.id AND reply.voice = 'network'
  LEFT JOIN card_refund r ON r.problem_id = q.id
  LEFT JOIN order_problem_payback b ON b.problem_id = q.id`;

/** The reports of an order, in the order in which they came. */
export function problemsOfOrder(orderId: OrderId): Loader<ShownProblem[]> {
  return {
    statement: { sql: `${SHOWN} WHERE q.order_id = ? ORDER BY q.id`, args: [orderId] },
    parse: (rows) => rows.map(toShown),
  };
}

/** The reports of a producer's goods, or of everybody's, newest first. */
export function problemPage(
  producer: EnterpriseId | null,
  asked: PageAsked,
): Loader<Page<ShownProblem>> {
  const statement = {
    sql: `${SHOWN} WHERE (?1 IS NULL OR q.enterprise_id = ?1) AND (?2 = '' OR q.id < ?2)
      ORDER BY q.id DESC LIMIT ?3`,
    args: [producer, asked.after ?? "", asked.limit + 1],
  };
  const loader = { statement, parse: (rows: readonly Row[]) => rows.map(toShown) };
  return paged(loader, asked, (problem) => problem.id);
}

function toShown(row: Row): ShownProblem {
  const quantityMilli = milli(integer(row, 10));
  const way = textOrNull(row, 16) as RefundWay | null;
  const paidBackAt = instantOrNull(row, 19);
  const refusedAt = instantOrNull(row, 33);
  const verdict = textOrNull(row, 13) as "accepted" | "declined" | null;
  return {
    id: id<ProblemId>(text(row, 0)),
    lineId: id<LineId>(text(row, 1)),
    orderId: id<OrderId>(text(row, 2)),
    orderCode: text(row, 3),
    enterpriseId: id<EnterpriseId>(text(row, 4)),
    producerName: text(row, 5),
    productName: text(row, 6),
    isByWeight: integer(row, 7) === 1,
    deliveryDay: civilDate(text(row, 8)),
    problem: text(row, 9) as ProblemKind,
    quantityMilli,
    proposedCents: proposedRefund(lineStateOf(row, 20), quantityMilli),
    reportedAt: instantAt(row, 11),
    words: textOrNull(row, 12),
    state: problemState({ verdict, way, paidBackAt, refusedAt }),
    answeredAt: instantOrNull(row, 14),
    refundCents: cents(integer(row, 15)),
    // What a card refused goes back by hand.
    way: refusedAt === null ? way : "by-hand",
    paidBackAt,
    borneBy: textOrNull(row, 17) as RefundBearer | null,
    reply: textOrNull(row, 18),
  };
}
