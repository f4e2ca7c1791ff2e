import type { Row } from "./row.ts";

const called = {
  kind: "ordinary",
  title: "Assemblea di dicembre",
  place: "Casa Comune",
  agenda: [{ title: "Bilancio" }],
  firstCallAt: 4_000_000_000_000,
};
const member = "0".repeat(26);

const DEEDS: readonly (readonly [method: string, path: string, body: object])[] = [
  ["PUT", "", called],
  ["POST", "/convocation", {}],
  ["POST", "/cancellation", { reason: "Sala allagata" }],
  ["POST", "/presences", { memberId: member, how: "in-person" }],
  ["POST", "/departures", { memberId: member }],
  ["POST", "/constitution", { chairId: member, secretaryId: member }],
  ["POST", "/closing", {}],
  ["PUT", "/minutes", { words: "Si approva.", follows: 0 }],
  ["POST", "/minutes/seal", { version: 1 }],
];

const typed = {
  kind: "ordinary",
  title: "Assemblea di dicembre",
  place: "Casa Comune",
  first: "2026-12-05 18:30",
  agenda: "Bilancio",
};
const PAGE_DEEDS: readonly (readonly [path: string, form: Readonly<Record<string, string>>])[] = [
  ["", typed],
  ["/convocazione", {}],
  ["/annullamento", { reason: "Sala allagata" }],
  ["/presenze", { member, how: "in-person", holder: "" }],
  ["/uscite", { member }],
  ["/apertura", { chair: member, secretary: member }],
  ["/chiusura", {}],
  ["/verbale", { words: "Si approva.", follows: "0" }],
  ["/sigillo", { version: "1" }],
];

/** Meetings of the members, and whom they elect. */
export const assemblyRows: readonly Row[] = [
  { route: "GET /api/v1/assemblies", at: () => "/api/v1/assemblies", anyone: true, absent: "in" },
  {
    route: "GET /api/v1/assemblies/:assembly",
    at: ({ assembly }) => `/api/v1/assemblies/${assembly}`,
    anyone: true,
  },
  {
    route: "POST /api/v1/assemblies",
    at: () => "/api/v1/assemblies",
    body: () => called,
    all: "officer",
    absent: "in",
  },
  ...DEEDS.map(([method, path, body]): Row => ({
    route: `${method} /api/v1/assemblies/:assembly${path}`,
    at: ({ assembly }) => `/api/v1/assemblies/${assembly}${path}`,
    body: () => body,
    all: "officer",
  })),
  { route: "GET /assemblee", at: () => "/assemblee", anyone: true, absent: "in" },
  {
    route: "POST /assemblee",
    at: () => "/assemblee",
    form: () => ({ ...typed }),
    all: "officer",
    absent: "in",
  },
  { route: "GET /assemblee/:number", at: () => "/assemblee/9001", anyone: true, absent: "in" },
  ...PAGE_DEEDS.map(([path, form]): Row => ({
    route: `POST /assemblee/:number${path}`,
    at: () => `/assemblee/9001${path}`,
    form: () => form,
    all: "officer",
    absent: "in",
  })),
  { route: "GET /cariche", at: () => "/cariche", anyone: true, absent: "in" },
  {
    route: "POST /cariche",
    at: () => "/cariche",
    form: ({ assembly }) => ({
      organ: "board",
      member,
      assembly,
      from: "2026-01-01",
      to: "2028-12-31",
    }),
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /cariche/:term/fine",
    at: ({ term }) => `/cariche/${term}/fine`,
    form: () => ({ on: "2026-06-01", how: "resigned" }),
    all: "officer",
  },
  { route: "GET /api/v1/offices", at: () => "/api/v1/offices", anyone: true, absent: "in" },
  {
    route: "POST /api/v1/offices",
    at: () => "/api/v1/offices",
    body: ({ assembly }) => ({
      organ: "board",
      memberId: member,
      from: "2026-01-01",
      to: "2028-12-31",
      assemblyId: assembly,
    }),
    all: "officer",
  },
  {
    route: "POST /api/v1/offices/:term/ending",
    at: ({ term }) => `/api/v1/offices/${term}/ending`,
    body: () => ({ on: "2026-06-01", how: "resigned" }),
    all: "officer",
  },
];
