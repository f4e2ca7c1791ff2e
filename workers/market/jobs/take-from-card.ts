import type { OrderId } from "#domain/kernel/ids.ts";
import { type Cents, sumCents, subtractCents, ZERO } from "#domain/kernel/money.ts";
import { paymentDueMail } from "#domain/notices/due-mail.ts";
import type { CaptureEffect } from "#domain/payments/after-effects.ts";
import { captureCard } from "#domain/payments/card.ts";
import { isOwedAfter } from "#domain/payments/due.ts";
import type { Statement } from "#ports/database.ts";
import { orderCaptured } from "#store/captures.ts";
import { fallDue } from "#store/dues.ts";
import { networkRow } from "#store/network.ts";
import { orderRow } from "#store/order-reads.ts";
import { queueLetter } from "#store/letters.ts";
import type { Claimed } from "#store/outbox.ts";
import { post } from "#store/postings.ts";
import { readBatch } from "#store/statement.ts";
import type { Result, Senders } from "./send-outbox.ts";

/**
 * Takes what an order came to from its card. What the card does not pay, all of it or what its
 * hold is too small for, falls due.
 */
export async function takeFromCard(
  senders: Senders,
  { id, key }: Pick<Claimed, "id" | "key">,
  effect: CaptureEffect,
): Promise<Result> {
  const { holdId, amountCents, orderId, shortCents } = effect;
  const answer = await senders.payments.capture({ key, holdId, amountCents });
  if (answer.kind === "declined") {
    const { reason } = answer;
    const refused = { orderId, key, effectId: id, reason, paidNowCents: ZERO };
    const statements = isOwedAfter(reason) ? await leaveDue(senders, refused) : [];
    return { kind: "never", reason, statements };
  }
  const occasion = { now: senders.now, actor: "system:outbox", rules: {} };
  const posting = captureCard(effect, amountCents, occasion);
  const rest = { effectId: null, reason: "above-the-hold", paidNowCents: amountCents };
  const due = shortCents > 0 ? await leaveDue(senders, { orderId, key, ...rest }) : [];
  const paid = [...post(posting), orderCaptured(orderId, amountCents)];
  return { kind: "done", statements: [...paid, ...due] };
}

/** Why a card did not pay: which capture was refused, or that the hold was too small. */
interface NotPaid {
  readonly orderId: OrderId;
  /** Which try of the capture it was: its letter goes out once. */
  readonly key: string;
  readonly effectId: number | null;
  readonly reason: string;
  /** What the card pays in the same batch. */
  readonly paidNowCents: Cents;
}

/** The rest is due, and who ordered is told; nothing when the order owes nothing. */
async function leaveDue(
  { database, now }: Senders,
  { orderId, key, effectId, reason, paidNowCents }: NotPaid,
): Promise<readonly Statement[]> {
  const { order, network } = await readBatch(database, {
    order: orderRow(orderId),
    network: networkRow(),
  });
  if (order === null || order.finalTotalCents === null) return [];
  const paid = sumCents([order.capturedCents ?? ZERO, paidNowCents]);
  const dueCents = subtractCents(order.finalTotalCents, paid);
  if (dueCents <= 0) return [];
  const contactEmail = network?.contactEmail ?? null;
  const letter = paymentDueMail(order.language, { code: order.code, dueCents, contactEmail });
  const to = order.email;
  return [
    fallDue({ orderId, effectId, reason, at: now }),
    ...(to === null ? [] : queueLetter({ key: `due:${key}`, to, letter, at: now })),
  ];
}
