import type { Row, Things } from "./row.ts";

const at =
  (what = "") =>
  ({ cycle }: Things) =>
    `/api/v1/cycles/${cycle}${what}`;
const cycle = "/api/v1/cycles/:cycle";
const hubs = { all: "officer", own: "hub" };
const readByHub = { all: "officer auditor", own: "hub" };

/** Cycles: what anyone sees of them, what their hub does with them. */
export const cycleRows: readonly Row[] = [
  { route: "GET /api/v1/cycles", at: () => "/api/v1/cycles", anyone: true, absent: "in" },
  {
    route: "POST /api/v1/cycles",
    at: () => "/api/v1/cycles",
    body: ({ hub }) => ({
      code: "NUOVO",
      hubId: hub,
      opensAt: Date.UTC(2026, 5, 3),
      closesAt: Date.UTC(2026, 5, 4),
      deliveryDay: "2026-06-05",
    }),
    ...hubs,
  },
  { route: `GET ${cycle}`, at: at(), anyone: true },
  { route: `PATCH ${cycle}`, at: at(), body: () => ({ reason: "festa" }), ...hubs },
  { route: `POST ${cycle}/publication`, at: at("/publication"), ...hubs },
  {
    route: `PUT ${cycle}/groups/:group`,
    at: ({ cycle: id, group }) => `/api/v1/cycles/${id}/groups/${group}`,
    ...hubs,
  },
  { route: `GET ${cycle}/offers`, at: at("/offers"), anyone: true },
  {
    route: `GET ${cycle}/offers/:offer`,
    at: ({ cycle: id, offer }) => `/api/v1/cycles/${id}/offers/${offer}`,
    anyone: true,
  },
  { route: `GET ${cycle}/search`, at: at("/search?q=uova"), anyone: true },
  { route: `GET ${cycle}/suggestions`, at: at("/suggestions?q=uova"), anyone: true },
  { route: `GET ${cycle}/producers`, at: at("/producers"), anyone: true },
  { route: `GET ${cycle}/purchase`, at: at("/purchase"), ...readByHub },
  { route: `GET ${cycle}/lines`, at: at("/lines"), ...readByHub },
  { route: `GET ${cycle}/orders`, at: at("/orders"), ...readByHub },
  { route: `GET ${cycle}/places`, at: at("/places"), ...readByHub },
  {
    route: `GET ${cycle}/producers/:enterprise/sheet`,
    at: ({ cycle: id, enterprise }) => `/api/v1/cycles/${id}/producers/${enterprise}/sheet`,
    all: "officer auditor",
    own: "producer hub",
  },
  {
    route: `GET ${cycle}/producers/:enterprise/households`,
    at: ({ cycle: id, enterprise }) => `/api/v1/cycles/${id}/producers/${enterprise}/households`,
    all: "officer auditor",
    own: "producer hub",
  },
  {
    route: `GET ${cycle}/statements`,
    at: at("/statements"),
    all: "officer treasurer auditor",
    own: "producer hub",
  },
  {
    route: "GET /api/v1/cycles/:id/books",
    at: at("/books"),
    all: "officer treasurer auditor",
    own: "hub",
    hidden: "from-others",
  },
  { route: `GET ${cycle}/allocation-preview`, at: at("/allocation-preview"), ...hubs },
  // Anyone may read a completion; no cycle here has one, so that all hear the same.
  { route: `GET ${cycle}/completion`, at: at("/completion"), hidden: "from-all" },
  {
    route: `POST ${cycle}/completion`,
    at: at("/completion"),
    body: () => ({ until: Date.UTC(2026, 5, 4) }),
    all: "officer",
    own: "hub coordinator",
  },
  { route: `POST ${cycle}/closure`, at: at("/closure"), ...hubs },
  {
    route: `POST ${cycle}/reopening`,
    at: at("/reopening"),
    body: () => ({ closesAt: Date.UTC(2026, 5, 4), reason: "errore" }),
    ...hubs,
  },
  {
    route: `POST ${cycle}/cancellation`,
    at: at("/cancellation"),
    body: () => ({ reason: "neve" }),
    ...hubs,
  },
  { route: `POST ${cycle}/dispatch`, at: at("/dispatch"), ...hubs },
  { route: `POST ${cycle}/settlement`, at: at("/settlement"), ...hubs },
];
