import {
  type CycleId,
  type EnterpriseId,
  type HouseholdId,
  id,
  type LineId,
  type OrderId,
  type ProblemId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { type BasisPoints, basisPoints, type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "#domain/orders/line.ts";
import type { ProblemKind, RefundWay } from "#domain/orders/problems.ts";
import type { Row, Statement } from "#ports/database.ts";
import {
  orderProblem,
  orderProblemAnswer,
  orderProblemPayback,
  orderProblemWords,
} from "#schema/problems.ts";
import { instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { lineStateOf } from "./order-reads.ts";
import type { Payment } from "./orders.ts";
import { type Language, languageAt } from "./persons.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What the database says of a line that was reported, and of a report that was answered. */
export const PROBLEM_REPORTED = "refused:problem-reported";
export const PROBLEM_MISFIT = "refused:problem-misfit";
export const PROBLEM_ANSWERED = "refused:problem-answered";
export const NOTHING_TO_PAY_BACK = "refused:nothing-to-pay-back";

/** Notes what somebody says is wrong with a line, and in which words. */
export function noteProblem(
  problem: typeof orderProblem.$inferInsert,
  words: string | null,
): Statement[] {
  return [insertInto(orderProblem, problem), ...wordsOn(problem.id, "buyer", words)];
}

/** Notes what was answered, and in which words. */
export function noteAnswer(
  answer: typeof orderProblemAnswer.$inferInsert,
  words: string | null,
): Statement[] {
  const { problemId } = answer;
  return [insertInto(orderProblemAnswer, answer), ...wordsOn(problemId, "network", words)];
}

function wordsOn(
  problemId: ProblemId,
  voice: "buyer" | "network",
  words: string | null,
): Statement[] {
  return words === null ? [] : [insertInto(orderProblemWords, { problemId, voice, words })];
}

/** Notes that the money was handed back. */
export function notePayback(payback: typeof orderProblemPayback.$inferInsert): Statement {
  return insertInto(orderProblemPayback, payback);
}

const STATE = `l.status, l.wanted_milli, l.tolerance_milli, l.allocated_milli, l.lost_milli,
  l.delivered_milli, l.actual_grams, l.estimated_cents, l.hold_cents, l.final_cents,
  l.deposit_cents, l.load_grams, l.refunded_cents`;

/** A line that somebody has in hand: what it is, who sold it, whether it was reported. */
export interface LineToReport {
  readonly lineId: LineId;
  readonly enterpriseId: EnterpriseId;
  readonly productName: string;
  readonly isByWeight: boolean;
  readonly producerEmail: string | null;
  readonly networkEmail: string | null;
  readonly isReported: boolean;
  readonly state: LineState;
}

export function lineToReport(orderId: OrderId, lineId: LineId): Loader<LineToReport | null> {
  return {
    statement: {
      sql: `SELECT l.id, l.enterprise_id, p.name, f.kind = 'kg', e.email,
          (SELECT contact_email FROM network),
          EXISTS (SELECT 1 FROM order_problem q WHERE q.line_id = l.id), ${STATE}
        FROM order_line l JOIN offer f ON f.id = l.offer_id JOIN product p ON p.id = f.product_id
        JOIN enterprise e ON e.id = l.enterprise_id
        WHERE l.id = ? AND l.order_id = ? AND l.status NOT IN ('new', 'withdrawn')`,
      args: [lineId, orderId],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : {
            lineId: id<LineId>(text(row, 0)),
            enterpriseId: id<EnterpriseId>(text(row, 1)),
            productName: text(row, 2),
            isByWeight: integer(row, 3) === 1,
            producerEmail: textOrNull(row, 4),
            networkEmail: textOrNull(row, 5),
            isReported: integer(row, 6) === 1,
            state: lineStateOf(row, 7),
          },
  };
}

/** A report with all that its answer rests on. */
export interface ProblemRow {
  readonly id: ProblemId;
  readonly lineId: LineId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  readonly enterpriseId: EnterpriseId;
  readonly kind: ProblemKind;
  readonly quantityMilli: Milli;
  readonly isAnswered: boolean;
  /** What is to be handed back: its way, and whether it was; null before it is accepted. */
  readonly way: RefundWay | null;
  readonly refundCents: Cents;
  readonly isPaidBack: boolean;
  /** The after-effect in which its card said no; null where it was not asked, or is being. */
  readonly refusedEffectId: number | null;
  /** The hold that its card paid by, and what that can still get back. */
  readonly holdId: string | null;
  readonly cardLeftCents: Cents;
  readonly lineVersion: number;
  readonly state: LineState;
  readonly payment: Payment;
  readonly householdId: HouseholdId | null;
  readonly placedAt: Instant;
  readonly isSettled: boolean;
  readonly networkFee: BasisPoints;
  readonly vat: BasisPoints;
  readonly productName: string;
  readonly isByWeight: boolean;
  readonly buyerEmail: string | null;
  /** Of the letters about the order. */
  readonly language: Language;
  readonly producerEmail: string | null;
}

export function problemById(problemId: ProblemId): Loader<ProblemRow | null> {
  return {
    statement: {
      sql: `SELECT q.id, q.line_id, q.order_id, l.cycle_id, q.enterprise_id, q.kind,
          q.quantity_milli, a.problem_id IS NOT NULL, a.way, coalesce(a.refund_cents, 0),
          b.problem_id IS NOT NULL, l.version, o.payment, o.household_id, o.placed_at,
          o.settled_at IS NOT NULL AND c.state = 'settled', o.network_fee_basis_points,
          f.vat_basis_points, p.name, f.kind = 'kg', coalesce(
            (SELECT email FROM order_contact WHERE order_id = o.id),
            (SELECT email FROM household_profile WHERE household_id = o.household_id)),
          e.email, ${STATE}, o.language, r.effect_id, card.hold_id, card.left_cents
        FROM order_problem q JOIN order_line l ON l.id = q.line_id
        JOIN customer_order o ON o.id = q.order_id JOIN cycle c ON c.id = o.cycle_id
        JOIN offer f ON f.id = l.offer_id JOIN product p ON p.id = f.product_id
        JOIN enterprise e ON e.id = q.enterprise_id
        JOIN card_left card ON card.order_id = o.id
        LEFT JOIN order_problem_answer a ON a.problem_id = q.id
        LEFT JOIN card_refund r ON r.problem_id = q.id
        LEFT JOIN order_problem_payback b ON b.problem_id = q.id WHERE q.id = ?`,
      args: [problemId],
    },
    parse: ([row]) => (row === undefined ? null : toProblem(row)),
  };
}

function toProblem(row: Row): ProblemRow {
  const household = textOrNull(row, 13);
  return {
    id: id<ProblemId>(text(row, 0)),
    lineId: id<LineId>(text(row, 1)),
    orderId: id<OrderId>(text(row, 2)),
    cycleId: id<CycleId>(text(row, 3)),
    enterpriseId: id<EnterpriseId>(text(row, 4)),
    kind: text(row, 5) as ProblemKind,
    quantityMilli: milli(integer(row, 6)),
    isAnswered: integer(row, 7) === 1,
    way: textOrNull(row, 8) as RefundWay | null,
    refundCents: cents(integer(row, 9)),
    isPaidBack: integer(row, 10) === 1,
    lineVersion: integer(row, 11),
    payment: text(row, 12) as Payment,
    householdId: household === null ? null : id<HouseholdId>(household),
    placedAt: instantAt(row, 14),
    isSettled: integer(row, 15) === 1,
    networkFee: basisPoints(integer(row, 16)),
    vat: basisPoints(integer(row, 17)),
    productName: text(row, 18),
    isByWeight: integer(row, 19) === 1,
    buyerEmail: textOrNull(row, 20),
    producerEmail: textOrNull(row, 21),
    state: lineStateOf(row, 22),
    language: languageAt(row, 35),
    refusedEffectId: integerOrNull(row, 36),
    holdId: textOrNull(row, 37),
    cardLeftCents: cents(integer(row, 38)),
  };
}
