import type { OrderId } from "#domain/kernel/ids.ts";
import { orderCode } from "#domain/orders/order-code.ts";
import type { OrderSums } from "#domain/orders/ordering.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import { orderPlacedMail } from "#domain/notices/order-mail.ts";
import type { Statement } from "#ports/database.ts";
import type { HouseholdForOrder } from "#store/ordering.ts";
import { queueLetter } from "#store/letters.ts";
import type { PlaceOrder } from "./place-order.ts";
import type { Writing } from "./plan-order.ts";

interface Confirmed {
  readonly command: PlaceOrder;
  readonly household: HouseholdForOrder | null;
  readonly orderId: OrderId;
  readonly sums: OrderSums;
  readonly language: LetterLang;
}

/**
 * The confirmation by mail, where there is an address. A guest's link is not in the outbox:
 * the sender derives it again from the same words.
 */
export function confirmation(request: Writing, confirmed: Confirmed): Statement[] {
  const { command, household, orderId, sums, language } = confirmed;
  const to = command.contact?.email ?? household?.email ?? null;
  if (to === null) return [];
  const isGuest = command.householdId === null;
  const letter = orderPlacedMail(language, {
    code: orderCode(orderId),
    sums,
    isGuest,
  });
  const path = language === "it" ? "/o/" : `/${language}/o/`;
  const link = isGuest ? { path, words: ["order-link", request.actor, request.key] } : null;
  const key = `order-placed:${orderId}`;
  return queueLetter({ key, to, letter, link, at: request.ports.now });
}
