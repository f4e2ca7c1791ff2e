import { formatFor } from "#frontend/texts/format.ts";
import type { OrderTexts } from "#frontend/texts/it/order.ts";

const { plural } = formatFor("en");

export const order: OrderTexts = {
  title: (code) => `Order ${code}`,
  keepLink: "Keep this address: the link in your mail brings you back here whenever you want.",
  status: {
    open: (until) => `The order is confirmed. You can change it until ${until}.`,
    completing: (until) =>
      `Orders are closed, but boxes are being completed: until ${until} you can add, not take away.`,
    waiting: (day) => `Orders are closed: the producers prepare your part. Delivery is on ${day}.`,
    arriving: (day) => `Your crate is being prepared. Delivery is on ${day}.`,
    today: "Delivery is today.",
    delivered: (day) => `Delivered on ${day}: we are closing the sum.`,
    settled: (total) => `Delivered and paid: ${total}.`,
    due: (amount) => `Delivered, but the card did not cover the bill: ${amount} is left.`,
    nothing: "Nothing of this order arrived: you pay nothing.",
    cancelled: (day) => `Cancelled on ${day}. You pay nothing.`,
    cycleCancelled: "The sales week was cancelled. You pay nothing.",
  },
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
