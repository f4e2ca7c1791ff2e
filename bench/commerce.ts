import { addProducts, openCycle, openHub } from "./filled-shop.ts";
import { load, type Loaded, type LoadedHost, ownTime, startLoadedHost } from "./load.ts";
import { type Measured, median, type Report } from "./report.ts";

const PRODUCTS = 500;
const ROUNDS = 3;
const SECONDS = 3;
/** The most processor time an operation may take, in milliseconds (DESIGN section 8). */
const BARS: Readonly<Record<string, number | null>> = {
  health: null,
  list: 1.1,
  page: null,
  detail: 0.9,
  search: 1.1,
  add: 1.7,
  "checkout-at-pickup": 5,
  checkout: 5,
  "checkout-without-mail": 5,
  "checkout-by-basket-at-pickup": 5,
  "checkout-by-basket": 5,
};

/**
 * What an operation costs through HTTP: processor time of workerd and of the database's process
 * together, which a busy machine moves less than it moves the wall clock. What the doubles of the
 * card company and of the mail carrier spend stands beside. Medians of three rounds.
 */
export async function run(): Promise<Report> {
  const loaded = await startLoadedHost();
  try {
    const shop = openHub(loaded.host.database);
    addProducts(loaded.host.database, shop, PRODUCTS);
    openCycle(loaded.host.database, shop);
    const measured: Measured[] = [];
    for (const scenario of Object.keys(BARS)) measured.push(await measure(loaded, scenario));
    const bars = measured.flatMap((one) => {
      const atMost = BARS[String(one["operation"])];
      const what = `CPU ms of ${one["operation"]}`;
      return atMost === undefined || atMost === null
        ? []
        : [{ what, value: Number(one["CPU ms"]), atMost }];
    });
    return { name: "commerce", measured, bars };
  } finally {
    await loaded.close();
  }
}

async function measure(loaded: LoadedHost, scenario: string): Promise<Measured> {
  const rounds: Loaded[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await load(loaded, scenario, SECONDS));
  }
  const [runtime = 0, database = 0] = loaded.processes;
  const each = (id: number) => median(rounds.map((one) => one.cpu_ms_op_each[id] ?? 0));
  return {
    operation: scenario,
    "CPU ms": median(rounds.map((one) => ownTime(loaded, one))),
    "of it workerd": each(runtime),
    "of it database": each(database),
    "neighbours beside": each(loaded.neighbours),
    "in a second": median(rounds.map((one) => one.ops_s)),
    "p50 ms": median(rounds.map((one) => one.p50)),
    "p99 ms": median(rounds.map((one) => one.p99)),
  };
}
