import type { StandingNo } from "#domain/orders/standing.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of a list that becomes an order in every cycle. */
export const standing = {
  title: "Spesa ricorrente",
  lead: "Una lista che diventa un ordine da sola, a ogni ciclo. Poi è un ordine come gli altri: fino alla chiusura lo cambi o lo annulli.",
  noHousehold: "Serve una famiglia",
  noHouseholdWhy:
    "La spesa ricorrente è di una famiglia della rete: per entrarne a far parte, chiedi a chi amministra la rete.",
  of: (name: string) => `Lista di ${name}`,
  state: {
    active: (wait: string) =>
      `Attiva: ${wait} dall’apertura di ogni ciclo questa lista diventa un ordine.`,
    at: "appena",
    minutes: (count: number) => plural(count, { one: "# minuto", other: "# minuti" }),
    paused: (since: string) => `In pausa da ${since}: non ordina niente finché non la riprendi.`,
    skips: "Al prossimo ciclo non ordina: riprende da quello dopo.",
    none: "Non hai ancora una lista: scegli che cosa vuoi ogni volta, dove lo ritiri e come paghi.",
    repeated: "Questi sono i prodotti del tuo ordine: cambia quello che vuoi e salva la lista.",
  },
  list: "La lista",
  product: "Prodotto",
  quantity: (product: string) => `Quanto di ${product}; 0 lo toglie`,
  wanted: "Quantità",
  more: "in più, se serve",
  agreed: "Prezzo accettato",
  add: "Aggiungi un prodotto",
  addNothing: "Nessuno, per ora",
  addQuantity: "Quanto",
  addHint: "In pezzi, o in chili per ciò che si vende a peso",
  where: "Dove ritiri",
  home: "A casa tua",
  payment: "Come paghi",
  payments: { wallet: "Con il conto della famiglia", "at-pickup": "Quando ricevi la cassetta" },
  part: "Se qualcosa manca",
  parts: { yes: "Ordina quello che c’è", no: "Ordina tutto o niente" },
  rise: "Aumento massimo del prezzo, in percentuale",
  riseHint:
    "Un prodotto che costa di più di così non si ordina. Salvare la lista accetta i prezzi di oggi.",
  save: "Salva la lista",
  saved: "Lista salvata.",
  turned: "Fatto.",
  pause: "Metti in pausa",
  resume: "Riprendi",
  skip: "Salta il prossimo ciclo",
  takeSkipBack: "Non saltare il prossimo ciclo",
  end: "Elimina la lista",
  endWhy: "Gli ordini già fatti restano.",
  runs: "Com’è andata",
  runsNone: "Non è ancora diventata un ordine.",
  cycle: (code: string, day: string) => `${code}, consegna ${day}`,
  outcome: {
    placed: "Ordinata tutta",
    partly: "Ordinata in parte",
    failed: "Non ordinata",
    skipped: "Saltata, come avevi chiesto",
  },
  why: {
    "order-exists": "C’era già un ordine della famiglia: è rimasto com’era.",
    "place-unknown": "Il luogo di ritiro non c’è più: scegline un altro.",
    "slot-full": "La fascia oraria era al completo: scegline un’altra.",
    "place-full": "Il punto di ritiro era al completo: scegline un altro.",
    "address-missing": "Per la consegna a casa manca l’indirizzo della famiglia.",
    "wallet-missing": "La famiglia non ha un conto con cui pagare.",
    "wallet-floor": "Nel conto non c’era abbastanza: ricaricalo prima del prossimo ciclo.",
    "nothing-left": "Niente della lista si poteva ordinare.",
    "not-whole": "Qualcosa mancava, e avevi chiesto tutto o niente.",
  } satisfies Record<StandingNo, string>,
  line: {
    "not-offered": "non era in vendita",
    "price-risen": (price: string) => `costava ${price}, più di quanto hai accettato`,
    "not-in-steps": (step: string) => `ora si vende a passi di ${step}: cambia la quantità`,
    "short-stock": (left: string) => `ne restavano ${left}`,
    gone: "era finito",
    "wallet-floor": "il conto non bastava",
    "not-alone": "c’era, ma non da solo",
  },
  got: (product: string, got: string, wanted: string) => `${product}: ${got} su ${wanted}`,
  gotNothing: (product: string, wanted: string) => `${product}: niente su ${wanted}`,
  toOrder: "Guarda l’ordine",
  call: (count: number, products: string, until: string) =>
    plural(count, {
      one: `Dalla tua spesa ricorrente è rimasto fuori ${products}, del tutto o in parte. Si ordina fino a ${until}.`,
      other: `Dalla tua spesa ricorrente sono rimasti fuori ${products}, del tutto o in parte. Si ordina fino a ${until}.`,
    }),
  callWhole: (until: string) =>
    `La tua spesa ricorrente questa volta non è stata ordinata. Si ordina fino a ${until}.`,
  callGo: "Guarda com’è andata",
  repeat: "Ripeti ogni settimana",
  quantityWrong: (product: string) => `Scrivi una quantità per ${product}, per esempio 1,5`,
  riseWrong: "Scrivi una percentuale fra 0 e 100",
};

export type StandingTexts = typeof standing;
