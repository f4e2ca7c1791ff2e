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
    all: "officer",
    own: "hub courier",
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

const week =
  (what: string) =>
  ({ cycle }: Things) =>
    `/rete/giri/${cycle}${what}`;
const weekForm = { form: () => ({}), ...hubs };

/** The pages of rounds: a form that says nothing is answered with what it lacks. */
export const roundPageRows: readonly Row[] = [
  {
    route: "GET /rete/giri",
    at: () => "/rete/giri",
    all: "officer auditor hub",
    absent: "in",
  },
  {
    route: "POST /rete/giri/mezzi",
    at: () => "/rete/giri/mezzi",
    form: ({ courier }) => ({
      owner: courier,
      name: "Cargo 1",
      kind: "cargo-bike",
      profile: "bike",
      capacityKg: "80",
      capacityLitres: "320",
      capacityCrates: "8",
      coldCrates: "0",
      rangeKm: "",
      hourEuro: "18",
      kmEuro: "0,1",
    }),
    ...riders,
  },
  {
    route: "POST /rete/giri/mezzi/:vehicle",
    at: ({ vehicle: id }) => `/rete/giri/mezzi/${id}`,
    form: () => ({
      name: "Cargo 1",
      kind: "cargo-bike",
      profile: "bike",
      capacityKg: "80",
      capacityLitres: "320",
      capacityCrates: "8",
      coldCrates: "0",
      rangeKm: "",
      hourEuro: "18",
      kmEuro: "0,1",
    }),
    ...riders,
  },
  {
    route: "POST /rete/giri/mezzi/:vehicle/ritiro",
    at: ({ vehicle: id }) => `/rete/giri/mezzi/${id}/ritiro`,
    form: () => ({}),
    ...riders,
  },
  {
    route: "POST /rete/giri/fasce/:slot",
    at: ({ slot }) => `/rete/giri/fasce/${slot}`,
    form: () => ({ orders: "3" }),
    all: "officer",
  },
  {
    route: "POST /rete/giri/emissioni",
    at: () => "/rete/giri/emissioni",
    form: () => ({
      factorKind: "cargo-bike",
      factorGrams: "9",
      factorFrom: "prova",
      factorYear: "2026",
    }),
    all: "officer",
    absent: "in",
  },
  { route: "GET /rete/giri/:cycle", at: week(""), ...readByHub },
  { route: "POST /rete/giri/:cycle/piano", at: week("/piano"), ...weekForm },
  { route: "POST /rete/giri/:cycle/turni", at: week("/turni"), ...weekForm, ...readByHub },
  {
    route: "POST /rete/giri/:cycle/turni/:shift/annullamento",
    at: ({ cycle, shift }) => `/rete/giri/${cycle}/turni/${shift}/annullamento`,
    ...weekForm,
  },
  {
    route: "POST /rete/giri/:cycle/fatti",
    at: week("/fatti"),
    form: ({ shift }) => ({ shift, kind: "out" }),
    all: "officer",
    own: "hub courier",
  },
  {
    route: "POST /rete/giri/:cycle/porte/:order",
    at: ({ cycle, order }) => `/rete/giri/${cycle}/porte/${order}`,
    form: () => ({ latitude: "45,4", longitude: "11" }),
    ...hubs,
  },
  {
    route: "GET /rete/giri/:cycle/foglio/:vehicle",
    at: week("/foglio/1"),
    all: "officer auditor",
    own: "hub",
  },
  {
    route: "GET /rete/giri/:cycle/foglio/:vehicle/:kind",
    at: week("/foglio/1/gpx"),
    all: "officer auditor",
    own: "hub",
  },
];
