import { formatFor } from "#frontend/texts/format.ts";
import type { ProblemTexts } from "#frontend/texts/it/problems.ts";

const { plural } = formatFor("en");

export const problems: ProblemTexts = {
  report: "Report a problem",
  reportOf: (product) => `Report a problem with ${product}`,
  until: (until) => `If something is wrong, you can report it until ${until}, line by line.`,
  what: "What is wrong",
  kinds: {
    missing: "It was not there",
    damaged: "It arrived damaged",
    wrong: "Something else arrived",
    other: "Another problem",
  },
  howMuch: "How much",
  howMuchHint: (amount) => `${amount} arrived.`,
  words: "What happened",
  wordsHint: "The network reads it, and the producer, who does not know whose order it is.",
  send: "Send the report",
  errors: {
    problem: "Choose what is wrong",
    quantity: "Write how much, in pieces or kilograms",
    words: "That is too long: at most 500 letters",
    refund: "Write how much goes back, in euro, like 3.10",
    reply: "Write why: whoever reported reads it",
    source: "Say how you gave it back",
  },
  told: (problem, amount, day) => `Reported on ${day}: ${problem.toLowerCase()}, ${amount}.`,
  state: {
    open: "The network has still to answer.",
    declined: "The network did not accept it.",
    "on-its-way": "Accepted.",
    owed: "Accepted.",
    refunded: "Accepted.",
  },
  toWallet: (amount) => `${amount} came back to the household’s credit.`,
  toCardSoon: (amount: string) =>
    `We are giving ${amount} back to the card that paid: banks take a few days.`,
  toCard: (amount: string, day: string) =>
    `We gave ${amount} back to your card on ${day}. Banks may take a few days to show it.`,
  byHand: (amount) =>
    `${amount} is yours: at the pickup point, or by transfer if you write to the network.`,
  handedBack: (amount) => `${amount} was given back to you.`,
  reply: (words) => `The network writes: “${words}”`,
  page: {
    title: "Reports",
    lead: "What was wrong with what was delivered, and what came of it. Only the network knows whose order it is.",
    ofProducer: (producer) => `Reports about ${producer}`,
    toAnswer: (count) =>
      plural(count, { one: "# waits for an answer", other: "# wait for an answer" }),
    toPayBack: (count) => plural(count, { one: "# to be given back", other: "# to be given back" }),
    none: "No reports",
    noneWhy: "When somebody who collected an order reports a problem, it shows here.",
    order: (code) => `Order ${code}`,
    delivered: (day) => `delivery of ${day}`,
    said: (words) => `“${words}”`,
    wordless: "Without further words.",
    answer: "Answer",
    verdict: "How you answer",
    accept: "I accept: a part of the price goes back",
    decline: "I do not accept",
    refund: "How much goes back",
    refundHint: (amount) => `That quantity cost ${amount}.`,
    reply: "What you write to whoever reported",
    replyHint: "If you do not accept, a reason is needed.",
    send: "Answer",
    payBack: "Note that it was given back",
    source: "How you gave it back",
    sources: { cash: "In cash", bank: "By transfer" },
    borne: {
      producer: (amount) => `${amount}, borne by the producer.`,
      network: (amount) => `${amount}, borne by the network.`,
    },
    owed: "To be given back by hand.",
    toWallet: "Back in the household’s credit.",
    onItsWay: "The card is taking it back.",
    toCard: "Given back to the card.",
    handedBack: "Given back by hand.",
    answeredNow: "The answer is on its way.",
    paidBackNow: "It is noted that it was given back.",
    signAccept: (product, amount) =>
      `You accept the report about ${product} and give back ${amount}.`,
    signDecline: (product) => `You do not accept the report about ${product}.`,
    older: "Earlier reports",
  },
};
