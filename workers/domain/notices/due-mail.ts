import type { Cents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: (code: string) => `Ordine ${code}: resta da pagare`,
    notPaid: (code: string) => `La carta non ha coperto il conto del tuo ordine ${code}.`,
    due: "Restano da pagare",
    cash: "Puoi pagarli in contanti al punto di ritiro.",
    otherwise: (email: string) => `Per un bonifico, o un altro modo, scrivi a ${email}.`,
    done: "Se hai già pagato in un altro modo, non serve fare altro.",
  },
  en: {
    subject: (code: string) => `Order ${code}: something is left to pay`,
    notPaid: (code: string) => `The card did not cover the bill of your order ${code}.`,
    due: "Left to pay",
    cash: "You can pay it in cash at the pickup point.",
    otherwise: (email: string) => `For a transfer, or another way, write to ${email}.`,
    done: "If you have paid in another way already, nothing else is needed.",
  },
} as const;

/** Tells somebody that their card did not pay, what is left, and how it can be paid. */
export function paymentDueMail(
  lang: LetterLang,
  due: {
    readonly code: string;
    readonly dueCents: Cents;
    readonly contactEmail: string | null;
  },
): Letter {
  const { code, dueCents, contactEmail } = due;
  const words = WORDS[lang];
  const otherwise = contactEmail === null ? "" : ` ${words.otherwise(contactEmail)}`;
  return {
    kind: "payment-declined",
    lang,
    subject: words.subject(code),
    pieces: [
      { words: words.notPaid(code) },
      { sums: [[words.due, euros(dueCents)]] },
      { words: words.cash + otherwise },
      { words: words.done },
    ],
  };
}
