import type { Row } from "./row.ts";

/** Letters, what failed to be sent, and what is owed because a card did not pay. */
export const letterRows: readonly Row[] = [
  {
    route: "GET /api/v1/letters",
    at: () => "/api/v1/letters",
    all: "officer auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/letters/:id/sendings",
    at: ({ letter }) => `/api/v1/letters/${letter}/sendings`,
    all: "officer",
  },
  {
    route: "POST /api/v1/mail-events",
    at: () => "/api/v1/mail-events",
    body: () => ({}),
    signed: true,
  },
  {
    route: "GET /api/v1/after-effects",
    at: () => "/api/v1/after-effects",
    all: "officer treasurer auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/after-effects/:effect/attempts",
    at: ({ effect }) => `/api/v1/after-effects/${effect}/attempts`,
    all: "officer treasurer",
  },
  {
    route: "GET /api/v1/dues",
    at: () => "/api/v1/dues",
    all: "officer treasurer auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/orders/:order/due-payment",
    at: ({ order }) => `/api/v1/orders/${order}/due-payment`,
    body: () => ({ source: "cash", paidCents: 100 }),
    all: "officer treasurer",
  },
  // A browser tells by itself what our policy stopped; nothing is kept but a line in the log.
  { route: "POST /api/reports", at: () => "/api/reports", anyone: true, absent: "in" },
];
