import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang, Piece } from "./letter.ts";
import { amountOf } from "./quantities.ts";

/** What was reported, without whose it was: nobody's name stands in it. */
export interface ReportedThing {
  readonly productName: string;
  readonly quantityMilli: Milli;
  readonly isByWeight: boolean;
  readonly problem: "missing" | "damaged" | "wrong" | "other";
}

/** What came of a report, for who made it and for the producer. */
export interface Answered {
  readonly verdict: "accepted" | "declined";
  readonly refundCents: Cents;
  readonly way: "wallet" | "card" | "by-hand" | null;
  readonly borneBy: "producer" | "network" | null;
  /** What the network says to it; null where it says nothing more. */
  readonly reply: string | null;
}

const WORDS = {
  it: {
    pieces: (one: boolean) => (one ? "pezzo" : "pezzi"),
    problems: {
      missing: "non c’era",
      damaged: "è arrivato rovinato",
      wrong: "è arrivata un’altra cosa",
      other: "c’è un altro problema",
    },
    thing: (product: string, amount: string) => `${product}, ${amount}`,
    reported: (product: string) => `Una segnalazione su ${product}`,
    reportedLead: "Chi ha ritirato la cassetta segnala un problema:",
    said: (words: string) => `Dice: «${words}»`,
    reportedNext: "La rete risponde. Se sai che cosa è successo, scrivilo alla rete.",
    accepted: (product: string) => `La tua segnalazione su ${product}: ti restituiamo il dovuto`,
    acceptedLead: "La rete ha accolto la tua segnalazione:",
    back: "Ti tornano",
    way: {
      wallet: "Sono già nel credito della famiglia.",
      card: "Li rimandiamo sulla carta con cui hai pagato: di solito si vedono in pochi giorni.",
      "by-hand": "Te li restituiamo al punto di ritiro, o con un bonifico se ci scrivi.",
    },
    declined: (product: string) => `La tua segnalazione su ${product}`,
    declinedLead: "La rete non ha accolto la tua segnalazione:",
    reply: (words: string) => `Il perché: ${words}`,
    replyAccepted: (words: string) => `La rete aggiunge: ${words}`,
    toProducer: (product: string) => `La segnalazione su ${product}: la risposta della rete`,
    toProducerAccepted: "La rete ha accolto la segnalazione su questo prodotto:",
    toProducerDeclined: "La rete non ha accolto la segnalazione su questo prodotto:",
    given: "Restituiti",
    borne: {
      producer: "Li porta l’azienda: la vendita si riduce di tanto, e con lei la trattenuta.",
      network: "Li porta la rete: la tua vendita resta com’era.",
    },
  },
  en: {
    pieces: (one: boolean) => (one ? "piece" : "pieces"),
    problems: {
      missing: "it was not there",
      damaged: "it arrived damaged",
      wrong: "something else arrived",
      other: "something else is wrong with it",
    },
    thing: (product: string, amount: string) => `${product}, ${amount}`,
    reported: (product: string) => `A problem with ${product}`,
    reportedLead: "Somebody who collected their order reports a problem:",
    said: (words: string) => `They say: “${words}”`,
    reportedNext: "The network answers. If you know what happened, write to the network.",
    accepted: (product: string) => `Your report about ${product}: money comes back`,
    acceptedLead: "The network accepted your report:",
    back: "You get back",
    way: {
      wallet: "It is in the household’s wallet already.",
      card: "We send it back to the card that paid: it usually shows within days.",
      "by-hand": "We hand it back at the pickup point, or by transfer if you write to us.",
    },
    declined: (product: string) => `Your report about ${product}`,
    declinedLead: "The network did not accept your report:",
    reply: (words: string) => `Why: ${words}`,
    replyAccepted: (words: string) => `The network adds: ${words}`,
    toProducer: (product: string) => `The report about ${product}: the network’s answer`,
    toProducerAccepted: "The network accepted the report about this product:",
    toProducerDeclined: "The network did not accept the report about this product:",
    given: "Given back",
    borne: {
      producer: "The producer bears it: the sale becomes so much smaller, and so does the fee.",
      network: "The network bears it: your sale stays as it was.",
    },
  },
} as const;

function thingText(lang: LetterLang, thing: ReportedThing): string {
  const words = WORDS[lang];
  const { productName, quantityMilli, isByWeight, problem } = thing;
  const unit = isByWeight ? "kg" : words.pieces(quantityMilli === 1000);
  return `${words.thing(productName, amountOf(quantityMilli, unit))}: ${words.problems[problem]}`;
}

/** Tells the producer, and the network, what somebody reports of a product. */
export function problemReportedMail(
  lang: LetterLang,
  thing: ReportedThing,
  said: string | null,
): Letter {
  const words = WORDS[lang];
  return {
    kind: "problem-reported",
    lang,
    subject: words.reported(thing.productName),
    pieces: [
      { words: words.reportedLead },
      { list: [thingText(lang, thing)] },
      ...(said === null ? [] : [{ words: words.said(said) }]),
      { words: words.reportedNext },
    ],
  };
}

/** Tells who reported something what the network answered, and how money comes back. */
export function problemAnsweredMail(
  lang: LetterLang,
  thing: ReportedThing,
  answered: Answered,
): Letter {
  const words = WORDS[lang];
  const { verdict, refundCents, way, reply } = answered;
  const isAccepted = verdict === "accepted";
  const money: Piece[] =
    way === null ? [] : [{ sums: [[words.back, euros(refundCents)]] }, { words: words.way[way] }];
  const say = isAccepted ? words.replyAccepted : words.reply;
  return {
    kind: "problem-answered",
    lang,
    subject: (isAccepted ? words.accepted : words.declined)(thing.productName),
    pieces: [
      { words: isAccepted ? words.acceptedLead : words.declinedLead },
      { list: [thingText(lang, thing)] },
      ...money,
      ...(reply === null ? [] : [{ words: say(reply) }]),
    ],
  };
}

/** Tells the producer what the network answered, and who bears it. */
export function problemClosedMail(
  lang: LetterLang,
  thing: ReportedThing,
  answered: Answered,
): Letter {
  const words = WORDS[lang];
  const { verdict, refundCents, borneBy } = answered;
  const money: Piece[] =
    borneBy === null
      ? []
      : [{ sums: [[words.given, euros(refundCents)]] }, { words: words.borne[borneBy] }];
  const isAccepted = verdict === "accepted";
  return {
    kind: "problem-answered",
    lang,
    subject: words.toProducer(thing.productName),
    pieces: [
      { words: isAccepted ? words.toProducerAccepted : words.toProducerDeclined },
      { list: [thingText(lang, thing)] },
      ...money,
    ],
  };
}
