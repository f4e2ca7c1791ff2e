import type { ProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { RefundEffect } from "#domain/payments/after-effects.ts";
import type { Statement } from "#ports/database.ts";
import { cardRefund } from "#schema/problems.ts";
import { afterwards } from "./outbox.ts";
import { insertInto } from "./statement.ts";

/** What the database says when more would go back to a card than it paid. */
export const CARD_REFUND_TOO_HIGH = "refused:card-refund-too-high";
/** What it says when money was handed back by hand, so that its card is asked no more. */
export const CARD_REFUND_OVERTAKEN = "refused:card-refund-overtaken";

/** Notes that money is to go back to a card, and asks for it afterwards. */
export function askCardRefund(refund: RefundEffect, at: Instant): Statement[] {
  const { problemId, orderId, holdId, amountCents } = refund;
  return [
    insertInto(cardRefund, { problemId, orderId, holdId, amountCents, askedAt: at }),
    afterwards({ topic: "payment-refund", key: `refund:${problemId}`, payload: refund, at }),
  ];
}

/** The money is on its way to the card, for good. */
export function cardRefundDone(problemId: ProblemId, at: Instant): Statement {
  return ended(problemId, { doneAt: at });
}

/** The card said no to it: it is to be handed back. */
export function cardRefundRefused(
  problemId: ProblemId,
  refused: { readonly at: Instant; readonly reason: string; readonly effectId: number },
): Statement {
  const { at: refusedAt, reason, effectId } = refused;
  return ended(problemId, { refusedAt, reason, effectId });
}

/** The card is asked again, so nothing is to be handed back meanwhile. */
export function cardRefundAskedAgain(problemId: ProblemId): Statement {
  return ended(problemId, {});
}

type Ending = Pick<typeof cardRefund.$inferInsert, "doneAt" | "refusedAt" | "reason" | "effectId">;

function ended(problemId: ProblemId, ending: Ending): Statement {
  const { doneAt = null, refusedAt = null, reason = null, effectId = null } = ending;
  return {
    sql: `UPDATE card_refund SET done_at = ?, refused_at = ?, reason = ?, effect_id = ?
      WHERE problem_id = ?`,
    args: [doneAt, refusedAt, reason, effectId, problemId],
  };
}
