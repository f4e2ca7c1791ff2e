import type { Row, Things } from "./row.ts";

const at =
  (what = "") =>
  ({ group }: Things) =>
    `/gruppi/${group}${what}`;
const ofHousehold = { all: "officer", own: "household", hidden: "from-others" } as const;
const ofCoordinator = { all: "officer", own: "coordinator", hidden: "from-others" } as const;
const everybody =
  "household coordinator producer other-producer hub courier member officer treasurer " +
  "supervisor auditor";

/** Pages of a group's order, and of a household's list. */
export const groupPageRows: readonly Row[] = [
  { route: "GET /gruppi", at: () => "/gruppi", anyone: true, absent: "in" },
  {
    route: "GET /gruppi/:group",
    at: at(),
    all: "officer auditor",
    own: "household coordinator",
    hidden: "from-others",
  },
  ...["referente", "foglio"].map((page) => ({
    route: `GET /gruppi/:group/${page}`,
    at: at(`/${page}`),
    all: "officer auditor",
    own: "coordinator",
    hidden: "from-others" as const,
  })),
  {
    route: "POST /gruppi/:group/richieste",
    at: at("/richieste"),
    form: ({ household }) => ({ household }),
    ...ofHousehold,
  },
  {
    route: "POST /gruppi/:group/richieste/:request/ritiro",
    at: ({ group, joining }) => `/gruppi/${group}/richieste/${joining}/ritiro`,
    form: () => ({}),
    ...ofHousehold,
  },
  {
    route: "POST /gruppi/:group/uscita",
    at: at("/uscita"),
    form: ({ household }) => ({ household }),
    ...ofHousehold,
  },
  {
    route: "POST /gruppi/:group/richieste/:request/risposta",
    at: ({ group, joining }) => `/gruppi/${group}/richieste/${joining}/risposta`,
    form: () => ({ answer: "yes" }),
    ...ofCoordinator,
  },
  {
    route: "POST /gruppi/:group/promemoria",
    at: at("/promemoria"),
    form: ({ cycle }) => ({ cycle }),
    ...ofCoordinator,
  },
  {
    route: "POST /gruppi/:group/completamento",
    at: at("/completamento"),
    form: ({ cycle }) => ({ cycle, hours: "2" }),
    all: "officer",
    own: "hub coordinator",
  },
  { route: "GET /io/ricorrenti", at: () => "/io/ricorrenti", all: everybody, absent: "in" },
  {
    route: "POST /io/ricorrenti/:household",
    at: ({ household }) => `/io/ricorrenti/${household}`,
    form: ({ place, variant }) => ({
      where: `${place}|`,
      payment: "at-pickup",
      rise: "10",
      [`q-${variant}`]: "1",
    }),
    ...ofHousehold,
  },
  {
    route: "POST /io/ricorrenti/:household/:turn",
    at: ({ household }) => `/io/ricorrenti/${household}/pausa`,
    form: () => ({}),
    ...ofHousehold,
  },
];
