import { formatFor } from "#frontend/texts/format.ts";
import type { ShopTexts } from "#frontend/texts/it/shop.ts";

const { plural } = formatFor("en");

export const shop: ShopTexts = {
  from: (producer, town) => `${producer}, ${town}`,
  each: {
    kg: "per kg",
    piece: "each",
    bottle: "a bottle",
    jar: "a jar",
    bag: "a bag",
    sack: "a sack",
    tin: "a tin",
    crate: "a crate",
    carton: "a box",
    tray: "a tray",
    loaf: "a loaf",
    bunch: "a bunch",
  },
  about: (what) => `about ${what}`,
  aboutEach: (weight, price) => `about ${weight}, about ${price} each`,
  boxOf: (quantity) => `box of ${quantity}`,
  inSteps: (step) => `in steps of ${step}`,
  products: (n) => plural(n, { one: "# product", other: "# products" }),
  producers: (n) => plural(n, { one: "# producer", other: "# producers" }),
  quantity: {
    label: "Quantity",
    of: (product) => `Quantity of ${product}`,
    less: (product) => `${product}: less`,
    more: (product) => `${product}: more`,
    set: "Update",
    setOf: (product) => `Update the quantity of ${product}`,
    none: "0, take it out",
  },
  split: {
    part: "Who gets it",
    share: "Share",
    amount: "Amount",
    total: "In all",
  },
};
