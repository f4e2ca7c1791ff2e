import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: "Il tuo codice per entrare",
    code: "Scrivi queste otto cifre nella pagina da cui l’hai chiesto",
    lasts: "Vale dieci minuti, una volta sola, per al massimo cinque prove.",
    care: "Nessuno della rete ti chiederà mai questo codice, né a voce né per messaggio.",
    other: "Se non l’hai chiesto tu, non serve fare niente: senza queste cifre non entra nessuno.",
  },
  en: {
    subject: "Your code to sign in",
    code: "Type these eight digits on the page where you asked for them",
    lasts: "It is good for ten minutes, once, and for five tries at most.",
    care: "Nobody from the network will ever ask you for this code, by voice or by message.",
    other: "If you did not ask for it, there is nothing to do: nobody comes in without it.",
  },
} as const;

/** The digits for somebody who signs in, whoever they are: it names nobody. */
export function signInCodeMail(lang: LetterLang): Letter {
  const { subject, code, lasts, care, other } = WORDS[lang];
  const pieces = [{ code }, { words: `${lasts}\n${care}` }, { words: other }];
  return { kind: "sign-in-code", lang, subject, pieces };
}
