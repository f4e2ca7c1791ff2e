import type { Cents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: (code: string) => `Ordine ${code} ricevuto`,
    received: (code: string) => `Abbiamo ricevuto il tuo ordine ${code}.`,
    total: "Totale stimato",
    delivery: "di cui consegna a casa",
    weighed: "Quello che si pesa si paga al peso vero, dopo la consegna.",
    changes: "Fino alla chiusura degli ordini puoi cambiarlo o annullarlo.",
    link: "Il tuo ordine è qui, solo per te",
  },
  en: {
    subject: (code: string) => `Order ${code} received`,
    received: (code: string) => `We have received your order ${code}.`,
    total: "Estimated total",
    delivery: "of which home delivery",
    weighed: "What is weighed is paid by its true weight, after delivery.",
    changes: "You can change or cancel it until orders close.",
    link: "Your order is here, for you only",
  },
} as const;

/** Tells somebody that the order is placed, until when it can change, and how to find it. */
export function orderPlacedMail(
  lang: LetterLang,
  order: {
    readonly code: string;
    readonly sums: { readonly totalCents: Cents; readonly deliveryFeeCents: Cents };
    readonly isGuest: boolean;
  },
): Letter {
  const { code, sums, isGuest } = order;
  const words = WORDS[lang];
  const total = [words.total, euros(sums.totalCents)] as const;
  const delivery = [words.delivery, euros(sums.deliveryFeeCents)] as const;
  return {
    kind: "order-placed",
    lang,
    subject: words.subject(code),
    pieces: [
      { words: words.received(code) },
      { sums: sums.deliveryFeeCents > 0 ? [total, delivery] : [total] },
      { words: `${words.weighed}\n${words.changes}` },
      ...(isGuest ? [{ link: words.link }] : []),
    ],
  };
}
