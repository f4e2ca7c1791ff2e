import type { Room } from "./floors.ts";

const domain = "#domain/";
const lower = [domain, "#store/", "#ports/"];
const realDatabase = ["@libsql/client", "libsql", "drizzle-orm"];

const edgePackages = [
  "@cloudflare/workers-types",
  "@valibot/to-json-schema",
  "hono",
  "hono-openapi",
  "valibot",
];
const rendering = [...edgePackages, "preact", "preact-render-to-string"];
const http = ["(http[^/]*|app|index)\\.tsx?"];

/** The rooms of the Workers above the store, for the table in `floors.ts`. */
export const workerRooms: readonly Room[] = [
  {
    // The one sideways arrow of floor 4: an action runs in the edge's load, decide, save.
    name: "actions",
    files: ["workers/market/*/**"],
    may: [...lower, "#market/edge/", "@cloudflare/workers-types"],
    above: http,
    tests: ["#schema/", ...realDatabase],
  },
  {
    // Named deeds that touch several areas at once may call the actions of each, and what time
    // asks for may call those deeds.
    name: "closing",
    files: ["workers/market/closing/**", "workers/market/jobs/**"],
    may: [...lower, "#market/", "@cloudflare/workers-types"],
    above: http,
    tests: ["#schema/", ...realDatabase],
  },
  {
    // Whoever reads of a vote whose time is over counts it: a named deed, as the plan of the house
    // lets actions call them.
    name: "proposals/read",
    files: ["workers/market/proposals/read.ts"],
    may: [...lower, "#market/edge/", "#market/closing/tally-call.ts"],
    above: http,
  },
  {
    name: "edge",
    files: ["workers/market/edge/**"],
    may: [...lower, ...rendering],
    above: http,
    tests: ["#schema/", ...realDatabase],
  },
  {
    // An endpoint parses, calls its own actions and answers; rows stay behind the actions.
    name: "http",
    files: ["workers/market/*/http*.ts", "workers/market/*/http*.tsx"],
    may: [domain, "#ports/", "#market/edge/", "#frontend/", ...rendering],
    tests: ["#store/", "#schema/", ...realDatabase],
  },
  {
    // A page speaks of several areas at once: its forms call the very deeds that the API calls.
    name: "http/shop",
    files: ["workers/market/shop/http*.ts", "workers/market/shop/http*.tsx"],
    may: [
      domain,
      "#ports/",
      "#market/edge/",
      "#market/basket/actions.ts",
      "#market/orders/change-order.ts",
      "#market/orders/place-order.ts",
      "#market/problems/report.ts",
      "#frontend/",
      ...rendering,
    ],
    tests: ["#store/", "#schema/", ...realDatabase],
  },
  {
    // What stands around every page is the shop's; a page of one's own adds what it is about.
    name: "member",
    files: ["workers/market/member/**"],
    may: [
      ...lower,
      "#market/edge/",
      "#market/cycles/cycle-view.ts",
      "#market/access/actions.ts",
      "#market/groups/",
      "#market/standing/",
      "#market/rounds/",
      "#market/identity/own-sessions.ts",
      "#market/assemblies/reads.ts",
      "#market/shop/around.ts",
      "@cloudflare/workers-types",
    ],
    above: http,
    tests: ["#schema/", ...realDatabase],
  },
  {
    // Its forms call the very deeds that the API calls.
    name: "http/member",
    files: ["workers/market/member/http*.ts", "workers/market/member/http*.tsx"],
    may: [
      domain,
      "#ports/",
      "#market/edge/",
      "#market/identity/",
      "#market/people/",
      "#market/privacy/",
      "#market/countersignatures/actions.ts",
      "#market/enterprises/grant-actions.ts",
      "#market/photos/actions.ts",
      "#market/planning/acknowledge.ts",
      "#market/closing/close-cycle.ts",
      "#market/members/apply.ts",
      "#market/members/enter.ts",
      "#market/problems/answer.ts",
      "#market/closing/complete-cycle.ts",
      "#market/groups/",
      "#market/standing/",
      "#market/rounds/",
      "#market/assemblies/",
      "#market/ballots/",
      "#market/members/",
      "#market/proposals/",
      "#market/shop/",
      "#frontend/",
      ...rendering,
    ],
    tests: ["#store/", "#schema/", ...realDatabase],
  },
  {
    name: "market",
    files: ["workers/market/*.ts", "workers/market/*.tsx"],
    may: [...lower, "#market/", "#frontend/", ...rendering],
    tests: ["#schema/", ...realDatabase],
  },
  {
    name: "planner",
    files: ["workers/planner/**"],
    may: [...lower, "@cloudflare/workers-types"],
    above: ["index\\.ts"],
    tests: ["#schema/", ...realDatabase],
  },
  {
    name: "planner/index",
    files: ["workers/planner/index.ts"],
    may: [...lower, "@cloudflare/workers-types", "hono", "valibot"],
    tests: ["#schema/", ...realDatabase],
  },
];
