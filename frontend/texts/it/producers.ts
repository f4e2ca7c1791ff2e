import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of the pages about who sells: all producers, one producer, how to become one. */
export const producers = {
  now: (products: string) => `${products} questa settimana`,
  nothingNow: "Questa settimana non porta niente",
  noPractice: "Nessun certificato in corso",
  list: {
    title: "Produttori",
    description:
      "Le aziende della rete: dove sono, che cosa portano questa settimana, chi ne garantisce il lavoro.",
    found: (howMany: string) => `${howMany} nella rete`,
    filters: "Scegli tra i produttori",
    apply: "Mostra i produttori",
    clear: "Togli i filtri",
    noneTitle: "Nessuna azienda così",
    noneWhy: "Con questi filtri non resta nessuno. Togline uno, o guardale tutte.",
    nobodyWhy: "La rete non ha ancora aziende. Le prime compaiono qui appena entrano.",
  },
  joining: {
    title: "Vendere con la rete",
    steps: (kept: string, fee: string) => [
      {
        what: "Il prezzo lo fai tu",
        how: `Di ogni prezzo resta a te il ${kept}, IVA compresa. Il ${fee} paga giro, magazzino e lavoro comune.`,
      },
      {
        what: "Sai prima quanto preparare",
        how: "Alla chiusura della settimana ricevi un ordine solo, sommato: niente resta invenduto.",
      },
      {
        what: "Porti tutto in un punto",
        how: "Le cassette le compone la rete, e un giro condiviso le consegna.",
      },
      {
        what: "Regole scritte, uguali per tutti",
        how: "La trattenuta e le altre regole hanno una data e una storia, e valgono per ogni azienda.",
      },
    ],
    ask: "Di’ chi sei, dove coltivi o lavori, e che cosa porteresti: ti risponde una persona.",
    write: "Scrivi alla rete",
  },
  page: {
    description: (name: string, town: string) =>
      `${name}, ${town}: la sua storia in tre fatti, dov’è, chi la certifica, che cosa vende questa settimana.`,
    story: "La storia in tre fatti",
    since: (day: string) => `Nella rete dal ${day}.`,
    sameDay: "Si ordina anche per il giorno stesso.",
    lead: (days: number) =>
      plural(days, {
        one: "Deve sapere l’ordine # giorno prima della consegna.",
        other: "Deve sapere l’ordine # giorni prima della consegna.",
      }),
    onShelf: "Sul banco adesso",
    wasOnShelf: "Sul banco l’ultima settimana",
    all: (products: string) => `Tutti: ${products}`,
    onTheShelf: "Vedili sul banco",
    nothing: "Questa settimana non porta niente. Quando torna, i suoi prodotti sono qui.",
    from: "A",
    to: "B",
    far: (distance: string, point: string) => `A ${distance} da ${point}`,
    straight: "In linea d’aria.",
    mapLabel: (name: string, town: string, distance: string, point: string) =>
      `Mappa schematica: ${name}, ${town}, è a ${distance} da ${point}`,
    choose: "Dove ritiri",
    show: "Mostra",
    practices: "Come lavora, e chi lo garantisce",
    noCertificate:
      "Nessun certificato in corso. Non è un giudizio: vuol dire che nessun ente garantisce per questa azienda, oggi.",
    keptTitle: (sum: string) => `Su ${sum} di spesa`,
    keptWhy: "compresa l’IVA, che versa allo Stato",
  },
};

/** The shape that every other language must fill. */
export type ProducersTexts = typeof producers;
