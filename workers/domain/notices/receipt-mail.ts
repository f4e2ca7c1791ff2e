import { type Cents, subtractCents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";
import type { Mail } from "./order-mail.ts";

/** What an order came to once all was weighed, and how it differs from the estimate. */
export function receiptMail(receipt: {
  readonly code: string;
  readonly goodsCents: Cents;
  readonly feeCents: Cents;
  readonly depositsCents: Cents;
  readonly totalCents: Cents;
  readonly estimatedTotalCents: Cents;
}): Mail {
  const { code, goodsCents, feeCents, depositsCents, totalCents, estimatedTotalCents } = receipt;
  const difference = subtractCents(totalCents, estimatedTotalCents);
  const lines = [
    `Il conto del tuo ordine ${code} è pronto.`,
    "",
    `Prodotti: ${euros(goodsCents)}`,
    ...(feeCents === 0 ? [] : [`Consegna a casa: ${euros(feeCents)}`]),
    ...(depositsCents === 0 ? [] : [`Cauzioni: ${euros(depositsCents)}`]),
    `Totale: ${euros(totalCents)}`,
    ...(difference === 0 ? [] : ["", `Rispetto alla stima: ${signed(difference)}.`]),
  ];
  return { subject: `Il conto dell’ordine ${code}`, text: lines.join("\n") };
}

/** Tells a household that its wallet has little left for the next order. */
export function lowCreditMail(availableCents: Cents): Mail {
  const text = [
    `Nel tuo portafoglio restano ${euros(availableCents)}.`,
    "",
    "Ricaricalo prima del prossimo ordine.",
  ];
  return { subject: "Il portafoglio si sta svuotando", text: text.join("\n") };
}

function signed(amount: Cents): string {
  return amount > 0 ? `+${euros(amount)}` : euros(amount);
}
