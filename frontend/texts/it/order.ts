import type { LineStatus } from "#domain/orders/line.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of an order, from its confirmation to its final sum. */
export const order = {
  title: (code: string) => `Ordine ${code}`,
  keepLink:
    "Conserva questo indirizzo: con il collegamento ricevuto per posta puoi tornare qui quando vuoi.",
  // One sentence each: where the order stands, how it is received, how it is paid.
  status: {
    open: (until: string, then: string) =>
      `L’ordine è confermato: puoi cambiarlo fino a ${until}, poi ${then}.`,
    completing: (until: string, then: string) =>
      `Gli ordini sono chiusi, ma si completano le casse: fino a ${until} puoi aggiungere, non togliere; poi ${then}.`,
    waiting: (then: string) => `Gli ordini sono chiusi e le aziende preparano il tuo: ${then}.`,
    arriving: (then: string) => `Il tuo ordine si prepara: ${then}.`,
    today: (then: string) => `Oggi tocca al tuo ordine: ${then}.`,
    notHandedOut: (day: string) =>
      `La cassetta era pronta ${day}, ma non risulta ancora consegnata: se non l’hai avuta, scrivi alla rete.`,
    handedOut: (received: string, paying: string) =>
      `${received}: si chiude il conto della settimana, ${paying}.`,
    settled: (received: string, total: string, paid: string) => `${received}: ${total}, ${paid}.`,
    due: (received: string, amount: string) =>
      `${received}, ma la carta non ha coperto il conto: restano ${amount}.`,
    nothing: "Non è arrivato niente di questo ordine: non paghi nulla.",
    cancelled: (day: string) => `Annullato ${day}. Non paghi nulla.`,
    cycleCancelled: "La settimana di vendita è stata annullata. Non paghi nulla.",
  },
  between: (from: string, to: string) => `dalle ${from} alle ${to}`,
  receives: {
    home: (day: string, time: string | null) =>
      time === null ? `arriva a casa tua ${day}` : `arriva a casa tua ${day}, ${time}`,
    pickup: (day: string, place: string, time: string | null) =>
      time === null
        ? `lo ritiri ${day} al punto ${place}`
        : `lo ritiri ${day} al punto ${place}, ${time}`,
  },
  received: {
    home: (day: string) => `Consegnato a casa ${day}`,
    pickup: (day: string, place: string) => `Ritirato ${day} al punto ${place}`,
    not: { home: "Non risulta consegnato", pickup: "Non risulta ritirato" },
  },
  pays: {
    wallet: "e lo paghi con il credito della famiglia",
    card: "e lo paga la carta, per quanto pesa davvero",
    "at-pickup": "e lo paghi quando lo ricevi",
  },
  paying: {
    wallet: "che paga il credito della famiglia",
    card: "che paga la carta",
    "at-pickup": "che hai pagato alla consegna",
    later: "che resta da pagare",
  },
  paid: {
    wallet: "pagati con il credito della famiglia",
    card: "pagati con la carta",
    "at-pickup": "pagati alla consegna",
    asked: "chiesti alla carta",
    unpaid: "da pagare al punto di ritiro",
  },
  story: {
    title: "Cosa è successo finora",
    placed: "Hai ordinato",
    changed: "Hai cambiato l’ordine, l’ultima volta",
    closed: "Gli ordini si sono chiusi",
    sent: "Le aziende hanno avuto l’ordine",
    receiving: "La merce è arrivata al magazzino",
    delivered: "La settimana è stata consegnata",
    "handed-out": "Hai ricevuto la cassetta",
    settled: "Il conto si è chiuso",
    paid: "Il pagamento è arrivato",
    reported: "Hai segnalato un problema",
    answered: "La rete ha risposto alla segnalazione",
    "paid-back": "Ti abbiamo restituito il dovuto",
    cancelled: "L’ordine è stato annullato",
  },
  split: {
    title: "Dove è andato il tuo euro",
    lead: (total: string) => `I ${total} di questo ordine, diviso al centesimo.`,
    producers: "Alle aziende",
    producersWhy: "quello che resta loro, tolte IVA e trattenuta",
    network: "Alla rete",
    networkWhy: (percent: string, version: string) =>
      `la trattenuta del ${percent}, versione ${version} della regola`,
    delivery: "Per la consegna",
    deliveryWhy: "chi pedala fino a casa tua",
    vat: "IVA",
    vatWhy: "la versano le aziende",
    deposits: "Cauzioni",
    depositsWhy: "tornano con i vuoti",
    each: "Un’azienda alla volta",
    refunded: (amount: string) =>
      `Di questi, ${amount} ti sono poi stati riconosciuti: qui c’è il conto com’era.`,
  },
  refunded: "Riconosciuti per le segnalazioni",
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
  addSearch: "Cerca fra i prodotti",
  addSearchGo: "Cerca",
  addNone: (query: string) =>
    `Niente da aggiungere con «${query}». Cancella la ricerca per vedere tutto.`,
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
