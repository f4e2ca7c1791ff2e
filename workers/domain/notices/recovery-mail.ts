import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    codeSubject: "Il tuo codice per recuperare l’accesso",
    code: "Scrivi queste otto cifre nella pagina da cui l’hai chiesto",
    lasts: "Vale dieci minuti, una volta sola, per al massimo cinque prove.",
    other: "Se non l’hai chiesto tu, non serve fare niente: senza queste cifre non cambia nulla.",
    waySubject: "Crea la tua nuova passkey",
    way: "Con questo collegamento crei una nuova passkey; quelle di prima smettono di valere.",
    make: "Crea la nuova passkey",
    pause:
      "Per tre giorni da adesso quello che chiede una passkey è fermo: puoi leggere e ordinare.",
    noticeSubject: "Qualcuno sta recuperando il tuo accesso",
    notice:
      "È stato chiesto di creare una passkey al posto delle tue. Se sei stato tu, non fare nulla.",
    stop: "Non sono stato io: ferma tutto",
  },
  en: {
    codeSubject: "Your code to recover your access",
    code: "Type these eight digits on the page where you asked for them",
    lasts: "It is good for ten minutes, once, and for five tries at most.",
    other: "If you did not ask for it, there is nothing to do: nothing changes without it.",
    waySubject: "Make your new passkey",
    way: "With this link you make a new passkey; those of before stop working.",
    make: "Make the new passkey",
    pause: "For three days from now what asks for a passkey is paused: you can read and order.",
    noticeSubject: "Somebody is recovering your access",
    notice:
      "A new passkey was asked for in place of yours. If that was you, there is nothing to do.",
    stop: "It was not me: stop it",
  },
} as const;

/** The digits for who has lost every passkey, whoever they are: it names nobody. */
export function recoveryCodeMail(lang: LetterLang): Letter {
  const { codeSubject, code, lasts, other } = WORDS[lang];
  const pieces = [{ code }, { words: lasts }, { words: other }];
  return { kind: "sign-in-code", lang, subject: codeSubject, pieces };
}

/** The way to a new passkey, for who typed the digits. */
export function recoveryMail(lang: LetterLang): Letter {
  const { waySubject, way, make, pause } = WORDS[lang];
  const pieces = [{ words: way }, { link: make }, { words: pause }];
  return { kind: "invitation", lang, subject: waySubject, pieces };
}

/** Tells every address of a person that a recovery is under way, with a way to stop it. */
export function recoveryNoticeMail(lang: LetterLang): Letter {
  const { noticeSubject, notice, stop, pause } = WORDS[lang];
  const pieces = [{ words: notice }, { link: stop }, { words: pause }];
  return { kind: "account-changed", lang, subject: noticeSubject, pieces };
}
