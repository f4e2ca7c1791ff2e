import { formatFor } from "#frontend/texts/format.ts";
import type { OrderTexts } from "#frontend/texts/it/order.ts";

const { plural } = formatFor("en");

export const order: OrderTexts = {
  title: (code) => `Order ${code}`,
  keepLink: "Keep this address: the link in your mail brings you back here whenever you want.",
  status: {
    open: (until, then) =>
      `The order is confirmed: you can change it until ${until}, then ${then}.`,
    completing: (until, then) =>
      `Orders are closed, but boxes are being completed: until ${until} you can add, not take away; then ${then}.`,
    waiting: (then) => `Orders are closed and the producers prepare yours: ${then}.`,
    arriving: (then) => `Your order is being prepared: ${then}.`,
    today: (then) => `Today it is your order’s turn: ${then}.`,
    notHandedOut: (day) =>
      `The crate was ready on ${day}, but is not noted as handed over: if you did not get it, write to the network.`,
    handedOut: (received, paying) => `${received}: the week’s sum is being closed, ${paying}.`,
    settled: (received, total, paid) => `${received}: ${total}, ${paid}.`,
    due: (received, amount) =>
      `${received}, but the card did not cover the bill: ${amount} is left.`,
    nothing: "Nothing of this order arrived: you pay nothing.",
    cancelled: (day) => `Cancelled on ${day}. You pay nothing.`,
    cycleCancelled: "The sales week was cancelled. You pay nothing.",
  },
  between: (from, to) => `from ${from} to ${to}`,
  receives: {
    home: (day, time) =>
      time === null
        ? `it comes to your home on ${day}`
        : `it comes to your home on ${day}, ${time}`,
    pickup: (day, place, time) =>
      time === null
        ? `you collect it on ${day} at ${place}`
        : `you collect it on ${day} at ${place}, ${time}`,
  },
  received: {
    home: (day) => `Brought home on ${day}`,
    pickup: (day, place) => `Collected on ${day} at ${place}`,
    not: { home: "Not noted as delivered", pickup: "Not noted as collected" },
  },
  pays: {
    wallet: "and pay with the household’s credit",
    card: "and the card pays what it really weighs",
    "at-pickup": "and pay when you receive it",
  },
  paying: {
    wallet: "which the household’s credit pays",
    card: "which the card pays",
    "at-pickup": "which you paid on delivery",
    later: "which is still to be paid",
  },
  paid: {
    wallet: "paid with the household’s credit",
    card: "paid by card",
    "at-pickup": "paid on delivery",
    asked: "asked of the card",
    unpaid: "to be paid at the pickup point",
  },
  story: {
    title: "What happened so far",
    placed: "You ordered",
    changed: "You changed the order, for the last time",
    closed: "Orders closed",
    sent: "The producers got the order",
    receiving: "The goods arrived at the hub",
    delivered: "The week was delivered",
    "handed-out": "You received the crate",
    settled: "The sum was closed",
    paid: "The payment arrived",
    reported: "You reported a problem",
    answered: "The network answered the report",
    "paid-back": "We gave the money back",
    cancelled: "The order was cancelled",
  },
  split: {
    title: "Where your euro went",
    lead: (total) => `The ${total} of this order, divided to the cent.`,
    producers: "To the producers",
    producersWhy: "what is left to them, without VAT and fee",
    network: "To the network",
    networkWhy: (percent, version) => `the fee of ${percent}, version ${version} of the rule`,
    delivery: "For the delivery",
    deliveryWhy: "whoever rides to your door",
    vat: "VAT",
    vatWhy: "the producers pay it on",
    deposits: "Deposits",
    depositsWhy: "they come back with the empties",
    each: "One producer at a time",
    refunded: (amount) => `${amount} of it was given back since: this is the sum as it was.`,
  },
  refunded: "Given back for reports",
  howToPayDue: (contact) =>
    contact === null
      ? "You can pay it in cash at the pickup point, the next time you come by."
      : `You can pay it in cash at the pickup point, the next time you come by. For a transfer, or another way, write to ${contact}.`,
  mailFails: (contact) =>
    contact === null
      ? "Our letters to the e-mail address of this order come back: follow it here, and keep the address of this page."
      : `Our letters to the e-mail address of this order come back: follow it here, and keep the address of this page. To correct it write to ${contact}.`,
  due: "Left to pay",
  where: "Where and when",
  atHome: "At your home",
  payment: "Payment",
  paidBy: {
    wallet: "with the household's credit",
    card: "by card",
    "at-pickup": "when you receive the crate",
  },
  until: "Can be changed until",
  lines: "What you ordered",
  from: (producer) => producer,
  wanted: (amount) => `${amount} wanted`,
  tolerance: (amount) => `, plus ${amount} if needed`,
  allocated: (amount) => `${amount} allotted`,
  delivered: (amount) => `${amount} arrived`,
  weighed: (weight) => `weighed ${weight}`,
  estimated: (amount) => `estimate ${amount}`,
  lineStatus: {
    ordered: "",
    withdrawn: "Removed",
    allocated: "Confirmed",
    cut_by_box: "Not coming: the last box was not filled. You do not pay for it.",
    partly_cut_by_box: "Coming in part: the last box was not filled.",
    cancelled_minimum: "Cancelled: its producer missed the minimum. You do not pay for it.",
    not_delivered: "It did not arrive from the producer. You do not pay for it.",
    short_delivered: "Arrived in part: the producer was short of it.",
    delivered: "Arrived",
  },
  remove: "Remove",
  removeOf: (product) => `Remove ${product} from the order`,
  add: "Add products",
  addSearch: "Search the products",
  addSearchGo: "Search",
  addNone: (query) => `Nothing to add for “${query}”. Clear the search to see everything.`,
  addWhat: "Which product",
  addHowMuch: "How much",
  addHint: "In pieces; in kilograms for what is sold loose: 1.5 is a kilogram and a half.",
  addGo: "Add to the order",
  receipt: "The sum",
  goodsEstimated: (products) =>
    plural(products, { one: "# product, estimate", other: "# products, estimate" }),
  goodsFinal: "Goods, as they arrived",
  deposits: "Deposits",
  delivery: "Home delivery",
  estimate: "Estimate",
  about: "About",
  final: "In all",
  ordered: "Estimate when ordered",
  held: "Held on the card",
  captured: "Taken from the card",
  released: "The rest is free again on the card.",
  payThen: "You pay when you receive the crate.",
  less: (amount) => `${amount} less than the estimate.`,
  more: (amount) => `${amount} more than the estimate.`,
  same: "As much as the estimate.",
  cancel: "Cancel the order",
  cancelWhy: "The whole order is cancelled and what was held is free again. This cannot be undone.",
  cancelGo: "Yes, cancel everything",
  print: "For paper: print this page from the browser's menu.",
  householdTitle: "This link opens no household",
  householdWhy:
    "It may have been replaced or have expired. Ask the network for a new one; meanwhile you can order as a guest.",
  linkTitle: "This link opens no order",
  linkWhy:
    "It may have been copied in part. Open it again from the confirmation mail, or write to the network with the order's code.",
};
