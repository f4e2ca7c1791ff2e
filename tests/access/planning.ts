import { writeProblem } from "#domain/delivery/write-problem.ts";
import { homeRound } from "#tests/planned-week.ts";
import type { Row, Things } from "./row.ts";

const plan =
  (what = "") =>
  ({ plan: id }: Things) =>
    `/api/v1/plans/${id}${what}`;
const place = { latMicrodegrees: 0, lonMicrodegrees: 0 };
const route = "/versions/1/routes/1";

/** Plans of rounds, for the hub; a route of one for whoever drives it. */
export const planningRows: readonly Row[] = [
  {
    route: "GET /api/v1/cycles/:cycle/plans",
    at: ({ cycle }) => `/api/v1/cycles/${cycle}/plans`,
    all: "officer auditor",
    own: "hub",
  },
  {
    route: "POST /api/v1/cycles/:cycle/plans",
    at: ({ cycle }) => `/api/v1/cycles/${cycle}/plans`,
    body: () => ({
      problem: writeProblem(homeRound()),
      places: [1, 2, 3, 4, 5, 6, 7].map(() => place),
    }),
    all: "officer",
    own: "hub",
  },
  ...["", "/problem", "/versions/:version"].map((what): Row => ({
    route: `GET /api/v1/plans/:plan${what}`,
    at: plan(what.replace(":version", "1")),
    all: "officer auditor",
    own: "hub",
    hidden: "from-others",
  })),
  {
    route: "POST /api/v1/plans/:plan/versions",
    at: plan("/versions"),
    body: () => ({ plan: { routes: [], unassigned: [] } }),
    all: "officer",
    own: "hub",
    hidden: "from-others",
  },
  {
    route: "GET /api/v1/plans/:plan/versions/:version/routes/:vehicle",
    at: plan(route),
    all: "officer auditor",
    own: "hub courier",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/plans/:plan/versions/:version/routes/:vehicle/acknowledgement",
    at: plan(`${route}/acknowledgement`),
    all: "officer",
    own: "hub courier",
    hidden: "from-others",
  },
];
