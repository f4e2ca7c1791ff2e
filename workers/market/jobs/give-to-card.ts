import { refundRefusedMail } from "#domain/notices/refund-mail.ts";
import type { RefundEffect } from "#domain/payments/after-effects.ts";
import { refundCard } from "#domain/payments/refund.ts";
import type { Statement } from "#ports/database.ts";
import { cardRefundDone, cardRefundRefused } from "#store/card-refunds.ts";
import { queueLetter } from "#store/letters.ts";
import { orderRow } from "#store/order-reads.ts";
import type { Claimed } from "#store/outbox.ts";
import { post } from "#store/postings.ts";
import { readBatch } from "#store/statement.ts";
import type { Result, Senders } from "./send-outbox.ts";

/**
 * Gives money back to the card that paid. What the card does not take is to be handed back, and
 * who ordered is told; while nobody knows whether it was given, nothing is.
 */
export async function giveToCard(
  senders: Senders,
  { id: effectId, key }: Pick<Claimed, "id" | "key">,
  effect: RefundEffect,
): Promise<Result> {
  const { holdId, amountCents, problemId } = effect;
  const answer = await senders.payments.refund({ key, holdId, amountCents });
  const { now: at } = senders;
  if (answer.kind === "declined") {
    const { reason } = answer;
    const refused = cardRefundRefused(problemId, { at, reason, effectId });
    const statements = [refused, ...(await tellOf(senders, key, effect))];
    return { kind: "never", reason, statements };
  }
  const occasion = { now: at, actor: "system:outbox", rules: {} };
  const posted = post(refundCard(effect, occasion));
  return { kind: "done", statements: [...posted, cardRefundDone(problemId, at)] };
}

/** The letter to who ordered, once for each try that was refused. */
async function tellOf(
  { database, now: at }: Senders,
  key: string,
  { orderId, amountCents }: RefundEffect,
): Promise<Statement[]> {
  const { order } = await readBatch(database, { order: orderRow(orderId) });
  if (order === null || order.email === null) return [];
  const letter = refundRefusedMail(order.language, { code: order.code, amountCents });
  return queueLetter({ key: `refund-refused:${key}`, to: order.email, letter, at });
}
