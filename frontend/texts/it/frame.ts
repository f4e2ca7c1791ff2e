import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** What every page has around its own words: header, week, forms, pages, footer. */
export const frame = {
  skipToContent: "Vai al contenuto",
  mainNavigation: "Principale",
  basket: "Cassetta",
  basketOf: (products: number) =>
    plural(products, { one: "# prodotto nella cassetta", other: "# prodotti nella cassetta" }),
  errorPrefix: "Errore",
  otherLanguage: "English",
  links: {
    products: "Prodotti",
    pickup: "Ritiro",
    write: "Scrivi alla rete",
    signIn: "Accedi",
  },
  footer: {
    owned: "Una cooperativa di chi coltiva, compra e consegna: un voto a testa.",
    split: (sum: string, producers: string, network: string) =>
      `Su ${sum} di spesa, ${producers} vanno alle aziende e ${network} alla rete.`,
  },
  week: {
    label: "La settimana",
    today: "oggi",
    opens: "apertura",
    closes: "chiusura",
    prepares: "cassette",
    delivers: "consegna",
    opensOn: (day: string) => `Gli ordini aprono ${day}`,
    completing: (until: string) =>
      `Ordini chiusi: fino a ${until} si completano le casse non ancora piene`,
    openUntil: (day: string) => `Ordini aperti fino a ${day}`,
    closed: (day: string) => `Ordini chiusi. Si consegna ${day}`,
    delivering: "Oggi si consegna",
    delivered: (day: string) => `Consegnato ${day}. Gli ordini sono chiusi`,
    choose: "Per quale consegna",
    choice: (delivery: string, until: string) => `Consegna ${delivery}, ordini fino a ${until}`,
    justClosed: "gli ordini si sono appena chiusi",
    none: "Nessun ordine è aperto in questi giorni",
  },
  form: {
    problem: "C’è qualcosa da correggere",
    optional: "facoltativo",
    error: "Errore:",
  },
  pages: {
    label: "Pagine",
    page: (n: number) => `Pagina ${n}`,
    previous: "Precedente",
    next: "Successiva",
  },
};

/** The shape that every other language must fill. */
export type FrameTexts = typeof frame;
