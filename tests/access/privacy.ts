import type { Row } from "./row.ts";

/** For who is signed in, whatever it is about. */
const ownPage = { all: "member", absent: "in" } as const;

/** What becomes of one's own data. Programs with a token have no self. */
export const privacyRows: readonly Row[] = [
  {
    route: "GET /api/v1/me/consents",
    at: () => "/api/v1/me/consents",
    all: "member",
    absent: "in",
  },
  {
    route: "PUT /api/v1/me/consents",
    at: () => "/api/v1/me/consents",
    body: () => ({ purpose: "reminders", isGiven: true, textVersion: 1 }),
    all: "member",
    absent: "in",
  },
  { route: "GET /api/v1/me/export", at: () => "/api/v1/me/export", all: "member", absent: "in" },
  // Signed in by a passkey of before, as the matrix has it, is not there: the deed says so.
  {
    route: "POST /api/v1/me/erasure",
    at: () => "/api/v1/me/erasure",
    body: () => ({}),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /api/v1/people/:id/consents",
    at: ({ person }) => `/api/v1/people/${person}/consents`,
    body: () => ({ purpose: "reminders", isGiven: true, textVersion: 1, paper: "12/2026" }),
    all: "officer",
  },
  {
    route: "POST /api/v1/people/:id/erasure",
    at: ({ person }) => `/api/v1/people/${person}/erasure`,
    body: () => ({}),
    all: "officer",
  },
  { route: "GET /api/v1/me/notices", at: () => "/api/v1/me/notices", ...ownPage },
  {
    route: "PUT /api/v1/me/notices",
    at: () => "/api/v1/me/notices",
    body: () => ({ wanted: ["week-opens"], textVersion: 1 }),
    ...ownPage,
  },
  { route: "GET /io/avvisi", at: () => "/io/avvisi", ...ownPage },
  {
    route: "POST /io/avvisi",
    at: () => "/io/avvisi",
    form: () => ({ notice: "week-opens", version: "1", key: "notices" }),
    ...ownPage,
  },
  // The secret that is in a letter opens these two, and nothing else does.
  {
    route: "GET /lettere/:letter/:secret",
    at: ({ letter, link }) => `/lettere/${letter}/${link}`,
    hidden: "from-all",
  },
  {
    route: "POST /lettere/:letter/:secret",
    at: ({ letter, link }) => `/lettere/${letter}/${link}`,
    form: () => ({ key: "stop" }),
    hidden: "from-all",
  },
  {
    route: "GET /riservatezza",
    at: () => "/riservatezza",
    anyone: true,
    absent: "in",
  },
  { route: "GET /io/dati", at: () => "/io/dati", ...ownPage },
  {
    route: "POST /io/dati/consensi",
    at: () => "/io/dati/consensi",
    form: () => ({ purpose: "reminders", given: "yes", version: "1", key: "consent" }),
    ...ownPage,
  },
  {
    route: "POST /io/dati/cancellazione",
    at: () => "/io/dati/cancellazione",
    form: () => ({ key: "erasure" }),
    ...ownPage,
  },
];
