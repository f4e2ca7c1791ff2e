import type { Row } from "./row.ts";

const profile = {
  name: "Famiglia Zeni",
  street: "via Muro Padri 1",
  postcode: "37129",
  town: "Verona",
};

/** Groups, households and their wallets. */
export const peopleRows: readonly Row[] = [
  { route: "GET /api/v1/groups", at: () => "/api/v1/groups", anyone: true, absent: "in" },
  {
    route: "POST /api/v1/groups",
    at: () => "/api/v1/groups",
    body: ({ place }) => ({ name: "GAS nuovo", pickupPointId: place }),
    all: "officer",
  },
  {
    route: "PUT /api/v1/groups/:id/coordinator",
    at: ({ group }) => `/api/v1/groups/${group}/coordinator`,
    body: ({ household }) => ({ householdId: household }),
    all: "officer",
  },
  {
    route: "GET /api/v1/households",
    at: ({ group }) => `/api/v1/households?group=${group}`,
    all: "officer auditor",
    own: "coordinator",
    absent: "in",
  },
  {
    route: "POST /api/v1/households",
    at: () => "/api/v1/households",
    body: ({ group }) => ({ groupId: group, profile }),
    all: "officer",
    own: "coordinator",
  },
  {
    route: "GET /api/v1/households/:id",
    at: ({ household }) => `/api/v1/households/${household}`,
    all: "officer auditor",
    own: "household coordinator",
    hidden: "from-others",
  },
  {
    route: "GET /api/v1/households/:id/wallet",
    at: ({ household }) => `/api/v1/households/${household}/wallet`,
    all: "officer treasurer auditor",
    own: "household coordinator",
    hidden: "from-others",
  },
  {
    route: "GET /api/v1/households/:id/wallet/statement",
    at: ({ household }) => `/api/v1/households/${household}/wallet/statement`,
    all: "officer treasurer auditor",
    own: "household coordinator",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/households/:id/wallet/entries",
    at: ({ household }) => `/api/v1/households/${household}/wallet/entries`,
    body: () => ({ kind: "top-up", amountCents: 100 }),
    all: "officer treasurer",
  },
];
