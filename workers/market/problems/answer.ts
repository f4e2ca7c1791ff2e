import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import type { ProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, ZERO } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Occasion } from "#domain/ledger/posting.ts";
import type { Answered } from "#domain/notices/problem-mail.ts";
import { problemAnsweredMail, problemClosedMail } from "#domain/notices/problem-mail.ts";
import { type ProblemTerms, problemTerms } from "#domain/orders/problem-terms.ts";
import {
  refundedState,
  type RefundBearer,
  type RefundWay,
  refundWay,
} from "#domain/orders/problems.ts";
import type { ProblemRefusal } from "#domain/orders/refusals.ts";
import { payBack, refundGoods } from "#domain/payments/refund.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { askCardRefund, CARD_REFUND_TOO_HIGH } from "#store/card-refunds.ts";
import { CYCLE_STATE } from "#store/cycles.ts";
import { overtaken } from "#store/failed-effects.ts";
import { queueLetter } from "#store/letters.ts";
import { appendLineEvents, LINE_CHANGED } from "#store/line-events.ts";
import { post, POSTED_ALREADY } from "#store/postings.ts";
import {
  noteAnswer,
  notePayback,
  NOTHING_TO_PAY_BACK,
  PROBLEM_ANSWERED,
  problemById,
  type ProblemRow,
} from "#store/problems.ts";
import { networkRules } from "#store/rules.ts";

/** What the network answers to a report. */
export type AnswerProblem = {
  readonly problemId: ProblemId;
  /** What it says to whoever reported. */
  readonly words: string | null;
} & (
  | { readonly verdict: "accepted"; readonly refundCents: Cents }
  | { readonly verdict: "declined" }
);

export interface ProblemAnswered {
  readonly id: ProblemId;
  readonly verdict: "accepted" | "declined";
  readonly refundCents: Cents;
  readonly way: RefundWay | null;
  readonly borneBy: RefundBearer | null;
  readonly answeredAt: Instant;
}

type Refusal = AccessRefusal | ProblemRefusal;

/**
 * Accepts a report, which gives money back, or declines it; once. Money is given back of what was
 * charged: before the week's books are closed there is nothing to give.
 */
export function answerProblem(request: Request, command: AnswerProblem) {
  const { problemId, words } = command;
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ problem: problemById(problemId), rules: networkRules() }),
    decide: ({ problem, rules }, principal): Outcome<Plan<ProblemAnswered>, Refusal> => {
      const allowed = allow(principal, "problems.answer");
      if (!allowed.ok) return allowed;
      if (problem === null) return refuse({ code: "not-found", what: "problem" });
      if (problem.isAnswered) return refuse({ code: "problem-answered", problemId });
      const actor = actorName(principal);
      const terms = problemTerms((key) => ruleAt(rules, key, problem.placedAt));
      const given = givenBack(command, problem, { terms, now, actor });
      if (!given.ok) return given;
      const { statements, afterAnswer, ...answered } = given.value;
      const { verdict } = command;
      const row = { problemId, verdict, ...answered, at: now, actor };
      return accept({
        value: { id: problemId, verdict, ...answered, answeredAt: now },
        statements: [
          ...noteAnswer(row, words),
          ...afterAnswer,
          ...statements,
          ...letters(problem, { verdict, ...answered, reply: words }, now),
        ],
      });
    },
    guards: {
      [PROBLEM_ANSWERED]: { code: "problem-answered", problemId },
      [LINE_CHANGED]: "decide-again",
      [CYCLE_STATE]: "decide-again",
      [POSTED_ALREADY]: "decide-again",
      [CARD_REFUND_TOO_HIGH]: "decide-again",
    },
  });
}

interface GivenBack {
  readonly refundCents: Cents;
  readonly way: RefundWay | null;
  readonly borneBy: RefundBearer | null;
  readonly statements: readonly Statement[];
  /** What rests on the answer's own row. */
  readonly afterAnswer: readonly Statement[];
}

const NOTHING: GivenBack = {
  refundCents: ZERO,
  way: null,
  borneBy: null,
  statements: [],
  afterAnswer: [],
};

