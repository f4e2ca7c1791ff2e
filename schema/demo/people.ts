/** What somebody of the demo may do: a role, and the code of what it is over, if of one. */
export type DemoRole =
  | readonly ["officer" | "treasurer" | "supervisor" | "auditor" | "member"]
  | readonly ["hub" | "courier"]
  | readonly ["producer" | "coordinator" | "household", code: string];

/** Somebody whom a newcomer can be. Everybody here is invented. */
export interface DemoPerson {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  /** Who they are, in a few words. */
  readonly part: string;
  /** What there is to try as this person, one sentence. */
  readonly tries: string;
  readonly roles: readonly DemoRole[];
}

/** The first officer: she founds the network, and invites everybody else. */
export const demoFounder: DemoPerson = {
  code: "caterina",
  name: "Caterina Dal Molin",
  email: "caterina.dalmolin@example.org",
  part: "amministratrice della rete",
  tries: "Chiude o annulla un ciclo, con la sua firma; invita persone e dà ruoli.",
  roles: [["officer"], ["treasurer"], ["member"]],
};

/**
 * Everybody whom a newcomer can be, in the order in which they are shown: who answers for the
 * network, who works in the chain, who buys from it.
 */
export const demoCast: readonly DemoPerson[] = [
  demoFounder,
  {
    code: "ruggero",
    name: "Ruggero Marchesini",
    email: "ruggero.marchesini@example.org",
    part: "presidente della cooperativa",
    tries: "Dà la seconda firma agli atti che ne vogliono due, come una regola nuova.",
    roles: [["officer"], ["member"]],
  },
  {
    code: "ornella",
    name: "Ornella Bissoli",
    email: "ornella.bissoli@example.org",
    part: "tesoriera",
    tries: "Guarda i conti, registra le ricariche e corregge un borsellino con la sua firma.",
    roles: [["treasurer"], ["member"]],
  },
  {
    code: "fabio",
    name: "Fabio Tessari",
    email: "fabio.tessari@example.org",
    part: "sindaco dell’organo di controllo",
    tries: "Vede chi ha quali ruoli, e non cambia niente.",
    roles: [["supervisor"], ["member"]],
  },
  {
    code: "daniela",
    name: "Daniela Piubelli",
    email: "daniela.piubelli@example.org",
    part: "revisora",
    tries: "Legge i conti, le lettere e gli accessi, e non cambia niente.",
    roles: [["auditor"]],
  },
  {
    code: "yusuf",
    name: "Yusuf Cordioli",
    email: "yusuf.cordioli@example.org",
    part: "magazziniere della rete",
    tries: "Prepara i cicli, pesa e consegna; chiude un ciclo con la sua firma.",
    roles: [["hub"], ["member"]],
  },
  {
    code: "ida",
    name: "Ida Lavarini",
    email: "ida.lavarini@example.org",
    part: "casara della Malga Alta Lessinia",
    tries: "Tiene i suoi prodotti e le scorte, e legge che cosa preparare.",
    roles: [["producer", "lessinia"], ["member"]],
  },
  {
    code: "nereo",
    name: "Nereo Valbusa",
    email: "nereo.valbusa@example.org",
    part: "ortolano dell’Orto Valpantena",
    tries: "Vede i suoi ordini e il suo rendiconto, e niente di quelli degli altri.",
    roles: [["producer", "valpantena"], ["member"]],
  },
  {
    code: "samir",
    name: "Samir Bertolini",
    email: "samir.bertolini@example.org",
    part: "corriere dei Pedali di Veronetta",
    tries: "Legge il giro di oggi, segna le tappe dalla strada e vede il piano quando cambia.",
    roles: [["courier"], ["member"]],
  },
  {
    code: "lucia",
    name: "Lucia Bressanin",
    email: "lucia.bressanin@example.org",
    part: "coordinatrice del GAS Santa Toscana",
    tries: "Segue le famiglie del suo gruppo, i loro ordini e i loro borsellini.",
    roles: [["coordinator", "gas-santa-toscana"], ["household", "lucia"], ["member"]],
  },
  {
    code: "davide",
    name: "Davide Perlati",
    email: "davide.perlati@example.org",
    part: "famiglia del GAS Santa Toscana",
    tries: "Ordina con il borsellino della sua famiglia, e oggi ritira il pane.",
    roles: [["household", "davide"]],
  },
  {
    code: "nina",
    name: "Nina Zago",
    email: "nina.zago@example.org",
    part: "consumatrice",
    tries: "Fa la spesa senza essere socia di niente: il suo ordine da ospite è già tra i suoi.",
    roles: [],
  },
];
