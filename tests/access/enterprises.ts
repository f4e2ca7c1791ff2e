import type { Row } from "./row.ts";

const enterprise = "/api/v1/enterprises";

/** Enterprises, what they open to each other, and places. */
export const enterpriseRows: readonly Row[] = [
  { route: `GET ${enterprise}`, at: () => enterprise, anyone: true, absent: "in" },
  {
    route: `POST ${enterprise}`,
    at: () => enterprise,
    body: () => ({
      name: "Forno",
      town: "Verona",
      land: "citta",
      leadDays: 1,
      roles: ["producer"],
    }),
    all: "officer",
    absent: "in",
  },
  {
    route: `GET ${enterprise}/:id`,
    at: ({ enterprise: id }) => `${enterprise}/${id}`,
    anyone: true,
  },
  {
    route: `POST ${enterprise}/:id/certifications`,
    at: ({ enterprise: id }) => `${enterprise}/${id}/certifications`,
    body: () => ({
      scheme: "pgs",
      body: "Ente",
      number: "2",
      issuedOn: "2026-01-01",
      expiresOn: "2027-01-01",
    }),
    all: "officer",
  },
  {
    route: `DELETE ${enterprise}/:id/certifications/:certificationId`,
    at: ({ enterprise: id, certification }) =>
      `${enterprise}/${id}/certifications/${certification}`,
    all: "officer",
  },
  {
    route: `GET ${enterprise}/:id/grants`,
    at: ({ enterprise: id }) => `${enterprise}/${id}/grants`,
    all: "officer auditor",
    own: "producer",
  },
  {
    route: `POST ${enterprise}/:id/grants`,
    at: ({ enterprise: id }) => `${enterprise}/${id}/grants`,
    body: ({ courier }) => ({ holderId: courier, kinds: ["transport"] }),
    all: "officer",
    own: "producer",
  },
  {
    route: `DELETE ${enterprise}/:id/grants/:grant`,
    at: ({ enterprise: id, grant }) => `${enterprise}/${id}/grants/${grant}`,
    all: "officer",
    own: "producer",
  },
  {
    route: "GET /api/v1/pickup-points",
    at: () => "/api/v1/pickup-points",
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /api/v1/pickup-points",
    at: () => "/api/v1/pickup-points",
    body: () => ({
      name: "Ritiro",
      street: "piazza Isolo",
      latMicrodegrees: 0,
      lonMicrodegrees: 0,
      fromMinute: 0,
      toMinute: 60,
    }),
    all: "officer",
    absent: "in",
  },
  {
    route: "GET /api/v1/delivery-windows",
    at: () => "/api/v1/delivery-windows",
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /api/v1/delivery-windows",
    at: () => "/api/v1/delivery-windows",
    body: () => ({ fromMinute: 0, toMinute: 60 }),
    all: "officer",
    absent: "in",
  },
];
