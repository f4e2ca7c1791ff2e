import type { Row, Things } from "./row.ts";

const ofHousehold =
  (what = "") =>
  ({ household }: Things) =>
    `/api/v1/households/${household}/standing-order${what}`;
const standing = "/api/v1/households/:id/standing-order";
const keeps = { all: "officer", own: "household", hidden: "from-others" } as const;
const reads = { all: "officer auditor", own: "household", hidden: "from-others" } as const;

/** Lists that become orders, and what a group does together. */
export const groupRows: readonly Row[] = [
  { route: `GET ${standing}`, at: ofHousehold(), ...reads },
  {
    route: `PUT ${standing}`,
    at: ofHousehold(),
    body: ({ place, variant }) => ({
      place,
      payment: "at-pickup",
      lines: [{ variantId: variant, wantedMilli: 1000 }],
    }),
    ...keeps,
  },
  { route: `DELETE ${standing}`, at: ofHousehold(), ...keeps },
  {
    route: `PUT ${standing}/pause`,
    at: ofHousehold("/pause"),
    body: () => ({ isPaused: true }),
    ...keeps,
  },
  {
    route: `PUT ${standing}/skip`,
    at: ofHousehold("/skip"),
    body: () => ({ skipsNext: true }),
    ...keeps,
  },
  { route: `GET ${standing}/runs`, at: ofHousehold("/runs"), ...reads },
  {
    route: "GET /api/v1/groups/:id/order",
    at: ({ group }) => `/api/v1/groups/${group}/order`,
    all: "officer auditor",
    own: "household coordinator",
    hidden: "from-others",
  },
  {
    route: "GET /api/v1/groups/:id/sheet",
    at: ({ group }) => `/api/v1/groups/${group}/sheet`,
    all: "officer auditor",
    own: "coordinator",
    seenByOwn: "household",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/groups/:id/reminders",
    at: ({ group }) => `/api/v1/groups/${group}/reminders`,
    body: ({ cycle }) => ({ cycleId: cycle }),
    all: "officer",
    own: "coordinator",
    hidden: "from-others",
  },
  {
    route: "GET /api/v1/groups/:id/requests",
    at: ({ group }) => `/api/v1/groups/${group}/requests`,
    all: "officer auditor",
    own: "coordinator",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/groups/:id/requests",
    at: ({ group }) => `/api/v1/groups/${group}/requests`,
    body: ({ household }) => ({ householdId: household }),
    ...keeps,
  },
  {
    route: "PUT /api/v1/groups/:id/requests/:request/answer",
    at: ({ group, joining }) => `/api/v1/groups/${group}/requests/${joining}/answer`,
    body: () => ({ isAccepted: true }),
    all: "officer",
    own: "coordinator",
    hidden: "from-others",
  },
  {
    route: "DELETE /api/v1/groups/:id/requests/:request",
    at: ({ group, joining }) => `/api/v1/groups/${group}/requests/${joining}`,
    ...keeps,
  },
  {
    route: "DELETE /api/v1/groups/:id/households/:household",
    at: ({ group, household }) => `/api/v1/groups/${group}/households/${household}`,
    ...keeps,
  },
];
