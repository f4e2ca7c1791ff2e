import type { Cents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: (code: string) => `Ordine ${code}: i soldi tornano in un altro modo`,
    refused: (code: string) => `La carta con cui hai pagato l’ordine ${code} non accetta rimborsi.`,
    back: "Ti spettano",
    byHand: "Te li restituiamo al punto di ritiro, o con un bonifico se ci scrivi.",
  },
  en: {
    subject: (code: string) => `Order ${code}: your money comes back another way`,
    refused: (code: string) => `The card that paid order ${code} takes no money back.`,
    back: "You are owed",
    byHand: "We hand it back at the pickup point, or by transfer if you write to us.",
  },
} as const;

/** Tells somebody that their card did not take money back, and how they get it instead. */
export function refundRefusedMail(
  lang: LetterLang,
  refund: { readonly code: string; readonly amountCents: Cents },
): Letter {
  const { code, amountCents } = refund;
  const words = WORDS[lang];
  return {
    kind: "problem-answered",
    lang,
    subject: words.subject(code),
    pieces: [
      { words: words.refused(code) },
      { sums: [[words.back, euros(amountCents)]] },
      { words: words.byHand },
    ],
  };
}
