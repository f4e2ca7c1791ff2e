import type { LegalTexts } from "#frontend/texts/it/legal.ts";

export const legal: LegalTexts = {
  links: { notes: "Legal notes", terms: "Terms of sale", accessibility: "Accessibility" },
  who: "Who we are",
  name: (name) => `Name: ${name}`,
  seat: (seat) => `Registered office: ${seat}`,
  taxCode: (code) => `Tax code: ${code}`,
  vatNumber: (number) => `VAT number: ${number}`,
  reaNumber: (number) => `Register of firms, REA: ${number}`,
  coopRegisterNumber: (number) => `National register of cooperatives: ${number}`,
  certifiedEmail: (address) => `Certified address (PEC): ${address}`,
  contactEmail: (address) => `Mail: ${address}`,
  phone: (number) => `Telephone: ${number}`,
  writeTo: (address) => `Write to ${address}.`,
  ask: "Ask the people who answer for the network.",
  notes: {
    title: "Legal notes",
    lead: "Who runs this market, and who answers for what you read.",
    does: "What the network does",
    doesWhat: [
      "The network keeps the market: it gathers orders, collects the money, divides it, sets up pickups and deliveries. It is a cooperative of those who grow, buy and deliver.",
      "A product’s name, price, ingredients, allergens and origin are written by the producer that sells it, who answers for them.",
      "The pictures of products are drawn from those facts: they help to recognise, they do not show the piece that you get. Photos are the producers’.",
    ],
    rights: "Use of texts, data and program",
    rightsWhat: [
      "The figures of the Transparency page are open data: you may use them for anything.",
      "The program behind these pages is free: anyone may read, use and change it under its licence.",
      "Photos and descriptions remain of those who made them.",
    ],
    problem: "If something here is wrong, or hurts somebody",
    problemWhat: "Tell us, with the address of the page: we correct it or take it away.",
  },
  terms: {
    title: "Terms of sale",
    lead: "What holds when you order: who sells, what you pay and when, what you can change.",
    seller: "Who sells to you",
    sellerWhat: [
      "Each product says which producer it comes from. Where the producer sells in its own name through the network, the contract is with the producer: the network stands between, collects for it, and is your one point of contact.",
      "Where the producer sells to the network, which sells on, the contract is with the network.",
      "An order is your proposal. The contract is made when orders close, for what is confirmed: until then you may change or cancel without a reason and at no cost.",
    ],
    price: "What you pay",
    priceWhat: (fee, delivery) => [
      "Prices include VAT. What is sold by weight has a price per kilogram: the order shows an estimate, you pay the true weight.",
      ...(fee === null
        ? []
        : [
            `Of the price the network keeps ${fee}, the rest goes to the producer. Nothing is added.`,
          ]),
      ...(delivery === null
        ? []
        : [`Pickup is free. A delivery to your home costs ${delivery} an order.`]),
      "Deposits on empties are paid apart, and go back to who brings them back.",
    ],
    pay: "When you pay",
    payWhat: [
      "You pay what you receive, after delivery: with the wallet, by card or at pickup, as you choose in the order.",
      "With a card, somewhat more than the estimate is blocked at the order, for goods sold by weight. After delivery the true sum is taken and the rest is released.",
      "If something is missing, a box does not fill or a producer does not reach its minimum, that line is cut or cancelled and is not paid. You read it in the order and by letter.",
    ],
    withdrawal: "Changing your mind: withdrawal",
    withdrawalWhat: [
      "For a purchase at a distance the law gives you 14 days from pickup to change your mind, without saying why (Codice del consumo, art. 52 and following).",
      "There is no withdrawal, among others, for what is liable to deteriorate or expire rapidly, such as fresh fruit, vegetables, bread, dairy, meat and fish (art. 59, letter d); for what is sealed and cannot be returned for hygiene once opened (letter e); for what is made to measure or personalised (letter c).",
      "There is for the rest, for example preserves, wine, honey, soap or pottery still closed. One sentence is enough: “I withdraw from the purchase of… received on…, order…”, with your name. Return the goods within 14 days, at your cost; we refund you within 14 days, the way you paid, the cheapest delivery included, once the goods are back or you showed that you sent them.",
      "Before orders close no withdrawal is needed: you cancel by yourself, fresh goods too.",
    ],
    faulty: "If the goods are not right",
    faultyWhat: [
      "If what you get is spoilt, expired or not what you ordered, say so as soon as you can, from the order’s page or to who delivers: you have a right to another piece or to your money. Nothing here takes away from the legal guarantee of conformity (Codice del consumo, art. 128 and following).",
    ],
    complaints: "Complaints and disputes",
    complaintsWhat: [
      "Talk to us first: we answer and look for an agreement.",
      "If that is not enough you can turn, for free or for little, to a body for alternative dispute resolution (ADR) among those on the list of the Italian Ministry of Enterprises and Made in Italy, or to the conciliation of the Chamber of Commerce.",
      "You may always go to court: for a consumer it is that of the place where they live. Italian law holds.",
    ],
    age: "Alcohol",
    ageWhat: ["Wine and other alcohol is sold and handed only to those who are 18 or older."],
  },
  accessibility: {
    title: "Accessibility statement",
    lead: (name) => `${name} wants these pages to serve everyone, with any device and any body.`,
    state: "State of conformity",
    stateWhat: [
      "These pages conform in part to UNI CEI EN 301549 and WCAG 2.2, level AA, for the reasons given below.",
    ],
    does: "What we did",
    doesWhat: [
      "Everything works without scripts in the browser, with the keyboard alone, at a width of 320 pixels and with the page at double size.",
      "Light and dark follow your device; colour is never the only sign; what moves stands still if you ask for less motion.",
      "Every chart and every map has the same data beside it in words or in a table.",
    ],
    fails: "What is not accessible yet",
    failsWhat: [
      "Names and descriptions of products are written by producers in Italian: on the English pages they stay in Italian, and inside a sentence or a choice an automatic voice may read them badly (WCAG 3.1.2).",
      "Photos have the alternative text that their uploader writes: it may be poor (WCAG 1.1.1).",
      "The step of paying by card belongs to the payment service: we do not decide its form.",
      "These pages were not yet tried by people who use screen readers or other aids every day.",
    ],
    how: "How this statement was made",
    howWhat: (date) => [
      `It is a self-assessment of ${date}, made with automatic checks: axe on every page, at 1280 and 360 pixels, once in light and once in dark; no page wider than a screen of 320 pixels; purchases walked with the keyboard alone. Nothing was tried by hand yet.`,
      "It follows the model of the Agency for Digital Italy (AGID). It is renewed when the pages change, at least once a year.",
    ],
    feedback: "Tell us what does not work",
    feedbackWhat:
      "Write which page, what you wanted to do, with which device or aid. We answer within 30 days.",
    enforcement: "If we do not answer",
    enforcementWhat:
      "You can turn to the Agency for Digital Italy, which watches over the accessibility of digital services.",
    agid: "Go to AGID’s site",
  },
  cookies: {
    title: "Cookies",
    lead: "We use technical cookies only, needed for what you ask. There is no banner because there is nothing to refuse: nobody measures you, nobody follows you.",
    name: "Name",
    what: "What it is for",
    life: "How long it lasts",
    kinds: {
      basket: "remembers the basket of who buys without signing in",
      order: "opens your order without signing in",
      session: "keeps you signed in",
      household: "opens a household’s shopping to who has its link",
      invitation: "keeps the invitation while you make the passkey",
      known:
        "knows the browser you came in from with a code before, so that nobody can use up your codes of an hour",
      stop: "keeps the notice while you stop a recovery that you did not ask for",
    },
    days: (days) => `${days} days`,
    minutes: (minutes) => `${minutes} minutes`,
  },
};
