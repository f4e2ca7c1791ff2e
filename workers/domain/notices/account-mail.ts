import type { Letter, LetterLang } from "./letter.ts";

/** What changed in somebody's access that they must hear of, whoever did it. */
export type AccountChange =
  | "suspended"
  | "reinstated"
  | "office-given"
  | "office-taken"
  | "passkey-in-person"
  | "address-added"
  | "address-removed";

const WORDS = {
  it: {
    subject: "È cambiato qualcosa nel tuo accesso",
    changes: {
      suspended: "Il tuo accesso è sospeso: passkey, sessioni e credenziali non entrano più.",
      reinstated: "Il tuo accesso è di nuovo aperto: entra come prima.",
      "office-given":
        "Ti è stata data una carica nella rete. Per sicurezza sei uscito da ogni dispositivo: " +
        "rientra.",
      "office-taken": "Una tua carica nella rete è finita.",
      "passkey-in-person":
        "Due responsabili hanno aperto per te, di persona, la creazione di una nuova passkey.",
      "address-added": "Al tuo accesso è stato aggiunto un indirizzo.",
      "address-removed": "Dal tuo accesso è stato tolto un indirizzo.",
    },
    unexpected: "Se non te lo aspettavi, parla subito con chi amministra la rete.",
  },
  en: {
    subject: "Something has changed in your access",
    changes: {
      suspended: "Your access is suspended: passkeys, sessions and tokens open nothing any more.",
      reinstated: "Your access is open again: come in as before.",
      "office-given":
        "You were given an office in the network. To be safe, you are signed out everywhere: " +
        "sign in again.",
      "office-taken": "An office of yours in the network has ended.",
      "passkey-in-person":
        "Two officers have opened the making of a new passkey for you, in person.",
      "address-added": "An address was added to your access.",
      "address-removed": "An address was taken from your access.",
    },
    unexpected: "If you did not expect this, speak at once with whoever runs the network.",
  },
} as const;

/** Tells somebody what changed in their access, at each of their addresses. */
export function accountChangedMail(lang: LetterLang, change: AccountChange): Letter {
  const words = WORDS[lang];
  return {
    kind: "account-changed",
    lang,
    subject: words.subject,
    pieces: [{ words: words.changes[change] }, { words: words.unexpected }],
  };
}
