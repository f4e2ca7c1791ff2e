import { frontendRooms } from "./floors-frontend.ts";
import { workerRooms } from "./floors-market.ts";

/**
 * The floors of the house, written once. `lint-config.ts` turns this table into lint rules, the
 * house test plants violations of it, and docs/decisions/001-floors.md explains it.
 *
 * Every room lists what it MAY import; anything else is refused, a package it does not name and
 * a file above it alike. An entry ending in "/" allows all below it; a bare package name allows
 * its sub-paths; anything else is exact. `./` is allowed in every room, `../` in none.
 */
export interface Room {
  readonly name: string;
  /** Globs of the files that live here. A later room of the table wins over an earlier one. */
  readonly files: readonly string[];
  readonly may: readonly string[];
  /** May be imported as a type only. */
  readonly mayType?: readonly string[];
  /** Regexes of file names that are a floor above, though the list or the folder lets them in. */
  readonly above?: readonly string[];
  /** What its tests may import on top of the room's own list. */
  readonly tests?: readonly string[];
}

export const areas = [
  "access",
  "catalogue",
  "delivery",
  "governance",
  "ledger",
  "membership",
  "network",
  "notices",
  "orders",
  "payments",
  "surplus",
] as const;

export type Area = (typeof areas)[number];

/** The only sideways imports between areas of the domain. */
const sideways: Readonly<Partial<Record<Area, readonly Area[]>>> = {
  orders: ["catalogue", "delivery"],
  payments: ["ledger", "orders"],
  surplus: ["ledger", "membership"],
  governance: ["membership"],
};

const kernel = "#domain/kernel/";
const domain = "#domain/";
const demo = "#schema/demo/";

/** What every test may use: the runner, the platform under it, the tests' own rooms, the cast. */
const testing = ["vitest", "fast-check", "node:", "#tests/", demo];
const realDatabase = ["@libsql/client", "libsql", "drizzle-orm"];

const domainRooms: readonly Room[] = [
  { name: "domain", files: ["workers/domain/**"], may: [kernel] },
  ...areas.map((area) => ({
    name: `domain/${area}`,
    files: [`workers/domain/${area}/**`],
    may: [kernel, `#domain/${area}/`, ...(sideways[area] ?? []).map((to) => `#domain/${to}/`)],
  })),
  { name: "kernel", files: ["workers/domain/kernel/**"], may: [] },
  {
    name: "kernel/digest",
    files: ["workers/domain/kernel/digest.ts"],
    may: ["@noble/hashes"],
  },
];

const storeRooms: readonly Room[] = [
  { name: "schema", files: ["schema/**"], may: [domain, "drizzle-orm"], tests: realDatabase },
  {
    // The one sideways arrow of floor 3: the store is handed the database port and names its type.
    name: "store",
    files: ["workers/store/**"],
    may: [domain, "#schema/", "#store/", "#ports/", "drizzle-orm"],
    tests: realDatabase,
  },
  {
    name: "ports",
    files: ["workers/ports/**"],
    may: [
      domain,
      "#ports/",
      "@cloudflare/workers-types",
      "@libsql/client",
      "drizzle-orm",
      "valibot",
    ],
    tests: realDatabase,
  },
  {
    name: "ports/passkeys",
    files: ["workers/ports/passkeys.ts"],
    may: ["@simplewebauthn/server"],
  },
  {
    name: "ports/blind-keys",
    files: ["workers/ports/blind-keys.ts"],
    may: ["@cloudflare/blindrsa-ts", "#ports/"],
  },
  {
    name: "ports/stripe",
    files: ["workers/ports/stripe*.ts"],
    may: [domain, "#ports/", "@cloudflare/workers-types", "stripe", "valibot"],
  },
];

const edgePackages = [
  "@cloudflare/workers-types",
  "@valibot/to-json-schema",
  "hono",
  "hono-openapi",
  "valibot",
];
const rendering = [...edgePackages, "preact", "preact-render-to-string"];
const http = ["(http[^/]*|app|index)\\.tsx?"];

const workerRooms: readonly Room[] = [
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
      "#market/identity/own-sessions.ts",
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
      "#market/closing/close-cycle.ts",
      "#market/members/apply.ts",
      "#market/members/enter.ts",
      "#market/problems/answer.ts",
      "#market/closing/complete-cycle.ts",
      "#market/groups/",
      "#market/standing/",
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

/** Nothing that is not named below has a room: a stray file may import its neighbours only. */
const strays: Room = { name: "a stray file", files: ["workers/**"], may: [] };

/** In order: for a file in two rooms the later one counts. */
export const rooms: readonly Room[] = [
  strays,
  ...domainRooms,
  ...storeRooms,
  ...workerRooms,
  ...frontendRooms,
];

/** Outside the house: they import anything, no room imports them. */
export const outside = ["host", "tests", "bench", ".ci"] as const;

/** What a test beside a file of `room` may import. */
export function testMay(room: Room): readonly string[] {
  return [...new Set([...room.may, ...testing, ...(room.tests ?? [])])];
}
