import type { Row, Things } from "./row.ts";

const at =
  (what = "") =>
  ({ order }: Things) =>
    `/api/v1/orders/${order}${what}`;
const order = "/api/v1/orders/:order";
/** An order's own people change it; its hub and the auditors only see it. */
const changed = {
  all: "officer",
  own: "household coordinator link",
  seen: "auditor",
  seenByOwn: "hub",
  hidden: "from-all" as const,
};

/** Baskets and orders. */
export const orderRows: readonly Row[] = [
  { route: "GET /api/v1/basket", at: () => "/api/v1/basket", anyone: true, absent: "in" },
  {
    route: "PUT /api/v1/basket/lines/:offer",
    at: ({ offer }) => `/api/v1/basket/lines/${offer}`,
    body: () => ({ wantedMilli: 1000 }),
    anyone: true,
  },
  {
    route: "POST /api/v1/orders",
    at: () => "/api/v1/orders",
    body: ({ household, cycle, offer, place }) => ({
      householdId: household,
      cycleId: cycle,
      place,
      payment: "at-pickup",
      lines: [{ offerId: offer, wantedMilli: 1000 }],
    }),
    all: "officer",
    own: "household coordinator",
  },
  {
    route: `GET ${order}`,
    at: at(),
    all: "officer auditor",
    own: "household coordinator hub link",
    hidden: "from-all",
  },
  {
    route: `POST ${order}/lines`,
    at: at("/lines"),
    body: ({ offer }) => ({ offerId: offer, wantedMilli: 1000 }),
    ...changed,
  },
  {
    route: `PUT ${order}/lines/:line`,
    at: ({ order: id, line }) => `/api/v1/orders/${id}/lines/${line}`,
    body: () => ({ wantedMilli: 2000 }),
    ...changed,
  },
  {
    route: `DELETE ${order}/lines/:line`,
    at: ({ order: id, line }) => `/api/v1/orders/${id}/lines/${line}`,
    ...changed,
  },
  { route: `POST ${order}/cancellation`, at: at("/cancellation"), ...changed },
  {
    route: `POST ${order}/lines/:line/problem`,
    at: ({ order: id, line }) => `/api/v1/orders/${id}/lines/${line}/problem`,
    body: () => ({ problem: "missing", quantityMilli: 1000 }),
    ...changed,
  },
  {
    route: `GET ${order}/problems`,
    at: at("/problems"),
    all: "officer auditor",
    own: "household coordinator hub link",
    hidden: "from-all",
  },
];
