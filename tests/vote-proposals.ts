import { fraction } from "#domain/governance/counting/fraction.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { priceChange } from "#domain/orders/price-change.ts";
import type { ProposalFacts } from "#frontend/member/proposal-facts.ts";
import { aPolicy, aRule } from "./policies.ts";
import { at, DIGEST, head, turnout } from "./vote-facts.ts";

/** A proposal that is voted on. */
export const openProposal: ProposalFacts = {
  ...head,
  id: "01jd3x5k7m9npqrstvwxyz0007",
  version: 1,
  authors: ["Orto Valpantena", "Riseria del Tartaro"],
  policyVersion: 1,
  timelockDays: null,
  policy: aPolicy({
    calls: [aRule({ quorum: fraction(1, 2) }), aRule({ quorum: fraction(1, 3) })],
  }),
  body: [
    "Il giro ora è pieno: dieci porte invece di sei, e il costo per cassa è sceso.",
    "Mezzo punto torna a chi produce.",
  ].join("\n\n"),
  changes: [
    {
      name: "Trattenuta della rete",
      href: "/regole/network-fee",
      before: "6 %",
      after: "5,5 %",
      isText: false,
    },
    {
      name: "Articolo 12",
      href: "/statuto/12",
      isText: true,
      before: "Sul valore consegnato la rete trattiene il 6 per cento, salvo diversa decisione.",
      after:
        "Sul valore consegnato la rete trattiene il 5,5 per cento, e ogni anno pubblica i conti.",
    },
  ],
  price: priceChange({ networkFee: basisPoints(600), deliveryFee: cents(350) }, [
    { key: "network-fee", value: "550" },
  ]),
  options: [],
  budget: null,
  arguments: [
    {
      id: "1",
      author: "Orto Valpantena",
      at: at("2026-05-14T10:00:00+02:00"),
      text: "Il giro ora è pieno: dieci porte invece di sei. Il costo per cassa è sceso.",
      stance: "for",
    },
    {
      id: "2",
      author: "Davide, GAS Santa Toscana",
      at: at("2026-05-15T18:00:00+02:00"),
      text: "Mezzo punto vale 4,56 € la settimana. Li metterei nel fondo per il furgone.",
      stance: "against",
    },
  ],
  amendments: [],
  challenges: [],
  vote: {
    turnout,
    kept: [
      { reason: "enrolled-too-late", count: 3 },
      { reason: "in-arrears", count: 1 },
    ],
    members: 46,
    electorateRoot: DIGEST,
    textDigest: DIGEST,
    own: { kind: "to-cast", members: 2 },
    isOver: false,
  },
  endedReason: null,
  deeds: [
    { kind: "comment", key: "k1" },
    {
      kind: "give-proxy",
      key: "k2",
      givers: [{ memberId: "m1", name: "Lucia Ferrari" }],
      holders: [
        { memberId: "m2", name: "Davide Rossi" },
        { memberId: "m3", name: "Malga Alta Lessinia" },
      ],
    },
  ],
  actsFor: [{ memberId: "m1", name: "Lucia Ferrari" }],
  typed: {},
  errors: [],
  news: null,
};

/** The same while it is discussed. */
export const discussed: ProposalFacts = {
  ...openProposal,
  state: "discussion",
  vote: null,
  amendments: [
    {
      id: "a1",
      author: "Malga Alta Lessinia",
      at: at("2026-05-16T09:00:00+02:00"),
      reason: "Pubblicare non basta: bisogna discuterne.",
      change: {
        name: "Articolo 12",
        href: null,
        isText: true,
        before: "e ogni anno pubblica che cosa ne ha fatto",
        after: "e ogni anno ne discute in assemblea",
      },
      state: "proposed",
      answer: null,
      key: "k5",
    },
  ],
  deeds: [
    { kind: "comment", key: "k1" },
    { kind: "amend", key: "k3" },
    { kind: "notice", key: "k4" },
    { kind: "withdraw", key: "k7" },
    { kind: "veto", key: "k8" },
  ],
  actsFor: [
    { memberId: "m1", name: "Lucia Ferrari" },
    { memberId: "m9", name: "Panificio Borgo" },
  ],
};
