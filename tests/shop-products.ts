import { civilDate } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { ProductFacts } from "#frontend/shop/product-facts.ts";
import { offer } from "./shop-cast.ts";
import { cardHold, deliveryDay, fee, tuesday } from "./shop-pages.tsx";

/** Products of the Veronetta week, as their pages are given them. */

export const product: ProductFacts = {
  offers: [offer("R10")],
  categoryId: "formaggi",
  description: "Formaggio vaccino d’alpeggio, stagionato almeno nove mesi in malga.",
  origin: "Bosco Chiesanuova (VR)",
  ingredients: "latte crudo, sale, caglio",
  allergens: ["milk"],
  maker: null,
  certificates: [
    {
      scheme: "pgs",
      body: "Rete Veronetta",
      number: "PGS-04",
      documentUrl: null,
      expiresOn: civilDate("2027-03-12"),
    },
  ],
  minimum: { minimumCents: cents(0), orderedCents: cents(8910) },
  story: ["Ventidue vacche, a millecinquecento metri da giugno a settembre."],
  nearest: { name: "Santa Toscana", metres: 20_190 },
  others: [offer("R11"), offer("R12")],
  networkFee: fee,
  feeRule: { version: 1, since: tuesday },
  deliveryFeeCents: cents(350),
  cardHold,
  season: null,
  deliveryDay,
  isOpen: true,
  reopensAt: null,
  inBasket: {},
};

/** Sold by the box, from a producer with a minimum. */
export const boxedProduct: ProductFacts = {
  ...product,
  offers: [{ ...offer("R21"), leftMilli: milli(14_000) }],
  categoryId: "vino",
  description: "",
  allergens: ["sulphites"],
  certificates: [],
  minimum: { minimumCents: cents(12_000), orderedCents: cents(9340) },
};
