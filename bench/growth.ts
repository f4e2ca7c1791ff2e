import { addProducts, openCycle, openHub } from "./filled-shop.ts";
import { load, type LoadedHost, ownTime, startLoadedHost } from "./load.ts";
import { addOrders, addPast } from "./past-orders.ts";
import { type Measured, median, type Report } from "./report.ts";

const FEW_PRODUCTS = 500;
const PRODUCTS = 10_000;
const WEEKS = 25;
const ORDERS_EACH = 2000;
const ROUNDS = 3;
const SECONDS = 3;
/** Orders of this week, on both networks. */
const ORDERS_NOW = { orders: 60, linesEach: 3 };
const SCENARIOS = ["list", "search", "pack-sheet", "checkout"] as const;
/** How much more the same may cost beside a long past (DESIGN section 8). */
const MOST_MORE = 1.2;

/**
 * What fifty thousand past orders and ten thousand products change: the same operations on a
 * network that has just begun and on one that is old, in turn, in processor time.
 */
export async function run(): Promise<Report> {
  const [young, old] = [await startLoadedHost(), await startLoadedHost()];
  try {
    fill(young, false);
    const began = performance.now();
    fill(old, true);
    const filling = `${((performance.now() - began) / 1000).toFixed(0)} s`;
    const measured: Measured[] = [];
    for (const scenario of SCENARIOS) measured.push(await compare({ young, old }, scenario));
    const bars = measured
      .filter(({ operation }) => operation !== "search")
      .map((one) => ({
        what: `${one["operation"]} beside a long past, to the same without`,
        value: Number(one["ratio"]),
        atMost: MOST_MORE,
      }));
    const past = { operation: `the past was written in ${filling}` };
    return { name: "growth", measured: [...measured, past], bars };
  } finally {
    await young.close();
    await old.close();
  }
}

function fill({ host }: LoadedHost, isOld: boolean): void {
  const { database } = host;
  const shop = openHub(database);
  addProducts(database, shop, FEW_PRODUCTS);
  if (isOld) {
    addPast(database, shop, { weeks: WEEKS, ordersEach: ORDERS_EACH });
    addProducts(database, shop, PRODUCTS - FEW_PRODUCTS);
  }
  addOrders(database, { cycleId: openCycle(database, shop), shop }, ORDERS_NOW);
}

async function compare(
  hosts: { readonly young: LoadedHost; readonly old: LoadedHost },
  scenario: string,
): Promise<Measured> {
  const rounds: { readonly young: number; readonly old: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const young = ownTime(hosts.young, await load(hosts.young, scenario, SECONDS));
    const old = ownTime(hosts.old, await load(hosts.old, scenario, SECONDS));
    rounds.push({ young, old });
  }
  const ratio = median(rounds.map(({ young, old }) => old / young));
  return {
    operation: scenario,
    "CPU ms young": median(rounds.map(({ young }) => young)),
    "CPU ms old": median(rounds.map(({ old }) => old)),
    ratio: Math.round(ratio * 1000) / 1000,
  };
}
