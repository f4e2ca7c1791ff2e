import type { Letter, LetterLang, Piece } from "./letter.ts";

/** What members and applicants are told by letter. */
export type MembershipNews =
  | "applied"
  | "admitted"
  | "refused"
  | "suspended"
  | "reinstated"
  | "exit-asked"
  | "exited"
  | "exit-refused"
  | "payment-demanded"
  | "excluded"
  | "exclusion-annulled"
  | "upheld"
  | "transfer-offered"
  | "transfer-done"
  | "transfer-denied"
  | "transfer-declined";

const WORDS = {
  it: {
    news: {
      applied: [
        "La tua domanda di ammissione è arrivata",
        "Il consiglio risponde entro sessanta giorni (art. 2528 del codice civile). Ti " +
          "scriviamo appena decide.",
      ],
      admitted: [
        "Sei nel libro soci",
        "Il consiglio ha accolto la tua domanda. Sulla tua pagina delle quote trovi il " +
          "numero, le rate e da quando puoi votare.",
      ],
      refused: [
        "La risposta alla tua domanda di ammissione",
        "Il consiglio non ha accolto la domanda. Entro sessanta giorni puoi chiedere che " +
          "decida l’assemblea, dalla pagina delle tue quote.",
      ],
      suspended: [
        "La tua iscrizione è sospesa",
        "Finché dura la sospensione non voti. Dalla pagina delle tue quote puoi rispondere " +
          "al consiglio.",
      ],
      upheld: [
        "La sospensione resta",
        "Il consiglio ha letto la tua risposta e ha deciso che la sospensione continua.",
      ],
      reinstated: ["La sospensione è finita", "Hai di nuovo tutti i diritti dei soci."],
      "exit-asked": [
        "La tua richiesta di uscire è arrivata",
        "Il consiglio risponde entro sessanta giorni (art. 2532 del codice civile).",
      ],
      exited: [
        "Sei uscito dal libro soci",
        "Le quote versate ti vengono rimborsate entro centottanta giorni dal bilancio " +
          "dell’anno (art. 2535 del codice civile).",
      ],
      "exit-refused": [
        "La risposta alla tua richiesta di uscire",
        "Il consiglio non ha accolto la richiesta. Entro sessanta giorni puoi opporti " +
          "davanti al tribunale.",
      ],
      "payment-demanded": [
        "Una rata delle tue quote è scaduta",
        "Hai trenta giorni per versarla. Finché manca non voti; poi il consiglio può " +
          "escluderti (art. 2531 del codice civile).",
      ],
      excluded: [
        "L’esclusione dal libro soci",
        "Il consiglio ti ha escluso. Entro sessanta giorni puoi opporti davanti al " +
          "tribunale (art. 2533 del codice civile): segnalalo dalla pagina delle tue quote.",
      ],
      "exclusion-annulled": [
        "L’esclusione è annullata",
        "Sei di nuovo nel libro soci, con il numero e la data di prima.",
      ],
      "transfer-offered": [
        "Un socio vuole cederti delle quote",
        "Dalla pagina delle tue quote dici se le vuoi. Poi serve il sì del consiglio (art. " +
          "2530 del codice civile).",
      ],
      "transfer-done": ["La cessione è fatta", "Le quote hanno cambiato titolare nel libro soci."],
      "transfer-denied": [
        "Il consiglio non autorizza la cessione",
        "Le quote restano tue. Entro sessanta giorni puoi opporti davanti al tribunale (art. " +
          "2530 del codice civile).",
      ],
      "transfer-declined": [
        "Le quote che volevi cedere restano tue",
        "Chi doveva riceverle ha detto di no.",
      ],
    },
    dear: (name: string) => `${name},`,
    why: (words: string) => `Il perché: ${words}`,
  },
  en: {
    news: {
      applied: [
        "Your application has arrived",
        "The board answers within sixty days (civil code, art. 2528). We write as soon as " +
          "it decides.",
      ],
      admitted: [
        "You are in the members’ book",
        "The board granted your application. Your page of shares says your number, the " +
          "instalments, and from when you vote.",
      ],
      refused: [
        "The answer to your application",
        "The board did not grant it. Within sixty days you can ask that the assembly " +
          "decides, from your page of shares.",
      ],
      suspended: [
        "Your membership is suspended",
        "You do not vote while it is suspended. You can answer the board on your page of shares.",
      ],
      upheld: [
        "The suspension stands",
        "The board read your answer and decided that the suspension goes on.",
      ],
      reinstated: ["The suspension is over", "You have all rights of members again."],
      "exit-asked": [
        "Your wish to leave has arrived",
        "The board answers within sixty days (civil code, art. 2532).",
      ],
      exited: [
        "You have left the members’ book",
        "Paid shares are redeemed within a hundred and eighty days from the year’s " +
          "accounts (civil code, art. 2535).",
      ],
      "exit-refused": [
        "The answer to your wish to leave",
        "The board did not grant it. Within sixty days you can oppose that in court.",
      ],
      "payment-demanded": [
        "An instalment of your shares is overdue",
        "You have thirty days to pay it. While it is missing you do not vote; then the " +
          "board may exclude you (civil code, art. 2531).",
      ],
      excluded: [
        "The exclusion from the members’ book",
        "The board has excluded you. Within sixty days you can oppose that in court " +
          "(civil code, art. 2533): tell us from your page of shares.",
      ],
      "exclusion-annulled": [
        "The exclusion is annulled",
        "You are in the members’ book again, with the number and the date of before.",
      ],
      "transfer-offered": [
        "A member wants to give you shares",
        "Say on your page of shares whether you want them. Then the board has to agree (civil " +
          "code, art. 2530).",
      ],
      "transfer-done": ["The transfer is done", "The shares changed hands in the members’ book."],
      "transfer-denied": [
        "The board does not agree to the transfer",
        "The shares remain yours. Within sixty days you can oppose that in court (civil code, " +
          "art. 2530).",
      ],
      "transfer-declined": [
        "The shares you wanted to give remain yours",
        "Who was to have them said no.",
      ],
    },
    dear: (name: string) => `${name},`,
    why: (words: string) => `Why: ${words}`,
  },
} as const;

/** Tells an applicant or a member what the book now says of them, with the board's own words. */
export function membershipMail(
  lang: LetterLang,
  news: MembershipNews,
  { name, reason }: { readonly name: string; readonly reason: string | null },
): Letter {
  const words = WORDS[lang];
  const [subject, what] = words.news[news];
  const why: Piece[] = reason === null ? [] : [{ words: words.why(reason) }];
  const pieces = [{ words: words.dear(name) }, { words: what }, ...why];
  return { kind: "membership", lang, subject, pieces };
}
