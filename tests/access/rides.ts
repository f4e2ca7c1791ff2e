import type { Row, Things } from "./row.ts";

/** Whoever is signed in, and may ride something. */
const SIGNED_IN = [
  "household coordinator producer other-producer hub courier",
  "member officer treasurer supervisor auditor",
].join(" ");

const ride =
  (what: string) =>
  ({ cycle, shift }: Things) =>
    `/corriere/${cycle}/${shift}${what}`;

/** The pages of who rides: their own rounds, and what they tell of them. */
export const ridePageRows: readonly Row[] = [
  {
    route: "GET /corriere",
    at: () => "/corriere",
    all: SIGNED_IN,
    absent: "in",
  },
  {
    route: "GET /corriere/:cycle/:shift",
    at: ride(""),
    all: "officer auditor",
    own: "hub courier",
    hidden: "from-others",
  },
  {
    route: "POST /corriere/:cycle/:shift/letto",
    at: ride("/letto"),
    form: ({ plan }) => ({ plan, version: "1", vehicle: "1" }),
    all: "officer",
    own: "hub courier",
    hidden: "from-others",
  },
  {
    route: "POST /corriere/:cycle/:shift/fatti",
    at: ride("/fatti"),
    form: () => ({ kind: "loaded" }),
    all: "officer",
    own: "hub courier",
  },
];
