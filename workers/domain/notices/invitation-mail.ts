import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    subject: "Il tuo invito nella rete",
    welcome: (name: string) =>
      `Ciao ${name},\nti aspettiamo. Con questo invito crei la tua passkey: d’ora in poi entri ` +
      "con l’impronta, il volto o il codice del tuo dispositivo, senza password.",
    limits: "L’invito vale tre giorni e una volta sola. Se non te lo aspettavi, lascialo cadere.",
    link: "Crea la tua passkey",
  },
  en: {
    subject: "Your invitation to the network",
    welcome: (name: string) =>
      `Hello ${name},\nwe wait for you. With this invitation you make your passkey: ` +
      "you come in with your fingerprint, your face or your device’s code, without a password.",
    limits: "It is good for three days, and once. If you did not expect it, let it drop.",
    link: "Make your passkey",
  },
} as const;

/** Invites somebody to make their first passkey; the link is put in when the letter is sent. */
export function invitationMail(lang: LetterLang, name: string): Letter {
  const words = WORDS[lang];
  return {
    kind: "invitation",
    lang,
    subject: words.subject,
    pieces: [{ words: words.welcome(name) }, { link: words.link }, { words: words.limits }],
  };
}
