/** Meetings of the demo's members: one that was held, one to come. Everything is invented. */
export const demoAssembly = {
  kind: "ordinary",
  title: "Assemblea di bilancio",
  place: "Casa Comune, via Cristofoli, Verona",
  agenda: [
    { title: "Come è andato il primo anno" },
    { title: "Elezione dell’organo di controllo" },
    { title: "Varie" },
  ],
} as const;

/** Who came, in person, from afar, or represented by somebody; by the codes of members. */
export const demoAttendance: readonly (readonly [
  member: string,
  how: "in-person" | "remote" | "by-proxy",
  holder?: string,
])[] = [
  ["caterina", "in-person"],
  ["ornella", "in-person"],
  ["yusuf", "in-person"],
  ["lucia", "in-person"],
  ["cantina", "in-person"],
  ["piero", "remote"],
  ["marta", "remote"],
  ["filo", "by-proxy", "cantina"],
  ["lessinia", "by-proxy", "lucia"],
  ["teresa", "in-person"],
];

export const demoMinutes = [
  "Presiede Caterina Dal Molin, scrive Ornella Bissoli. Si apre in seconda convocazione.",
  "Caterina Dal Molin racconta il primo anno: dodici aziende, due gruppi d’acquisto, un " +
    "magazzino. Si discute di come accorciare i giri del martedì.",
  "Teresa Zampieri è eletta nell’organo di controllo per tre anni, all’unanimità dei presenti.",
  "Si chiude alle nove di sera.",
].join("\n");

/** Whom it elected. */
export const demoSupervisor = "teresa";

export const demoNextAssembly = {
  kind: "ordinary",
  title: "Assemblea di fine anno",
  place: "Casa Comune, via Cristofoli, Verona",
  link: "https://incontri.example.org/fine-anno",
  agenda: [
    { title: "Che cosa è cambiato con i voti dell’autunno" },
    { title: "Giri condivisi: costi e risparmi" },
    { title: "Chi entra in consiglio al prossimo rinnovo" },
  ],
} as const;
