import type { Row } from "./row.ts";

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
];
