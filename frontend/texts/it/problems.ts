import type { ProblemKind, ProblemState } from "#domain/orders/problems.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of problems with what was handed over: reporting one, and answering it. */
export const problems = {
  report: "Segnala un problema",
  reportOf: (product: string) => `Segnala un problema con ${product}`,
  until: (until: string) => `Se qualcosa non va, puoi segnalarlo fino a ${until}, riga per riga.`,
  what: "Che cosa non va",
  kinds: {
    missing: "Non c’era",
    damaged: "È arrivato rovinato",
    wrong: "È arrivata un’altra cosa",
    other: "Un altro problema",
  } satisfies Record<ProblemKind, string>,
  howMuch: "Quanto",
  howMuchHint: (amount: string) => `Ne sono arrivati ${amount}.`,
  words: "Che cosa è successo",
  wordsHint: "Le legge la rete e le legge l’azienda, senza sapere di chi è l’ordine.",
  send: "Manda la segnalazione",
  errors: {
    problem: "Scegli che cosa non va",
    quantity: "Scrivi quanto, in pezzi o in chili",
    words: "Le parole sono troppe: al massimo 500 lettere",
    refund: "Scrivi quanto restituire, in euro, come 3,10",
    reply: "Scrivi perché: chi ha segnalato lo legge",
    source: "Di’ come li hai restituiti",
  },
  told: (problem: string, amount: string, day: string) =>
    `Segnalato ${day}: ${problem.toLowerCase()}, ${amount}.`,
  state: {
    open: "La rete deve ancora rispondere.",
    declined: "La rete non l’ha accolta.",
    "on-its-way": "Accolta.",
    owed: "Accolta.",
    refunded: "Accolta.",
  } satisfies Record<ProblemState, string>,
  toWallet: (amount: string) => `${amount} sono tornati nel credito della famiglia.`,
  toCardSoon: (amount: string) =>
    `Ti restituiamo ${amount} sulla carta con cui hai pagato: la banca ci mette qualche giorno.`,
  toCard: (amount: string, day: string) =>
    `Ti abbiamo restituito ${amount} sulla carta il ${day}. La banca può metterci qualche giorno.`,
  byHand: (amount: string) =>
    `Ti spettano ${amount}: li hai al punto di ritiro, o con un bonifico se scrivi alla rete.`,
  handedBack: (amount: string) => `${amount} ti sono stati restituiti.`,
  reply: (words: string) => `La rete scrive: «${words}»`,
  page: {
    title: "Segnalazioni",
    lead: "Che cosa non andava in ciò che è stato consegnato, e che cosa ne è stato. Di chi è l’ordine lo sa solo la rete.",
    ofProducer: (producer: string) => `Segnalazioni su ${producer}`,
    toAnswer: (count: number) =>
      plural(count, { one: "# aspetta una risposta", other: "# aspettano una risposta" }),
    toPayBack: (count: number) =>
      plural(count, { one: "# da restituire", other: "# da restituire" }),
    none: "Nessuna segnalazione",
    noneWhy: "Quando chi ha ritirato segnala un problema, compare qui.",
    order: (code: string) => `Ordine ${code}`,
    delivered: (day: string) => `consegna di ${day}`,
    said: (words: string) => `«${words}»`,
    wordless: "Senza altre parole.",
    answer: "Rispondi",
    verdict: "Come rispondi",
    accept: "Accolgo: si restituisce una parte del prezzo",
    decline: "Non accolgo",
    refund: "Quanto si restituisce",
    refundHint: (amount: string) => `Quella quantità è costata ${amount}.`,
    reply: "Che cosa scrivi a chi ha segnalato",
    replyHint: "Se non accogli serve un perché.",
    send: "Rispondi",
    payBack: "Segna la restituzione",
    source: "Come l’hai restituito",
    sources: { cash: "In contanti", bank: "Con un bonifico" },
    borne: {
      producer: (amount: string) => `${amount}, a carico dell’azienda.`,
      network: (amount: string) => `${amount}, a carico della rete.`,
    },
    owed: "Da restituire a mano.",
    toWallet: "Tornati nel credito della famiglia.",
    onItsWay: "La carta li sta riprendendo.",
    toCard: "Restituiti sulla carta.",
    handedBack: "Restituiti a mano.",
    answeredNow: "La risposta è partita.",
    paidBackNow: "La restituzione è segnata.",
    signAccept: (product: string, amount: string) =>
      `Accogli la segnalazione su ${product} e restituisci ${amount}.`,
    signDecline: (product: string) => `Non accogli la segnalazione su ${product}.`,
    older: "Segnalazioni precedenti",
  },
};

/** The shape that every other language must fill. */
export type ProblemTexts = typeof problems;
