/**
 * The floors once more, by hand and from the design, so that the table of `.ci/floors.ts` is
 * compared with something that was not generated from it.
 */
export interface Boundary {
  /** A file that does not exist; it is planted in a temporary house. */
  readonly file: string;
  readonly forbidden: readonly string[];
  readonly allowed: readonly string[];
}

const outside = ["#host/start.ts", "#bench/run.ts", "#ci/floors.ts", "left-pad"];
const inside = [...outside, "#tests/cast.ts"];
const top = ["#market/app.ts", "#market/orders/http.ts", "#planner/index.ts"];
const edge = "#market/edge/session.ts";
const deeds = ["#market/orders/actions.ts", "#planner/solve-plan.ts"];
const actions = [...deeds, edge];
const pages = ["#frontend/shop/basket.tsx", "#frontend/ui/price.tsx", "#frontend/api.ts", "preact"];
const vendors = ["stripe", "@libsql/client/web", "hono", "hono/client", "valibot", "node:fs"];
const rows = ["#store/orders.ts", "#schema/orders.ts", "drizzle-orm/sqlite-core"];
const ports = ["#ports/clock.ts"];
const aboveDomain = [...inside, ...top, ...actions, ...pages, ...vendors, ...rows, ...ports];
const domain = ["#domain/kernel/money.ts", "#domain/orders/basket.ts"];

const area = (name: string, may: readonly string[], not: readonly string[]): Boundary => ({
  file: `workers/domain/${name}/planted.ts`,
  forbidden: [...aboveDomain, "@noble/hashes/sha2.js", ...not.map((to) => `#domain/${to}/x.ts`)],
  allowed: ["./x.ts", "#domain/kernel/money.ts", ...may.map((to) => `#domain/${to}/x.ts`)],
});

const domainBoundaries: readonly Boundary[] = [
  {
    file: "workers/domain/kernel/planted.ts",
    forbidden: [...aboveDomain, "#domain/orders/basket.ts", "@noble/hashes/sha2.js"],
    allowed: ["./money.ts"],
  },
  {
    file: "workers/domain/kernel/digest.ts",
    forbidden: [...aboveDomain, "#domain/orders/basket.ts"],
    allowed: ["./money.ts", "@noble/hashes/sha2.js"],
  },
  area("access", [], ["orders", "membership"]),
  area("catalogue", [], ["orders", "delivery", "ledger"]),
  area("delivery", [], ["orders", "catalogue"]),
  area("ledger", [], ["orders", "payments", "surplus"]),
  area("membership", [], ["governance", "ledger"]),
  area("network", [], ["catalogue"]),
  area("notices", [], ["orders"]),
  area("orders", ["catalogue", "delivery"], ["ledger", "payments", "membership"]),
  area("payments", ["ledger", "orders"], ["surplus", "catalogue"]),
  area("surplus", ["ledger", "membership"], ["payments", "governance"]),
  area("governance", ["membership"], ["orders", "surplus", "ledger"]),
  area("delivery/solver", ["delivery"], ["orders"]),
];

const lowerBoundaries: readonly Boundary[] = [
  {
    file: "schema/planted.ts",
    forbidden: [...inside, ...top, ...actions, ...pages, ...vendors, ...ports, "#store/orders.ts"],
    allowed: ["./orders.ts", ...domain, "drizzle-orm/sqlite-core"],
  },
  {
    file: "workers/store/planted.ts",
    forbidden: [...inside, ...top, ...actions, ...pages, ...vendors],
    allowed: ["./orders.ts", ...domain, "#schema/orders.ts", "drizzle-orm", "#ports/database.ts"],
  },
  {
    file: "workers/ports/planted.ts",
    forbidden: [...inside, ...top, ...actions, ...pages, "stripe", "hono", ...rows.slice(0, 2)],
    allowed: ["./clock.ts", ...domain, "@libsql/client/web", "drizzle-orm", "valibot"],
  },
  {
    file: "workers/ports/stripe-webhooks.ts",
    forbidden: [...inside, ...top, ...actions, "hono", "@libsql/client"],
    allowed: ["./clock.ts", "stripe"],
  },
];

