import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of the shop: products, prices, quantities, sums. */
export const shop = {
  from: (producer: string, town: string) => `${producer}, ${town}`,
  /** After a price: what it buys. */
  each: {
    kg: "al kg",
    piece: "al pezzo",
    bottle: "la bottiglia",
    jar: "il vasetto",
    bag: "il sacchetto",
    sack: "il sacco",
    tin: "la latta",
    crate: "la cassetta",
    carton: "la confezione",
    tray: "il vassoio",
    loaf: "la pagnotta",
    bunch: "il mazzetto",
  },
  about: (what: string) => `circa ${what}`,
  aboutEach: (weight: string, price: string) => `circa ${weight}, circa ${price} l’uno`,
  boxOf: (quantity: string) => `cassa da ${quantity}`,
  inSteps: (step: string) => `a passi di ${step}`,
  products: (n: number) => plural(n, { one: "# prodotto", other: "# prodotti" }),
  producers: (n: number) => plural(n, { one: "# azienda", other: "# aziende" }),
  quantity: {
    label: "Quantità",
    of: (product: string) => `Quantità di ${product}`,
    less: (product: string) => `${product}: di meno`,
    more: (product: string) => `${product}: di più`,
    set: "Aggiorna",
    setOf: (product: string) => `Aggiorna la quantità di ${product}`,
    none: "0, toglilo",
  },
  split: {
    part: "A chi va",
    share: "Parte",
    amount: "Importo",
    total: "In tutto",
  },
};

/** The shape that every other language must fill. */
export type ShopTexts = typeof shop;
