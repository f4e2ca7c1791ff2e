import type { Row } from "./row.ts";

/** A proposal, a member and a tracker that are nobody's here: whose they are the casts try. */
const NOBODYS = "0".repeat(26);

/** Ballots are their members' own: to everybody else the member is not there. */
export const ballotRows: readonly Row[] = [
  {
    route: "POST /api/v1/proposals/:id/ballots",
    at: () => `/api/v1/proposals/${NOBODYS}/ballots`,
    body: () => ({ callNumber: 1, memberId: NOBODYS, choice: { vote: "yes" } }),
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/proposals/:id/secret-ballots",
    at: () => `/api/v1/proposals/${NOBODYS}/secret-ballots`,
    body: () => ({
      callNumber: 1,
      memberId: NOBODYS,
      choice: { vote: "yes" },
      tracker: NOBODYS,
    }),
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/proposals/:id/blind-tokens",
    at: () => `/api/v1/proposals/${NOBODYS}/blind-tokens`,
    body: () => ({ callNumber: 1, memberId: NOBODYS, blinded: "17".repeat(256) }),
    hidden: "from-others",
  },
  {
    // Whoever comes is nobody: a token lets ballots in, and there is no such vote.
    route: "POST /api/v1/proposals/:id/blind-ballots",
    at: () => `/api/v1/proposals/${NOBODYS}/blind-ballots`,
    body: () => ({
      callNumber: 1,
      choice: { vote: "yes" },
      tracker: NOBODYS,
      token: { prefix: "17".repeat(32), signature: "17".repeat(256) },
    }),
    hidden: "from-all",
  },
  {
    route: "POST /api/v1/proposals/:id/papers",
    at: () => `/api/v1/proposals/${NOBODYS}/papers`,
    body: () => ({ callNumber: 1, papers: [{ memberId: NOBODYS, choice: { vote: "yes" } }] }),
    all: "officer treasurer",
    absent: "in",
  },
  {
    route: "POST /api/v1/proposals/:id/secret-papers",
    at: () => `/api/v1/proposals/${NOBODYS}/secret-papers`,
    body: () => ({ callNumber: 1, memberIds: [NOBODYS], choices: [{ vote: "yes" }] }),
    all: "officer treasurer",
    absent: "in",
  },
  {
    route: "GET /api/v1/proposals/:id/ballots",
    at: ({ proposal }) => `/api/v1/proposals/${proposal}/ballots`,
    all: "member officer supervisor auditor",
  },
  {
    route: "GET /api/v1/proposals/:id/objections",
    at: ({ proposal }) => `/api/v1/proposals/${proposal}/objections`,
    all: "member officer supervisor auditor",
  },
  {
    route: "GET /api/v1/proposals/:id/receipts/:tracker",
    at: () => `/api/v1/proposals/${NOBODYS}/receipts/${NOBODYS}`,
    anyone: true,
    absent: "in",
  },
  // Whose the export of a counted vote is depends on its secrecy: see `http-export.test.ts`.
  ...["export", "export.blt"].map((what): Row => ({
    route: `GET /api/v1/proposals/:id/${what}`,
    at: () => `/api/v1/proposals/${NOBODYS}/${what}`,
    hidden: "from-all",
  })),
];
