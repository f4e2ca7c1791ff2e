import type { Row } from "./row.ts";

const rule = { method: "POST", path: "/api/v1/rules/network-fee/versions", body: "{}" };

/** What officers do about people, and sign for each other. */
export const officerRows: readonly Row[] = [
  {
    route: "GET /api/v1/people",
    at: () => "/api/v1/people",
    all: "officer supervisor auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/people",
    at: () => "/api/v1/people",
    body: () => ({ name: "Nadia Zenti", email: "nadia@example.org" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "GET /api/v1/people/:id",
    at: ({ person }) => `/api/v1/people/${person}`,
    all: "officer supervisor auditor",
  },
  {
    route: "POST /api/v1/people/:id/invitations",
    at: ({ person }) => `/api/v1/people/${person}/invitations`,
    body: () => ({}),
    all: "officer",
  },
  {
    route: "POST /api/v1/people/:id/enrolments",
    at: ({ person }) => `/api/v1/people/${person}/enrolments`,
    body: () => ({}),
    all: "officer",
  },
  {
    route: "POST /api/v1/people/:id/roles",
    at: ({ person }) => `/api/v1/people/${person}/roles`,
    body: () => ({ role: "member" }),
    all: "officer",
  },
  {
    route: "DELETE /api/v1/people/:id/roles/:grant",
    at: ({ person, role }) => `/api/v1/people/${person}/roles/${role}`,
    all: "officer",
  },
  {
    route: "POST /api/v1/people/:id/suspension",
    at: ({ person }) => `/api/v1/people/${person}/suspension`,
    body: () => ({ reason: "Telefono rubato" }),
    all: "officer",
  },
  {
    route: "DELETE /api/v1/people/:id/suspension",
    at: ({ person }) => `/api/v1/people/${person}/suspension`,
    all: "officer",
  },
  {
    route: "GET /api/v1/countersignatures",
    at: () => "/api/v1/countersignatures",
    all: "officer treasurer supervisor auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/countersignatures",
    at: () => "/api/v1/countersignatures",
    body: () => rule,
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /api/v1/countersignatures/:id/signature",
    at: ({ second }) => `/api/v1/countersignatures/${second}/signature`,
    body: () => ({}),
    // A treasurer signs what a treasurer may do: this one is about a rule.
    all: "officer",
    seen: "treasurer",
  },
  {
    route: "DELETE /api/v1/countersignatures/:id",
    at: ({ second }) => `/api/v1/countersignatures/${second}`,
    all: "officer",
  },
];