const workerBoundaries: readonly Boundary[] = [
  {
    file: "workers/market/payments/planted.ts",
    forbidden: [...inside, ...top, ...deeds, ...pages, ...vendors, "#schema/orders.ts"],
    allowed: ["./actions.ts", edge, ...domain, "#store/orders.ts", ...ports],
  },
  {
    file: "workers/market/payments/actions.ts",
    forbidden: ["./http.ts", "./http-pages.tsx", "#market/catalogue/actions.ts"],
    allowed: ["./load.ts"],
  },
  {
    file: "workers/market/closing/close-cycle.ts",
    forbidden: [...inside, ...top, ...pages, ...vendors, "./http.ts"],
    allowed: ["#market/orders/actions.ts", ...domain, "#store/orders.ts"],
  },
  {
    file: "workers/market/edge/planted.ts",
    forbidden: [...inside, ...top, "#market/orders/actions.ts", "#frontend/ui/price.tsx", "stripe"],
    allowed: ["hono", "valibot", "#store/orders.ts", ...ports],
  },
  {
    file: "workers/market/orders/http.ts",
    forbidden: [...inside, "#market/payments/actions.ts", "#market/app.ts", "stripe", ...rows],
    allowed: [
      "./actions.ts",
      "#market/edge/session.ts",
      "hono",
      "valibot",
      "#frontend/ui/price.tsx",
    ],
  },
  {
    file: "workers/market/orders/http-pages.tsx",
    forbidden: [...inside, "#market/payments/actions.ts", "#planner/solve-plan.ts", ...rows],
    allowed: ["./actions.ts", "#frontend/shop/basket.tsx", "preact", "hono"],
  },
  {
    file: "workers/market/app.ts",
    forbidden: [
      ...inside,
      "#planner/solve-plan.ts",
      "stripe",
      "@libsql/client",
      "#schema/orders.ts",
    ],
    allowed: ["#market/orders/http.ts", "#store/orders.ts", ...ports, "hono"],
  },
  {
    file: "workers/planner/planted.ts",
    forbidden: [...inside, ...top, ...pages, ...vendors, "./index.ts", "#market/edge/session.ts"],
    allowed: ["./solve-plan.ts", ...domain, "#store/plans.ts", ...ports],
  },
  {
    file: "workers/planner/index.ts",
    forbidden: [...inside, "#market/app.ts", "#market/orders/actions.ts", ...pages, "stripe"],
    allowed: ["./solve-plan.ts", "hono", ...ports],
  },
];

const aboveFrontend = [...inside, ...top, ...actions, ...rows, ...ports, ...vendors];

const frontendBoundaries: readonly Boundary[] = [
  {
    file: "frontend/shop/planted.tsx",
    forbidden: [...aboveFrontend, "#frontend/member/vote.tsx"],
    allowed: ["./basket.tsx", ...domain, "#frontend/ui/price.tsx", "#frontend/texts/format.ts"],
  },
  {
    file: "frontend/ui/planted.tsx",
    forbidden: [...aboveFrontend, "#frontend/shop/basket.tsx", "#frontend/api.ts"],
    allowed: ["./price.tsx", "preact", "@preact/signals", ...domain],
  },
  {
    file: "frontend/texts/it/planted.ts",
    forbidden: [...aboveFrontend, ...pages],
    allowed: ["./refusals.ts", "#frontend/texts/format.ts", ...domain],
  },
  {
    file: "frontend/api.ts",
    forbidden: [...inside, ...top.slice(1), ...actions, ...rows, "#frontend/shop/basket.tsx"],
    allowed: ["hono/client", ...domain],
  },
];

const testBoundaries: readonly Boundary[] = [
  {
    file: "workers/domain/orders/planted.test.ts",
    forbidden: [...outside, ...top, ...actions, "#store/orders.ts", "#schema/orders.ts", "hono"],
    allowed: ["vitest", "fast-check", "#tests/cast.ts", "#schema/demo/cast.ts", "./x.ts"],
  },
  {
    file: "workers/store/planted.test.ts",
    forbidden: [...outside, ...top, ...actions, ...pages],
    allowed: ["vitest", "@libsql/client", "#schema/orders.ts", "#tests/cast.ts", "node:fs"],
  },
  { file: "host/planted.ts", forbidden: [], allowed: [...top, ...rows, "stripe", "node:fs"] },
];

export const boundaries: readonly Boundary[] = [
  ...domainBoundaries,
  ...lowerBoundaries,
  ...workerBoundaries,
  ...frontendBoundaries,
  ...testBoundaries,
];

/** The ways to write one import; each must be seen. */
export const kinds: Readonly<Record<string, (from: string, n: number) => string>> = {
  static: (from, n) => `import { a${n} } from "${from}";`,
  type: (from, n) => `import type { A${n} } from "${from}";`,
  "import() type": (from, n) => `export type B${n} = import("${from}").B;`,
  "re-export": (from, n) => `export { c${n} } from "${from}";`,
  "re-export of all": (from) => `export * from "${from}";`,
  dynamic: (from, n) => `export const d${n} = () => import("${from}");`,
};
