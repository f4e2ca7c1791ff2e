import type { LineStatus } from "#domain/orders/line.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of an order, from its confirmation to its final sum. */
export const order = {
  title: (code: string) => `Ordine ${code}`,
  keepLink:
    "Conserva questo indirizzo: con il collegamento ricevuto per posta puoi tornare qui quando vuoi.",
  status: {
    open: (until: string) => `L’ordine è confermato. Puoi cambiarlo fino a ${until}.`,
    completing: (until: string) =>
      `Gli ordini sono chiusi, ma si completano le casse: fino a ${until} puoi aggiungere, non togliere.`,
    waiting: (day: string) =>
      `Gli ordini sono chiusi: le aziende preparano la tua parte. Si consegna ${day}.`,
    arriving: (day: string) => `La cassetta si prepara. Si consegna ${day}.`,
    today: "Oggi si consegna.",
    delivered: (day: string) => `Consegnato ${day}: stiamo chiudendo il conto.`,
    settled: (total: string) => `Consegnato e pagato: ${total}.`,
    due: (amount: string) => `Consegnato, ma la carta non ha coperto il conto: restano ${amount}.`,
    nothing: "Non è arrivato niente di questo ordine: non paghi nulla.",
    cancelled: (day: string) => `Annullato ${day}. Non paghi nulla.`,
    cycleCancelled: "La settimana di vendita è stata annullata. Non paghi nulla.",
  },
  howToPayDue: (contact: string | null) =>
    contact === null
      ? "Puoi pagarli in contanti al punto di ritiro, la prossima volta che passi."
      : `Puoi pagarli in contanti al punto di ritiro, la prossima volta che passi. Per un bonifico, o un altro modo, scrivi a ${contact}.`,
  mailFails: (contact: string | null) =>
    contact === null
      ? "Le nostre lettere all’indirizzo e-mail di questo ordine tornano indietro: guarda qui come va, e tieni da parte l’indirizzo di questa pagina."
      : `Le nostre lettere all’indirizzo e-mail di questo ordine tornano indietro: guarda qui come va, e tieni da parte l’indirizzo di questa pagina. Per correggerlo scrivi a ${contact}.`,
  due: "Da pagare",
  where: "Dove e quando",
  atHome: "A casa tua",
  payment: "Pagamento",
  paidBy: {
    wallet: "con il credito della famiglia",
    card: "con carta",
    "at-pickup": "quando ricevi la cassetta",
  },
  until: "Modificabile fino a",
  lines: "Cosa hai ordinato",
  from: (producer: string) => producer,
  wanted: (amount: string) => `Richiesta: ${amount}`,
  tolerance: (amount: string) => `, più ${amount} se serve`,
  allocated: (amount: string) => `assegnazione: ${amount}`,
  delivered: (amount: string) => `consegna: ${amount}`,
  weighed: (weight: string) => `peso: ${weight}`,
  estimated: (amount: string) => `stima: ${amount}`,
  lineStatus: {
    ordered: "",
    withdrawn: "Tolto",
    allocated: "Confermato",
    cut_by_box: "Non arriva: l’ultima cassa non si è riempita. Non lo paghi.",
    partly_cut_by_box: "Arriva in parte: l’ultima cassa non si è riempita.",
    cancelled_minimum: "Annullato: l’azienda non ha raggiunto il minimo. Non lo paghi.",
    not_delivered: "Non è arrivato dall’azienda. Non lo paghi.",
    short_delivered: "Arrivato in parte: all’azienda ne mancava.",
    delivered: "Arrivato",
  } satisfies Record<LineStatus, string>,
  remove: "Togli",
  removeOf: (product: string) => `Togli ${product} dall’ordine`,
  add: "Aggiungi prodotti",
  addWhat: "Quale prodotto",
  addHowMuch: "Quanto",
  addHint: "In pezzi; in chili per quello che si vende sfuso: 1,5 è un chilo e mezzo.",
  addGo: "Aggiungi all’ordine",
  receipt: "Il conto",
  goodsEstimated: (products: number) =>
    plural(products, { one: "# prodotto, stima", other: "# prodotti, stima" }),
  goodsFinal: "Prodotti, come arrivati",
  deposits: "Cauzioni",
  delivery: "Consegna a casa",
  estimate: "Stima",
  about: "Circa",
  final: "In tutto",
  ordered: "Stima all’ordine",
  held: "Fermati sulla carta",
  captured: "Presi dalla carta",
  released: "Il resto torna disponibile sulla carta.",
  payThen: "Paghi quando ricevi la cassetta.",
  less: (amount: string) => `${amount} in meno della stima.`,
  more: (amount: string) => `${amount} in più della stima.`,
  same: "Quanto la stima.",
  cancel: "Annulla l’ordine",
  cancelWhy:
    "Tutto l’ordine si annulla e ciò che era fermo torna libero. Non si può tornare indietro.",
  cancelGo: "Sì, annulla tutto",
  print: "Per la carta: stampa questa pagina dal menu del browser.",
  householdTitle: "Questo collegamento non apre nessuna famiglia",
  householdWhy:
    "Forse è stato sostituito o è scaduto. Chiedine uno nuovo alla rete: intanto puoi ordinare come ospite.",
  linkTitle: "Questo collegamento non apre nessun ordine",
  linkWhy:
    "Forse è stato copiato a metà. Riaprilo dal messaggio di conferma, oppure scrivi alla rete con il codice dell’ordine.",
};

/** The shape that every other language must fill. */
export type OrderTexts = typeof order;
