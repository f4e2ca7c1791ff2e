import type { Cents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";

/** A mail as plain text. "{link}" is where the sender puts a link that nobody stores. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Tells somebody that the order is placed, until when it can change, and how to find it. */
export function orderPlacedMail(order: {
  readonly code: string;
  readonly sums: { readonly totalCents: Cents; readonly deliveryFeeCents: Cents };
  readonly isGuest: boolean;
}): Mail {
  const { code, sums, isGuest } = order;
  const lines = [
    `Abbiamo ricevuto il tuo ordine ${code}.`,
    "",
    `Totale stimato: ${euros(sums.totalCents)}.`,
    ...(sums.deliveryFeeCents > 0
      ? [`Comprende la consegna a casa: ${euros(sums.deliveryFeeCents)}.`]
      : []),
    "Quello che si pesa si paga al peso vero, dopo la consegna.",
    "",
    "Fino alla chiusura degli ordini puoi cambiarlo o annullarlo.",
    ...(isGuest ? ["", "Il tuo ordine è qui, solo per te:", "{link}"] : []),
  ];
  return { subject: `Ordine ${code} ricevuto`, text: lines.join("\n") };
}
