/** What the demo's members decide, told by the codes of members. Everything here is invented. */
export interface DemoProposal {
  readonly code: string;
  readonly policy: "rules" | "board-election" | "contested-election";
  readonly subject: "rules" | "election";
  readonly author: string;
  readonly endorsers: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly actions: readonly DemoAction[];
  readonly options: readonly DemoOption[];
}

interface DemoOption {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

interface DemoAction {
  readonly key: string;
  readonly subject: "";
  readonly value: string;
  readonly follows: number;
}

/** Who votes what: a word, or names in order. */
export type DemoBallot = readonly [member: string, choice: string | readonly string[]];

const rule = (key: string, value: string): readonly DemoAction[] => [
  { key, subject: "", value, follows: 1 },
];

/** Passed in the first month, and in force since. */
export const moreDays: DemoProposal = {
  code: "piu-giorni",
  policy: "rules",
  subject: "rules",
  author: "lucia",
  endorsers: ["teresa", "bruno", "gino"],
  title: "Dieci giorni per segnalare un problema",
  body:
    "Chi ritira il venerdì e apre una conserva la domenica dopo oggi arriva tardi. Dieci " +
    "giorni bastano a tutti, e alle aziende cambia poco: le segnalazioni sono quattro in un " +
    "mese.",
  actions: rule("problem-days", "10"),
  options: [],
};

export const moreDaysBallots: readonly DemoBallot[] = [
  ["lucia", "yes"],
  ["teresa", "yes"],
  ["bruno", "yes"],
  ["gino", "yes"],
  ["ines", "yes"],
  ["marta", "yes"],
  ["yusuf", "yes"],
  ["samir", "abstain"],
  ["valpantena", "yes"],
  ["lessinia", "no"],
  ["cantina", "no"],
  ["corte-bassa", "yes"],
  ["filo", "yes"],
];

/** Too few came, at both calls. */
export const dearerDelivery: DemoProposal = {
  code: "consegna",
  policy: "rules",
  subject: "rules",
  author: "samir",
  endorsers: ["yusuf", "piero", "paolo"],
  title: "La consegna a casa a 4,50 euro",
  body: "Un giro con poche case costa più di quello che rende. Un euro in più lo pareggia.",
  actions: rule("delivery-fee", "450"),
  options: [],
};

export const dearerDeliveryBallots: readonly (readonly DemoBallot[])[] = [
  [
    ["samir", "yes"],
    ["courier", "yes"],
    ["paolo", "no"],
    ["nives", "no"],
  ],
  [
    ["samir", "yes"],
    ["courier", "yes"],
  ],
];

/** The board, elected by transferable vote: five places, and no need of a lot. */
export const boardElection: DemoProposal = {
  code: "consiglio",
  policy: "board-election",
  subject: "election",
  author: "caterina",
  endorsers: ["ornella", "lucia", "cantina"],
  title: "Elezione del consiglio",
  body:
    "Si eleggono cinque persone per tre anni. Metti in ordine chi preferisci: conta la prima " +
    "scelta, e passa alla seconda quando la prima non ne ha più bisogno o non ce la fa.",
  actions: [],
  options: [
    { code: "ruggero", title: "Ruggero Marchesini", detail: "consumatore" },
    { code: "lessinia", title: "Ida Lavarini", detail: "Malga Alta Lessinia" },
    { code: "cantina", title: "Agnese Fasoli", detail: "Cantina Cooperativa Alta" },
    { code: "yusuf", title: "Yusuf Cordioli", detail: "magazziniere" },
    { code: "lucia", title: "Lucia Bressanin", detail: "GAS Santa Toscana" },
    { code: "filo", title: "Livia Perbellini", detail: "Saponeria Filo" },
    { code: "marta", title: "Marta Corradi", detail: "GAS San Vitale" },
  ],
};

export const boardBallots: readonly DemoBallot[] = [
  ["caterina", ["ruggero", "lucia", "yusuf"]],
  ["ornella", ["yusuf", "filo", "lucia"]],
  ["yusuf", ["filo", "yusuf"]],
  ["samir", ["yusuf", "marta"]],
  ["lucia", ["lucia", "marta"]],
  ["teresa", ["lucia", "yusuf"]],
  ["piero", ["ruggero", "lucia"]],
  ["bruno", ["lucia", "ruggero"]],
  ["marta", ["marta", "filo"]],
  ["gino", ["lucia", "ruggero"]],
  ["ines", ["lucia", "filo"]],
  ["valpantena", ["lessinia", "cantina"]],
  ["lessinia", ["lessinia", "filo"]],
  ["cantina", ["lessinia", "cantina"]],
  ["forno", ["lessinia", "yusuf"]],
  ["corte-bassa", ["filo", "lessinia"]],
  ["filo", ["filo", "lucia"]],
  ["tartaro", ["ruggero", "cantina"]],
];

/** Open while somebody looks at the demo, with blind tokens. */
export const mediatorsElection: DemoProposal = {
  code: "probiviri",
  policy: "contested-election",
  subject: "election",
  author: "ornella",
  endorsers: ["caterina", "marta", "filo"],
  title: "Elezione dei probiviri",
  body:
    "Chi risponde ai reclami dei soci si elegge con il gettone: nemmeno chi gestisce il sito può " +
    "sapere chi ha scelto chi. Metti in ordine chi preferisci.",
  actions: [],
  options: [
    { code: "bruno", title: "Bruno Vantini", detail: "consumatore" },
    { code: "teresa", title: "Teresa Zampieri", detail: "consumatrice" },
    { code: "tartaro", title: "Zita Mantovani", detail: "Riseria del Tartaro" },
    { code: "forno", title: "Miriam Zorzi", detail: "Forno Santa Toscana" },
    { code: "ines", title: "Ines Scandola", detail: "consumatrice" },
    { code: "gino", title: "Gino Farinati", detail: "consumatore" },
  ],
};

/** Open while somebody looks at the demo. */
export const lowerFee: DemoProposal = {
  code: "trattenuta",
  policy: "rules",
  subject: "rules",
  author: "valpantena",
  endorsers: ["tartaro", "lessinia", "paolo"],
  title: "Portare la trattenuta della rete dal 6 al 5,5 per cento",
  body:
    "Il giro adesso è pieno: dieci porte invece di sei, e il costo per cassa è sceso. Mezzo " +
    "punto in meno torna alle aziende, e il prezzo di chi compra non cambia.",
  actions: rule("network-fee", "550"),
  options: [],
};

export const lowerFeeBallots: readonly DemoBallot[] = [
  ["valpantena", "yes"],
  ["tartaro", "yes"],
  ["lessinia", "yes"],
  ["paolo", "yes"],
  ["forno", "yes"],
  ["ornella", "no"],
  ["teresa", "abstain"],
];

/** What is said of it before the vote. */
export const lowerFeeComments: readonly (readonly [
  member: string,
  stance: "for" | "against",
  words: string,
])[] = [
  ["tartaro", "for", "Il giro ora è pieno: dieci porte invece di sei. Il costo per cassa è sceso."],
  ["ornella", "against", "Mezzo punto vale quanto la riserva per il furgone: teniamolo un anno."],
];
