import { join } from "node:path";
import type { Client } from "#host/week/client.ts";
import { openCycle, type OpenCycle } from "#host/week/delivery.ts";
import { type Names, setUpNetwork } from "#host/week/set-up.ts";
import { readWeek, type Week } from "#host/week/week-files.ts";
import type { Doubles } from "./doubles.ts";
import { type Market, openMarket } from "./market.ts";

/** The market of the Veronetta week in this process, its cycle open. */
export interface VeronettaMarket {
  readonly market: Market;
  readonly week: Week;
  readonly client: Client;
  readonly names: Names;
  readonly cycle: OpenCycle;
}

const folder = join(import.meta.dirname, "weeks", "veronetta");

export async function openVeronetta(doubles?: Doubles): Promise<VeronettaMarket> {
  const market = await openMarket(undefined, doubles);
  const week = readWeek(folder);
  const { client, names } = await setUpNetwork(
    ({ method, path, token, key, body }) => market.call(method, path, { token, key, body }),
    { setupToken: market.env.SETUP_TOKEN ?? "", keys: market.keys, run: "veronetta" },
    week,
  );
  const cycle = await openCycle(client, week, names, market.time.now);
  return { market, week, client, names, cycle };
}
