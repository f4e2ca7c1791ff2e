import { addGroup, addToken } from "#tests/households.ts";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { purchase } from "./buying.ts";

/** Which rows a path's collection holds: `/households/{id}` speaks of households. */
const TABLES: Readonly<Record<string, string>> = {
  enterprises: "enterprise",
  producers: "enterprise",
  "pickup-points": "pickup_point",
  households: "household",
  groups: "buying_group",
  tokens: "access_token",
  products: "product",
  variants: "variant",
  "stock-pools": "stock_pool",
  cycles: "cycle",
  offers: "offer",
  orders: "customer_order",
  lines: "order_line",
  listings: "variant",
  hub: "enterprise",
};

/** Identifiers of what there is, by the collection of a path that holds it. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

/** Opens a small shop with two orders in it, and gives the identifiers of everything there is. */
export async function knownIds(market: RunningMarket): Promise<KnownIds> {
  const shop = openShop(market, [{ name: "uova", stockMilli: 1_000_000 }, { name: "pane" }]);
  for (const payment of ["wallet", "card"] as const) {
    await (await purchase(market, shop, { payment, wanted: { uova: 1000 } })).send();
  }
  addGroup(market);
  addToken(market, "auditor");
  const ids = Object.entries(TABLES).map(
    ([collection, table]) => [collection, idsOf(market, table)] as const,
  );
  return new Map(ids);
}

function idsOf(market: RunningMarket, table: string): string[] {
  const sql = `SELECT id FROM ${table} ORDER BY id DESC LIMIT 4`;
  return market.database.prepare(sql).pluck().all([]) as string[];
}
