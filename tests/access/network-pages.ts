import type { Row } from "./row.ts";

/** The same as one does about people by the API, in words: what it takes is asked on a page. */
const byOfficers = { form: () => ({}), all: "officer" } as const;

/** Pages of who answers for the network: its weeks, its people, what two sign together. */
export const networkPageRows: readonly Row[] = [
  { route: "GET /rete/cicli", at: () => "/rete/cicli", all: "officer hub", absent: "in" },
  {
    route: "POST /rete/cicli/:cycle/chiusura",
    at: ({ cycle }) => `/rete/cicli/${cycle}/chiusura`,
    form: () => ({}),
    all: "officer",
    own: "hub",
  },
  {
    route: "POST /rete/cicli/:cycle/annullamento",
    at: ({ cycle }) => `/rete/cicli/${cycle}/annullamento`,
    form: () => ({ reason: "Nevica" }),
    all: "officer",
    own: "hub",
  },
  {
    route: "GET /rete/modifiche",
    at: () => "/rete/modifiche",
    all: "officer auditor",
    absent: "in",
  },
  {
    route: "GET /rete/persone",
    at: () => "/rete/persone",
    all: "officer supervisor auditor",
    absent: "in",
  },
  {
    route: "POST /rete/persone",
    at: () => "/rete/persone",
    form: () => ({ name: "Nadia Zenti", email: "nadia@example.org" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /rete/persone/:person/invito",
    at: ({ person }) => `/rete/persone/${person}/invito`,
    ...byOfficers,
  },
  {
    route: "POST /rete/persone/:person/riammissione",
    at: ({ person }) => `/rete/persone/${person}/riammissione`,
    ...byOfficers,
  },
  {
    route: "POST /rete/persone/:person/sospensione",
    at: ({ person }) => `/rete/persone/${person}/sospensione`,
    ...byOfficers,
    form: () => ({ reason: "Telefono rubato" }),
  },
  {
    route: "GET /rete/persone/:person/ruoli",
    at: ({ person }) => `/rete/persone/${person}/ruoli`,
    all: "officer",
  },
  {
    route: "POST /rete/persone/:person/ruoli",
    at: ({ person }) => `/rete/persone/${person}/ruoli`,
    ...byOfficers,
    form: () => ({ role: "member" }),
  },
  {
    route: "POST /rete/persone/:person/ruoli/:grant/revoca",
    at: ({ person, role }) => `/rete/persone/${person}/ruoli/${role}/revoca`,
    ...byOfficers,
  },
  {
    route: "POST /rete/persone/:person/consenso",
    at: ({ person }) => `/rete/persone/${person}/consenso`,
    ...byOfficers,
    form: () => ({ given: "yes", paper: "12/2026" }),
  },
  {
    route: "POST /rete/persone/:person/consegna",
    at: ({ person }) => `/rete/persone/${person}/consegna`,
    ...byOfficers,
  },
  {
    route: "GET /rete/firme",
    at: () => "/rete/firme",
    all: "officer treasurer supervisor auditor",
    absent: "in",
  },
  {
    route: "POST /rete/firme",
    at: () => "/rete/firme",
    form: () => ({ path: "/rete/persone", body: "name=Nadia&role=officer" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /rete/firme/:second",
    at: ({ second }) => `/rete/firme/${second}`,
    form: () => ({}),
    // A treasurer is asked to sign too, and hears then that this one is about a rule.
    all: "officer treasurer",
  },
];
