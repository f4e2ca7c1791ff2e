import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: "Conferma il tuo indirizzo",
    code: "Scrivi queste otto cifre nella pagina del tuo accesso",
    lasts: "Valgono dieci minuti. Se non l’hai chiesto tu, non serve fare niente.",
  },
  en: {
    subject: "Confirm your address",
    code: "Type these eight digits on the page of your access",
    lasts: "They are good for ten minutes. If you did not ask for it, there is nothing to do.",
  },
} as const;

/** The digits that confirm an address, for whoever reads its mailbox: it names nobody. */
export function addressCodeMail(lang: LetterLang): Letter {
  const { subject, code, lasts } = WORDS[lang];
  return { kind: "sign-in-code", lang, subject, pieces: [{ code }, { words: lasts }] };
}
