import { FIRST_POLICIES } from "#domain/governance/policy/first-policies.ts";
import { typedOf } from "#market/member/http-policy-form.ts";
import { aPolicy } from "#tests/policies.ts";
import type { Row, Things } from "./row.ts";

const ORDINARY = FIRST_POLICIES.find(({ code }) => code === "ordinary") ?? aPolicy();

const at =
  (rest = "") =>
  ({ motion }: Things) =>
    `/proposte/${motion}${rest}`;

/** The fields that every form of a proposal's page carries, and what it says besides. */
const sent =
  (said: Readonly<Record<string, string>> = {}) =>
  ({ proposal, voice }: Things) => ({ proposal, member: voice, ...said });

const NOBODYS = "0".repeat(26);
const because = { answer: "rejected", reason: "Così dice lo statuto." };

/** Pages of proposals, and what their forms do. */
export const proposalPageRows: readonly Row[] = [
  { route: "GET /proposte", at: () => "/proposte", anyone: true, absent: "in" },
  { route: "GET /proposte/:number", at: at(), anyone: true },
  { route: "GET /proposte/:number/risultato", at: at("/risultato"), anyone: true },
  {
    route: "GET /proposte/:number/ricevuta/:tracker",
    at: at(`/ricevuta/${NOBODYS}`),
    anyone: true,
  },
  { route: "GET /verifica", at: () => "/verifica", anyone: true, absent: "in" },
  { route: "GET /proposte/nuova", at: () => "/proposte/nuova", all: "member", absent: "in" },
  {
    route: "POST /proposte/nuova",
    at: () => "/proposte/nuova",
    form: ({ voice }) => ({
      member: voice,
      title: "Anche il sabato",
      body: "Si consegna.",
      policy: "ordinary",
    }),
    all: "member",
  },
  {
    route: "GET /proposte/nuova/articolo",
    at: () => "/proposte/nuova/articolo?articolo=9",
    all: "member",
    absent: "in",
  },
  {
    route: "POST /proposte/nuova/articolo",
    at: () => "/proposte/nuova/articolo",
    form: ({ voice }) => ({
      member: voice,
      number: "99",
      text: "Le feste\nSi fa festa.",
      title: "Anche le feste",
      body: "Mancavano.",
    }),
    all: "member",
  },
  { route: "GET /regolamenti", at: () => "/regolamenti", anyone: true, absent: "in" },
  {
    route: "GET /regolamenti/:code",
    at: () => "/regolamenti/ordinary",
    anyone: true,
    absent: "in",
  },
  {
    route: "GET /proposte/nuova/regolamento/:code",
    at: () => "/proposte/nuova/regolamento/ordinary",
    all: "member",
    absent: "in",
  },
  {
    route: "POST /proposte/nuova/regolamento/:code",
    at: () => "/proposte/nuova/regolamento/ordinary",
    form: ({ voice }) => ({
      ...typedOf(ORDINARY),
      member: voice,
      endorsements: "9",
      title: "Nove adesioni",
      body: "Bastano quelle.",
    }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/presentazione",
    at: at("/presentazione"),
    form: sent(),
    all: "member",
  },
  { route: "POST /proposte/:number/adesioni", at: at("/adesioni"), form: sent(), all: "member" },
  {
    route: "POST /proposte/:number/convocazione",
    at: at("/convocazione"),
    form: sent(),
    all: "officer",
    own: "member",
  },
  {
    route: "POST /proposte/:number/ritiro",
    at: at("/ritiro"),
    form: sent({ "withdraw-reason": "La riscrivo." }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/fermo",
    at: at("/fermo"),
    form: sent({ "veto-reason": "È contro la legge." }),
    all: "supervisor",
  },
  {
    route: "POST /proposte/:number/contestazioni",
    at: at("/contestazioni"),
    form: sent({ "challenge-reason": "Tardi." }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/contestazioni/:challenge",
    at: (things) => at(`/contestazioni/${things.challenge}`)(things),
    form: sent({ ...because, answer: "dismissed" }),
    all: "supervisor",
  },
  {
    route: "POST /proposte/:number/argomenti",
    at: at("/argomenti"),
    form: sent({ comment: "Sono d’accordo.", stance: "for" }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/emendamenti",
    at: at("/emendamenti"),
    form: sent({ version: "1", text: "Altro.", reason: "Meglio così." }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/emendamenti/:amendment",
    at: (things) => at(`/emendamenti/${things.amendment}`)(things),
    form: sent(because),
    all: "member",
  },
  {
    route: "POST /proposte/:number/deleghe",
    at: at("/deleghe"),
    form: sent({ holder: NOBODYS }),
    all: "member",
  },
  {
    route: "POST /proposte/:number/deleghe/ritiro",
    at: at("/deleghe/ritiro"),
    form: sent({ proxy: NOBODYS }),
    all: "member",
  },
  { route: "GET /proposte/:number/voto", at: at("/voto"), all: "member" },
  {
    route: "POST /proposte/:number/voto",
    at: at("/voto"),
    form: ({ proposal }) => ({
      proposal,
      call: "1",
      method: "majority",
      member: NOBODYS,
      choice: "yes",
    }),
    hidden: "from-others",
  },
];
