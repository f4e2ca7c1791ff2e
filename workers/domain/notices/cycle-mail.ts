import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: (code: string) => `Ordine ${code} annullato`,
    cancelled: (cycle: string, code: string) =>
      `Il ciclo ${cycle} è stato annullato, e con lui il tuo ordine ${code}.`,
    free: "Non paghi niente: quello che era bloccato torna libero.",
  },
  en: {
    subject: (code: string) => `Order ${code} cancelled`,
    cancelled: (cycle: string, code: string) =>
      `Cycle ${cycle} has been cancelled, and your order ${code} with it.`,
    free: "You pay nothing: what was held is free again.",
  },
} as const;

/** Tells somebody that the cycle they ordered in will not take place. */
export function cycleCancelledMail(
  lang: LetterLang,
  order: { readonly code: string; readonly cycleCode: string },
): Letter {
  const words = WORDS[lang];
  return {
    kind: "cycle-cancelled",
    lang,
    subject: words.subject(order.code),
    pieces: [{ words: words.cancelled(order.cycleCode, order.code) }, { words: words.free }],
  };
}