/** The line's own event and the posting of an accepted report; a declined one moves nothing. */
function givenBack(
  command: AnswerProblem,
  problem: ProblemRow,
  by: { readonly terms: ProblemTerms; readonly now: Instant; readonly actor: string },
): Outcome<GivenBack, ProblemRefusal> {
  if (command.verdict === "declined") return accept(NOTHING);
  const { refundCents: amountCents } = command;
  const { id: problemId, orderId, cycleId, enterpriseId: producerId, lineId } = problem;
  if (!problem.isSettled) return refuse({ code: "order-not-settled", orderId });
  const state = refundedState(problem.state, amountCents);
  if (!state.ok) return state;
  const { terms, now, actor } = by;
  const { borneBy } = terms;
  const { householdId, cardLeftCents, holdId } = problem;
  const wallet = problem.payment === "wallet" ? householdId : null;
  const way = refundWay({ byWallet: wallet !== null, cardLeftCents }, amountCents);
  const refund = { problemId, orderId, cycleId, producerId, wallet, amountCents, borneBy };
  const { vat, networkFee, lineVersion } = problem;
  const occasion: Occasion = { now, actor, rules: { "refund-borne-by": terms.version } };
  const event = { lineId, number: lineVersion + 1, kind: "refunded" as const, at: now, actor };
  return accept({
    refundCents: amountCents,
    way,
    borneBy,
    statements: [
      ...appendLineEvents([{ ...event, state: state.value }]),
      ...post(refundGoods({ ...refund, vat, networkFee }, occasion)),
    ],
    afterAnswer:
      way === "card" && holdId !== null
        ? askCardRefund({ problemId, orderId, cycleId, holdId, amountCents }, now)
        : [],
  });
}

/** To whoever reported and to the producer; the producer does not read whose order it was. */
function letters(problem: ProblemRow, answered: Answered, at: Instant): Statement[] {
  const { id, buyerEmail, producerEmail, productName, isByWeight, quantityMilli, kind } = problem;
  const thing = { productName, isByWeight, quantityMilli, problem: kind };
  const buyer = problemAnsweredMail(problem.language, thing, answered);
  const producer = problemClosedMail("it", thing, answered);
  const key = `problem-answered:${id}`;
  return [
    ...(buyerEmail === null ? [] : queueLetter({ key, to: buyerEmail, letter: buyer, at })),
    ...(producerEmail === null
      ? []
      : queueLetter({ key: `problem-closed:${id}`, to: producerEmail, letter: producer, at })),
  ];
}

export interface PaidBack {
  readonly id: ProblemId;
  readonly refundCents: Cents;
  readonly source: "cash" | "bank";
}

/** Notes that a refund, or one that its card refused, was handed back by hand, once. */
export function payProblemBack(
  request: Request,
  { problemId, source }: { readonly problemId: ProblemId; readonly source: "cash" | "bank" },
) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ problem: problemById(problemId) }),
    decide: ({ problem }, principal): Outcome<Plan<PaidBack>, Refusal> => {
      const allowed = allow(principal, "dues.settle");
      if (!allowed.ok) return allowed;
      if (problem === null) return refuse({ code: "not-found", what: "problem" });
      const { way, isPaidBack, orderId, cycleId, refundCents, refusedEffectId } = problem;
      const isOwed = (way === "by-hand" || refusedEffectId !== null) && !isPaidBack;
      if (!isOwed) return refuse({ code: "nothing-to-pay-back", problemId });
      const actor = actorName(principal);
      const refund = { problemId, orderId, cycleId, amountCents: refundCents };
      return accept({
        value: { id: problemId, refundCents, source },
        statements: [
          notePayback({ problemId, source, at: now, actor }),
          ...post(payBack(refund, source, { now, actor, rules: {} })),
          ...(refusedEffectId === null ? [] : [overtaken(refusedEffectId, now, "handed back")]),
        ],
      });
    },
    guards: {
      [NOTHING_TO_PAY_BACK]: { code: "nothing-to-pay-back", problemId },
      [POSTED_ALREADY]: "decide-again",
    },
  });
}
