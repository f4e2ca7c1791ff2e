import { type Cents, subtractCents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: (code: string) => `Il conto dell’ordine ${code}`,
    ready: (code: string) => `Il conto del tuo ordine ${code} è pronto.`,
    goods: "Prodotti",
    fee: "Consegna a casa",
    deposits: "Cauzioni",
    total: "Totale",
    difference: (amount: string) => `Rispetto alla stima: ${amount}.`,
    lowSubject: "Il portafoglio si sta svuotando",
    low: (amount: string) => `Nel tuo portafoglio restano ${amount}.`,
    topUp: "Ricaricalo prima del prossimo ordine.",
  },
  en: {
    subject: (code: string) => `The bill of order ${code}`,
    ready: (code: string) => `The bill of your order ${code} is ready.`,
    goods: "Goods",
    fee: "Home delivery",
    deposits: "Deposits",
    total: "Total",
    difference: (amount: string) => `Compared with the estimate: ${amount}.`,
    lowSubject: "Your wallet is running low",
    low: (amount: string) => `Your wallet has ${amount} left.`,
    topUp: "Top it up before your next order.",
  },
} as const;

/** What an order came to once all was weighed, and how it differs from the estimate. */
export function receiptMail(
  lang: LetterLang,
  receipt: {
    readonly code: string;
    readonly goodsCents: Cents;
    readonly feeCents: Cents;
    readonly depositsCents: Cents;
    readonly totalCents: Cents;
    readonly estimatedTotalCents: Cents;
  },
): Letter {
  const { code, goodsCents, feeCents, depositsCents, totalCents, estimatedTotalCents } = receipt;
  const words = WORDS[lang];
  const difference = subtractCents(totalCents, estimatedTotalCents);
  const sums: [string, string][] = [
    [words.goods, euros(goodsCents)],
    ...(feeCents === 0 ? [] : [[words.fee, euros(feeCents)] satisfies [string, string]]),
    ...(depositsCents === 0
      ? []
      : [[words.deposits, euros(depositsCents)] satisfies [string, string]]),
    [words.total, euros(totalCents)],
  ];
  return {
    kind: "order-receipt",
    lang,
    subject: words.subject(code),
    pieces: [
      { words: words.ready(code) },
      { sums },
      ...(difference === 0 ? [] : [{ words: words.difference(signed(difference)) }]),
    ],
  };
}

/** Tells a household that its wallet has little left for the next order. */
export function lowCreditMail(lang: LetterLang, availableCents: Cents): Letter {
  const words = WORDS[lang];
  return {
    kind: "low-credit",
    lang,
    subject: words.lowSubject,
    pieces: [{ words: `${words.low(euros(availableCents))}\n${words.topUp}` }],
  };
}

function signed(amount: Cents): string {
  return amount > 0 ? `+${euros(amount)}` : euros(amount);
}
