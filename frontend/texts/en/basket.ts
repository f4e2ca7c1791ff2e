import { formatFor } from "#frontend/texts/format.ts";
import type { BasketTexts } from "#frontend/texts/it/basket.ts";

const { plural } = formatFor("en");

export const basket: BasketTexts = {
  title: "Your basket",
  summary: (products, producers) => `${products} of ${producers}`,
  until: (day) => `You can change it until ${day}.`,
  closed: (reopens) => `Orders are closed: what is here was not ordered. ${reopens}`,
  emptyTitle: "The basket is empty",
  emptyWhy: "What you choose comes here, and binds nobody until you confirm.",
  toProducts: "See the products",
  beginAnew: "Empty the basket and begin anew",
  stay: "Keep the basket as it is",
  addMore: "Add more",
  at: (quantity, price) => `${quantity}, ${price}`,
  aboutWeight: (weight) => `weighs about ${weight}`,
  tolerance: (amount) => `Up to ${amount} more, if it completes the box`,
  setTolerance: "Update",
  setToleranceOf: (product) => `Update how much more of ${product}`,
  remove: "Remove",
  removeOf: (product) => `Remove ${product} from the basket`,
  short: (left) => `${left} left: lower the quantity.`,
  gone: "It is sold out: remove it to be able to confirm.",
  withdrawn: "Its producer has withdrawn it: remove it to be able to confirm.",
  sum: "The sum",
  goods: (producers) =>
    plural(producers, { one: "Goods, # producer", other: "Goods, # producers" }),
  deposits: "Deposits, given back with the empties",
  about: "About",
  total: "In all",
  vat: "of which VAT on goods",
  delivery: (fee) => `Home delivery adds ${fee}. Picking up costs no delivery.`,
  deliveryFree: "Delivery is included, at home as at the pickup point.",
  weighed: "Goods sold by weight are paid for what they really weigh, at the delivery.",
  toCheckout: "Choose where and how you pay",
  repair: "First put the marked lines right.",
};
