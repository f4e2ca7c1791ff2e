import type { Row, Things } from "./row.ts";

const at =
  (what: string) =>
  ({ cycle }: Things) =>
    `/api/v1/cycles/${cycle}/${what}`;
const hubs = { all: "officer", own: "hub" };

/** Delivery day, and the counter. */
export const deliveryRows: readonly Row[] = [
  {
    route: "POST /api/v1/cycles/:cycle/arrivals",
    at: at("arrivals"),
    body: ({ enterprise }) => ({ enterpriseIds: [enterprise] }),
    ...hubs,
  },
  {
    route: "POST /api/v1/cycles/:cycle/shortages",
    at: at("shortages"),
    body: ({ offer }) => ({ offerId: offer, missingMilli: 1000 }),
    ...hubs,
  },
  {
    route: "POST /api/v1/cycles/:cycle/weights",
    at: at("weights"),
    body: ({ line }) => ({ weights: [{ lineId: line, grams: 500 }] }),
    ...hubs,
  },
  { route: "POST /api/v1/cycles/:cycle/delivery", at: at("delivery"), ...hubs },
  {
    route: "POST /api/v1/orders/:order/hand-out",
    at: ({ order }) => `/api/v1/orders/${order}/hand-out`,
    body: () => ({}),
    ...hubs,
  },
  {
    route: "POST /api/v1/orders/:order/pickup-payment",
    at: ({ order }) => `/api/v1/orders/${order}/pickup-payment`,
    body: () => ({ paidCents: 400 }),
    ...hubs,
  },
];
