import type { Row, Things } from "./row.ts";

const at =
  (what: string) =>
  ({ cycle }: Things) =>
    `/api/v1/cycles/${cycle}/${what}`;
const hubs = { all: "officer", own: "hub" };
const readByHub = { all: "officer auditor", own: "hub" };
const riders = { all: "officer", own: "courier" };
const terms = {
  sortFromMinute: 780,
  sortToMinute: 870,
  reloadMinutes: 8,
  homeMinutes: 3,
  coldRideMinutes: 120,
};
const vehicle = {
  name: "Cargo 1",
  kind: "cargo-bike",
  profile: "bike",
  capacityGrams: 80_000,
  capacityMillilitres: 320_000,
  capacityCrates: 8,
  coldCrates: 2,
  rangeMetres: null,
  tariff: { roundCents: 0, hourCents: 1800, kmCents: 10 },
};
const factor = { vehicleKind: "cargo-bike", milligramsPerKm: 1, source: "prova", year: 2026 };

/** Rounds: who drives, what is asked of the planner, what happens on the way. */
export const roundRows: readonly Row[] = [
  {
    route: "GET /api/v1/vehicles",
    at: () => "/api/v1/vehicles",
    all: "officer auditor hub courier",
    absent: "in",
  },
  {
    route: "POST /api/v1/vehicles",
    at: () => "/api/v1/vehicles",
    body: ({ courier }) => ({ ...vehicle, enterpriseId: courier }),
    ...riders,
  },
  {
    route: "PUT /api/v1/vehicles/:vehicle",
    at: ({ vehicle: id }) => `/api/v1/vehicles/${id}`,
    body: () => vehicle,
    ...riders,
  },
  {
    route: "POST /api/v1/vehicles/:vehicle/retirement",
    at: ({ vehicle: id }) => `/api/v1/vehicles/${id}/retirement`,
    ...riders,
  },
  { route: "GET /api/v1/cycles/:cycle/shifts", at: at("shifts"), ...readByHub },
  {
    route: "POST /api/v1/cycles/:cycle/shifts",
    at: at("shifts"),
    body: ({ vehicle: id }) => ({ vehicleId: id, task: "deliver", fromAt: 1000, toAt: 2000 }),
    ...hubs,
  },
  {
    route: "POST /api/v1/cycles/:cycle/shifts/:shift/cancellation",
    at: ({ cycle, shift }) => `/api/v1/cycles/${cycle}/shifts/${shift}/cancellation`,
    ...hubs,
  },
  { route: "POST /api/v1/cycles/:cycle/rounds", at: at("rounds"), ...hubs },
  { route: "GET /api/v1/cycles/:cycle/round-events", at: at("round-events"), ...readByHub },
  {
    route: "POST /api/v1/cycles/:cycle/round-events",
    at: at("round-events"),
    body: ({ shift }) => ({ kind: "loaded", shiftId: shift }),
    ...hubs,
  },
  { route: "GET /api/v1/cycles/:cycle/slots", at: at("slots"), anyone: true },
  {
    route: "PUT /api/v1/slots/:slot/capacity",
    at: ({ slot }) => `/api/v1/slots/${slot}/capacity`,
    body: () => ({ capacityOrders: 3 }),
    all: "officer",
  },
  {
    route: "PUT /api/v1/enterprises/:enterprise/hub-terms",
    at: ({ hub }) => `/api/v1/enterprises/${hub}/hub-terms`,
    body: () => terms,
    ...hubs,
  },
  {
    route: "PUT /api/v1/enterprises/:enterprise/collection-terms",
    at: ({ enterprise }) => `/api/v1/enterprises/${enterprise}/collection-terms`,
    body: () => ({ brings: false, fromMinute: 360, toMinute: 780 }),
    all: "officer",
    own: "producer",
  },
  {
    route: "PUT /api/v1/orders/:order/door",
    at: ({ order }) => `/api/v1/orders/${order}/door`,
    body: () => ({ latMicrodegrees: 0, lonMicrodegrees: 0 }),
    ...hubs,
  },
  {
    route: "GET /api/v1/emission-factors",
    at: () => "/api/v1/emission-factors",
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /api/v1/emission-factors",
    at: () => "/api/v1/emission-factors",
    body: () => factor,
    all: "officer",
    absent: "in",
  },
];
