import { addProducts, openCycle, openHub } from "./filled-shop.ts";
import { type LoadedHost, startLoadedHost } from "./load.ts";
import { addOrders } from "./past-orders.ts";
import type { Measured, Report } from "./report.ts";

const PRODUCTS = 200;
const ORDERS = 500;
const LINES_EACH = 4;
const ACTS = ["closure", "dispatch", "delivery", "settlement"] as const;

/** How long a cycle of two thousand lines takes to close, to be sent, delivered and settled. */
export async function run(): Promise<Report> {
  const loaded = await startLoadedHost();
  try {
    const { database } = loaded.host;
    const shop = openHub(database);
    addProducts(database, shop, PRODUCTS);
    const cycleId = openCycle(database, shop);
    addOrders(database, { cycleId, shop }, { orders: ORDERS, linesEach: LINES_EACH });
    const measured: Measured[] = [];
    for (const act of ACTS) measured.push(await time(loaded, `${cycleId}/${act}`));
    const seconds = Number(measured[0]?.["seconds"]);
    const bars = [
      { what: "seconds that a close of 2,000 lines takes", value: seconds, atMost: 30 },
    ];
    return { name: "close", measured, bars };
  } finally {
    await loaded.close();
  }
}

async function time({ host, officer }: LoadedHost, path: string): Promise<Measured> {
  const began = performance.now();
  const answer = await fetch(`${host.url}/api/v1/cycles/${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${officer}`, "Idempotency-Key": path },
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${text}`);
  const seconds = Math.round(performance.now() - began) / 1000;
  return { act: path.split("/").at(-1) ?? "", lines: ORDERS * LINES_EACH, seconds };
}
