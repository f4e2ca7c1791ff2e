import { CHARTS } from "#domain/network/public-charts.ts";
import type { Row } from "./row.ts";

/** The network itself, its rules, its tokens, its books. */
export const networkRows: readonly Row[] = [
  { route: "GET /health", at: () => "/health", anyone: true, absent: "in" },
  { route: "GET /api/v1/network", at: () => "/api/v1/network", anyone: true, absent: "in" },
  {
    route: "GET /api/v1/transparency",
    at: () => "/api/v1/transparency",
    anyone: true,
    absent: "in",
  },
  ...CHARTS.flatMap((chart) =>
    ["csv", "json"].map((kind): Row => {
      const path = `/api/v1/transparency/${chart}.${kind}`;
      return { route: `GET ${path}`, at: () => path, anyone: true, absent: "in" };
    }),
  ),
  {
    route: "GET /api/v1/network/changes",
    at: () => "/api/v1/network/changes",
    all: "officer auditor",
    absent: "in",
  },
  // Only the set-up token sets a network up.
  {
    route: "PATCH /api/v1/network",
    at: () => "/api/v1/network",
    body: () => ({ seat: "Verona" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "PUT /api/v1/network",
    at: () => "/api/v1/network",
    body: () => ({ name: "Un’altra rete" }),
  },
  { route: "GET /api/v1/rules", at: () => "/api/v1/rules", anyone: true, absent: "in" },
  {
    route: "GET /api/v1/rules/export",
    at: () => "/api/v1/rules/export",
    anyone: true,
    absent: "in",
  },
  {
    route: "GET /api/v1/rules/:key",
    at: () => "/api/v1/rules/network-fee",
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /api/v1/rules/:key/versions",
    at: () => "/api/v1/rules/producer-minimum/versions",
    body: ({ enterprise }) => ({ subject: enterprise, value: "100", reason: "prova" }),
    all: "officer",
  },
  {
    route: "POST /api/v1/proposals/:id/execution",
    at: ({ proposal }) => `/api/v1/proposals/${proposal}/execution`,
    body: () => ({}),
    all: "officer treasurer supervisor member",
  },
  {
    route: "GET /api/v1/tokens",
    at: () => "/api/v1/tokens",
    all: "officer auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/tokens",
    at: () => "/api/v1/tokens",
    body: ({ household }) => ({
      label: "prova",
      grants: [{ role: "household", subject: household }],
    }),
    all: "officer",
    absent: "in",
  },
  {
    route: "DELETE /api/v1/tokens/:id",
    at: ({ token }) => `/api/v1/tokens/${token}`,
    all: "officer",
  },
  {
    route: "GET /api/v1/access",
    at: () => "/api/v1/access?act=households.read",
    anyone: true,
    absent: "in",
  },
  ...["trial-balance", "accounts", "transactions", "export"].map((books) => ({
    route: `GET /api/v1/ledger/${books}`,
    at: () => `/api/v1/ledger/${books}`,
    all: "officer treasurer auditor",
    absent: "in" as const,
  })),
];
