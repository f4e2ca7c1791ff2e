import { keyring } from "#host/passkeys/keyring.ts";
import { join } from "node:path";
import type { Host } from "#host/market-host.ts";
import { startHost } from "#host/market-host.ts";
import { type Client, sendOver } from "#host/week/client.ts";
import { openCycle, type OpenCycle } from "#host/week/delivery.ts";
import { placeOrders } from "#host/week/ordering.ts";
import { setUpNetwork } from "#host/week/set-up.ts";
import { readWeek } from "#host/week/week-files.ts";

/** The Veronetta week on a host of its own, its cycle open and its households' orders placed. */
export interface OpenWeek {
  readonly host: Host;
  readonly client: Client;
  readonly cycle: OpenCycle;
}

const TUESDAY = Date.UTC(2026, 5, 2, 11);

export async function openWeek(): Promise<OpenWeek> {
  const host = await startHost({ clockAt: TUESDAY });
  const week = readWeek(join(import.meta.dirname, "..", "weeks", "veronetta"));
  const send = sendOver(host.url);
  const opening = {
    setupToken: host.setupToken ?? "",
    keys: keyring(host.url),
    run: "browser",
  };
  const { client, names } = await setUpNetwork(send, opening, week);
  const cycle = await openCycle(client, week, names, host.clock.now());
  await placeOrders(client, week, names, cycle);
  return { host, client, cycle };
}

interface Line {
  readonly id: string;
  readonly offerId: string;
  readonly orderId: string;
}

/** Closes the cycle: from now on what was ordered is bought. */
export async function closeWeek({ client, cycle }: OpenWeek): Promise<void> {
  await client.write("POST", `/cycles/${cycle.id}/closure`, {});
  await client.write("POST", `/cycles/${cycle.id}/dispatch`, {});
}

/** Receives, weighs every piece of cheese and meat a little heavier, hands out and settles. */
export async function deliverWeek({ client, cycle }: OpenWeek): Promise<void> {
  const at = `/cycles/${cycle.id}`;
  const statements = await client.get<{
    items: readonly { readonly enterpriseId: string; readonly status: string }[];
  }>(`${at}/statements`);
  const absent = new Set(["no_orders", "cancelled_minimum"]);
  const bringing = statements.items.filter(({ status }) => !absent.has(status));
  const enterpriseIds = bringing.map(({ enterpriseId }) => enterpriseId);
  await client.write("POST", `${at}/arrivals`, { enterpriseIds });
  const lines = await client.list<Line>(`${at}/lines`);
  const heavier = new Map([
    [cycle.offers.get("R10"), 545],
    [cycle.offers.get("R15"), 1850],
    [cycle.offers.get("R17"), 610],
  ]);
  const weights = lines.flatMap(({ id, offerId }) => {
    const grams = heavier.get(offerId);
    return grams === undefined ? [] : [{ lineId: id, grams }];
  });
  await client.write("POST", `${at}/weights`, { weights });
  for (const orderId of new Set(lines.map((line) => line.orderId))) {
    await client.write("POST", `/orders/${orderId}/hand-out`, {});
  }
  await client.write("POST", `${at}/delivery`, {});
  await client.write("POST", `${at}/settlement`, {});
}
