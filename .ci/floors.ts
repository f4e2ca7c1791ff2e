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
    files: ["workers/domain/kernel/digest.ts", "workers/domain/kernel/rsa-pss.ts"],
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
    may: ["@cloudflare/blindrsa-ts", domain, "#ports/"],
    tests: realDatabase,
  },
  {
    name: "ports/stripe",
    files: ["workers/ports/stripe*.ts"],
    may: [domain, "#ports/", "@cloudflare/workers-types", "stripe", "valibot"],
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
