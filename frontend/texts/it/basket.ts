import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of the basket. */
export const basket = {
  title: "La tua cassetta",
  summary: (products: string, producers: string) => `${products} di ${producers}`,
  until: (day: string) => `Puoi cambiarla fino a ${day}.`,
  closed: (reopens: string) =>
    `Gli ordini sono chiusi: quello che c’è qui non è stato ordinato. ${reopens}`,
  emptyTitle: "La cassetta è vuota",
  emptyWhy: "Quello che scegli dal banco arriva qui, e non impegna nessuno finché non confermi.",
  toProducts: "Guarda i prodotti",
  beginAnew: "Svuota la cassetta e ricomincia",
  stay: "Tieni la cassetta com’è",
  addMore: "Aggiungi altro",
  at: (quantity: string, price: string) => `${quantity}, ${price}`,
  aboutWeight: (weight: string) => `pesa circa ${weight}`,
  tolerance: (amount: string) => `Fino a ${amount} in più, se serve a chiudere la cassa`,
  setTolerance: "Aggiorna",
  setToleranceOf: (product: string) => `Aggiorna quanto in più di ${product}`,
  remove: "Togli",
  removeOf: (product: string) => `Togli ${product} dalla cassetta`,
  short: (left: string) => `Ne restano ${left}: abbassa la quantità.`,
  gone: "È finito: toglilo per poter confermare.",
  withdrawn: "L’azienda lo ha ritirato: toglilo per poter confermare.",
  sum: "Il conto",
  goods: (producers: number) =>
    plural(producers, { one: "Prodotti, # azienda", other: "Prodotti, # aziende" }),
  deposits: "Cauzioni, tornano con i vuoti",
  about: "Circa",
  total: "In tutto",
  vat: "di cui IVA sui prodotti",
  delivery: (fee: string) => `A casa si aggiungono ${fee}. Se ritiri non paghi consegna.`,
  deliveryFree: "La consegna è compresa, a casa come al ritiro.",
  weighed: "I prodotti a peso si pagano per quanto pesano davvero, alla consegna.",
  toCheckout: "Scegli dove e come paghi",
  repair: "Prima sistema le righe segnate.",
  share: "Condividi questa cassetta",
  shareWhy:
    "Un collegamento con i prodotti e le quantità che ci sono ora, e niente di te. Chi lo apre lo vede e può metterli nella propria cassetta.",
  shareLink: "Il collegamento",
  shareCopy: "Copia",
  shareOpen: "Guarda che cosa vede chi lo apre: l’indirizzo di quella pagina è il collegamento.",
  shareCopied: "Copiato: incollalo dove vuoi.",
  shared: {
    title: "Una cassetta condivisa",
    lead: (products: string) =>
      `Qualcuno ti manda ${products}. Non ordina niente da solo: guarda e scegli.`,
    rule: "Quello che metti prende le quantità scritte qui, anche se ne avevi già. Il resto della tua cassetta non cambia.",
    put: (products: string) => `Metti ${products} nella mia cassetta`,
    sum: "In tutto, circa",
    away: "Questa settimana non c’è",
    awayWhy: "Quello che non è in vendita, o non basta più, resta fuori.",
    short: (left: string) => `ne restano ${left}`,
    misfit: "non si ordina in questa quantità",
    noneTitle: "Questa settimana non c’è niente di questa cassetta",
    noneWhy: "Riapri il collegamento la settimana prossima, o guarda che cosa c’è ora.",
    closed: "Gli ordini sono chiusi: puoi metterla nella cassetta quando riaprono.",
    lostTitle: "Questo collegamento non apre nessuna cassetta",
    lostWhy: "Forse è stato copiato a metà: chiedilo di nuovo a chi te l’ha mandato.",
  },
};

/** The shape that every other language must fill. */
export type BasketTexts = typeof basket;
