import type { Chart, ChartColumn, EuroPart } from "#domain/network/public-charts.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words on the network's public figures. */
export const transparency = {
  link: "Trasparenza",
  title: "Trasparenza",
  description: "Quanto vende questa rete, a chi vanno i soldi, quante famiglie serve: ogni mese.",
  lead: "I conti di questa rete negli ultimi dodici mesi, come escono dal registro. Chiunque può leggerli, scaricarli, rifarli.",
  nothing: "Non c’è ancora niente da contare",
  nothingWhy:
    "I numeri compaiono quando la prima settimana di vendita è consegnata e i suoi conti sono chiusi.",
  year: "L’anno in breve",
  period: (from: string, to: string) => `Da ${from} a ${to}`,
  goods: "di merce consegnata, IVA compresa",
  toProducers: (share: string) => `alle aziende: il ${share}`,
  fees: (share: string) => `alla rete, per lavorare: il ${share}`,
  vat: "di IVA, che le aziende versano allo Stato",
  delivery: "per le consegne a casa",
  orders: (orders: number) =>
    plural(orders, { one: "ordine consegnato", other: "ordini consegnati" }),
  today: "Oggi nella rete",
  members: (count: number) => plural(count, { one: "socio", other: "soci" }),
  households: (count: number) => plural(count, { one: "famiglia", other: "famiglie" }),
  producers: (count: number) => plural(count, { one: "azienda", other: "aziende" }),
  groups: (count: number) =>
    plural(count, { one: "gruppo d’acquisto", other: "gruppi d’acquisto" }),
  pickupPoints: (count: number) =>
    plural(count, { one: "punto di ritiro", other: "punti di ritiro" }),
  charts: {
    turnover: {
      title: "Merce consegnata",
      what: "Quanto valeva, IVA compresa, la merce consegnata in ogni mese.",
    },
    "network-income": {
      title: "Cosa resta alla rete",
      what: "La quota che la rete trattiene sulla merce e quanto si paga per le consegne a casa.",
    },
    buyers: {
      title: "Chi ha comprato",
      what: "Famiglie e persone che hanno ricevuto qualcosa in ogni mese. Chi torna conta una volta.",
    },
    deliveries: {
      title: "Ordini consegnati",
      what: "Ritirati a un punto di ritiro o portati a casa.",
    },
    euro: {
      title: "Dove va un euro",
      what: "Tutto ciò che è stato pagato per merce e consegne, diviso tra chi lo ha ricevuto.",
    },
    producers: {
      title: "Quanto ha venduto ogni azienda",
      what: "Merce consegnata di ciascuna. Chi ha venduto a poche famiglie sta insieme ad altre.",
    },
  } satisfies Record<Chart, { title: string; what: string }>,
  producersTogether: {
    title: "Quanto hanno venduto le aziende",
    what: "In questa rete le vendite si mostrano tutte insieme, non azienda per azienda.",
  },
  columns: {
    month: "Mese",
    goodsCents: "Merce",
    toProducersCents: "Alle aziende",
    vatCents: "di cui IVA",
    networkFeeCents: "Quota della rete",
    deliveryCents: "Consegne a casa",
    orders: "Ordini",
    pickupOrders: "Ritirati",
    homeOrders: "Portati a casa",
    pickupPoints: "Punti di ritiro",
    buyers: "Famiglie e persone",
    part: "A chi",
    cents: "Quanto",
    producer: "Azienda",
  } satisfies Record<ChartColumn, string>,
  parts: {
    producers: "Alle aziende",
    vat: "Allo Stato, come IVA",
    network: "Alla rete",
    delivery: "A chi porta a casa",
  } satisfies Record<EuroPart, string>,
  together: "Insieme",
  few: "pochi",
  highest: (title: string, month: string, value: string) =>
    `${title}, mese per mese. Il mese più alto è ${month}: ${value}.`,
  silent: (title: string) => `${title}, mese per mese. Non c’è ancora nessun mese da mostrare.`,
  inTable: "I numeri in una tabella",
  csv: "CSV",
  json: "JSON",
  download: (what: string, kind: string) => `${what}: scarica ${kind}`,
  how: "Come leggere questi numeri",
  rules: (fewest: string) => [
    "Vengono dal registro dei conti, dove ogni centesimo è in partita doppia. Una settimana entra nel mese in cui i suoi conti si chiudono, e da lì non cambia.",
    `Una settimana in cui hanno comprato meno di ${fewest} famiglie o persone non si conta: chi ne conosce una capirebbe quanto spende. Gli ospiti senza accesso contano tutti insieme come uno.`,
    `Lo stesso vale per le consegne a casa, se in una settimana sono meno di ${fewest}, e per un’azienda che ha venduto a meno di ${fewest}: sta insieme alle altre piccole e alla più piccola delle grandi.`,
    "I vuoti a rendere non sono vendita: tornano a chi li ha pagati, e qui non ci sono. I rimborsi decisi dopo, per un problema, non sono tolti.",
  ],
  withheld: (cycles: number) =>
    plural(cycles, {
      one: "In questi mesi # settimana non è contata perché troppo piccola.",
      other: "In questi mesi # settimane non sono contate perché troppo piccole.",
    }),
  licence: "Dati aperti: puoi usarli per qualsiasi cosa, senza chiedere (licenza CC0 1.0).",
  licenceLink: "Leggi la licenza",
  api: "Per i programmi",
};

/** The shape that every other language must fill. */
export type TransparencyTexts = typeof transparency;
