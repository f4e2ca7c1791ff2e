import { instant, instantFromText } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import type {
  OptionFacts,
  ProposalHead,
  ProposalListFacts,
} from "#frontend/member/proposal-facts.ts";

/** Facts of pages about votes, as the demo network would have them. */

export const at = (text: string) => instantFromText(text) ?? instant(0);

export const DIGEST = "7f3a91c05e2d44b8a6c1d9e07b3f52846a0d1c9be7f84532a1b6c8d94e0f7351";
export const TRACKER = "3k9f2mqx7w0c5d8etv1rz4hn6b";

export const times = {
  discussedUntil: at("2026-05-20T12:00:00+02:00"),
  opensAt: at("2026-06-02T08:00:00+02:00"),
  closesAt: at("2026-06-07T22:00:00+02:00"),
  challengeUntil: at("2026-06-10T22:00:00+02:00"),
  effectiveAt: at("2026-06-29T00:00:00+02:00"),
  endedAt: null,
};

export const head: ProposalHead = {
  number: 7,
  title: "Portare la trattenuta della rete dal 6 al 5,5 %",
  subject: "rules",
  state: "open",
  times,
  passes: null,
  call: 1,
  endorsements: { given: 11, needed: 3 },
};

export const turnout = { present: 27, electorate: 42, quorum: 21, isReached: true };

export const listed: ProposalListFacts = {
  part: "all",
  isMember: true,
  news: null,
  next: "/proposte?dopo=2",
  rows: [
    { ...head, turnout, own: { kind: "to-cast", members: 2 } },
    {
      ...head,
      number: 8,
      title: "Eleggere tre persone nel consiglio",
      subject: "election",
      state: "noticed",
      turnout: null,
      own: null,
    },
    {
      ...head,
      number: 9,
      title: "Un terzo dell’avanzo al fondo per il furgone elettrico",
      subject: "motion",
      state: "endorsing",
      endorsements: { given: 1, needed: 3 },
      turnout: null,
      own: null,
    },
    {
      ...head,
      number: 6,
      title: "Consegnare anche il sabato mattina",
      subject: "motion",
      state: "rejected",
      passes: false,
      call: 2,
      turnout: { present: 9, electorate: 41, quorum: 14, isReached: false },
      own: { kind: "cast" },
    },
    {
      ...head,
      number: 5,
      title: "Quattro euro e mezzo per la consegna a casa",
      state: "executed",
      passes: true,
      turnout: { present: 31, electorate: 41, quorum: 14, isReached: true },
      own: { kind: "cast" },
    },
  ],
};

export const candidates: readonly OptionFacts[] = [
  { code: "ada", title: "Ada Bonfante", detail: "Orto Valpantena, da sei anni", cost: null },
  { code: "bruno", title: "Bruno Zanella", detail: "GAS Santa Toscana", cost: null },
  { code: "carla", title: "Carla Righetti", detail: "Riseria del Tartaro", cost: null },
  { code: "dario", title: "Dario Perina", detail: "", cost: null },
];

export const projects: readonly OptionFacts[] = [
  { code: "cella", title: "Cella frigorifera al magazzino", detail: "", cost: cents(320_000) },
  { code: "cargo", title: "Una bici da carico", detail: "Usata", cost: cents(180_000) },
  { code: "scuola", title: "Orto della scuola", detail: "", cost: cents(90_000) },
];
