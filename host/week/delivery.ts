import type { Client } from "./client.ts";
import type { Ordered } from "./ordering.ts";
import type { Names } from "./set-up.ts";
import type { Week } from "./week-files.ts";

const DAY = 24 * 3600 * 1000;
const MOST_WEIGHTS = 200;

interface Offers {
  readonly items: readonly { readonly id: string; readonly variantId: string }[];
}

/** A cycle that takes orders: its identifier, and its offers by the file's product names. */
export interface OpenCycle {
  readonly id: string;
  readonly offers: ReadonlyMap<string, string>;
}

/**
 * Opens the week's cycle now: all dates of the file move by one offset, so that it opened a
 * minute ago and closes as long after as the file says.
 */
export async function openCycle(
  client: Client,
  { cycle: file }: Week,
  names: Names,
  now: number,
): Promise<OpenCycle> {
  const offset = now - 60_000 - Date.parse(file.cycle.opens);
  const closesAt = Math.max(Date.parse(file.cycle.closes) + offset, now + 3_600_000);
  const delivery = Date.parse(`${file.cycle.delivery_date}T12:00:00Z`) + offset;
  const { id } = await client.write<{ id: string }>("POST", "/cycles", {
    code: file.cycle.id,
    hubId: names.hub,
    opensAt: now - 60_000,
    closesAt,
    deliveryDay: new Date(Math.max(delivery, closesAt + DAY)).toISOString().slice(0, 10),
  });
  for (const group of names.groups.values()) {
    await client.write("PUT", `/cycles/${id}/groups/${group}`, {});
  }
  await client.write("POST", `/cycles/${id}/publication`, {});
  const offered = await client.list<Offers["items"][number]>(`/cycles/${id}/offers`);
  const byVariant = new Map(offered.map((offer) => [offer.variantId, offer.id]));
  const offers = new Map<string, string>();
  for (const [product, variant] of names.variants) {
    const offer = byVariant.get(variant);
    if (offer !== undefined) offers.set(product, offer);
  }
  return { id, offers };
}

/** Closes the cycle, buys, and receives what the producers bring. */
export async function deliver(
  client: Client,
  { cycle: file }: Week,
  { cycle, ordered }: { readonly cycle: OpenCycle; readonly ordered: Ordered },
): Promise<void> {
  const at = `/cycles/${cycle.id}`;
  await client.write("POST", `${at}/closure`, {});
  await client.write("POST", `${at}/dispatch`, {});
  await receive(client, at);
  for (const { product, missing_milli: missingMilli } of file.delivery_facts.shortages) {
    const offerId = cycle.offers.get(product);
    await client.write("POST", `${at}/shortages`, { offerId, missingMilli });
  }
  const weights = Object.entries(file.delivery_facts.actual_grams).map(([line, grams]) => ({
    lineId: ordered.lines.get(line),
    grams,
  }));
  for (let from = 0; from < weights.length; from += MOST_WEIGHTS) {
    await client.write("POST", `${at}/weights`, {
      weights: weights.slice(from, from + MOST_WEIGHTS),
    });
  }
  for (const order of ordered.orders.values()) {
    await client.write("POST", `/orders/${order}/hand-out`, {});
  }
  await client.write("POST", `${at}/delivery`, {});
  await client.write("POST", `${at}/settlement`, {});
}

interface Statements {
  readonly items: readonly { readonly enterpriseId: string; readonly status: string }[];
}

/** Ticks off every producer that had something to bring. */
async function receive(client: Client, at: string): Promise<void> {
  const { items } = await client.get<Statements>(`${at}/statements`);
  const absent = new Set(["no_orders", "cancelled_minimum"]);
  const bringing = items.filter(({ status }) => !absent.has(status));
  const enterpriseIds = bringing.map(({ enterpriseId }) => enterpriseId);
  if (enterpriseIds.length > 0) await client.write("POST", `${at}/arrivals`, { enterpriseIds });
}
