import type { Keyring } from "#host/passkeys/keyring.ts";
import { type Client, apiClient, type Send } from "./client.ts";
import type { NetworkFile, Week } from "./week-files.ts";

/** The API's identifiers by the files' own names. */
export interface Names {
  readonly hub: string;
  readonly places: ReadonlyMap<string, string>;
  readonly producers: ReadonlyMap<string, string>;
  readonly households: ReadonlyMap<string, string>;
  /** Product name in the file → variant. */
  readonly variants: ReadonlyMap<string, string>;
  /** "HH:MM-HH:MM" → delivery window. */
  readonly windows: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

interface Made {
  readonly id: string;
}

/** What opens an empty network, and the keys that its first officer will sign with. */
export interface Opening {
  readonly setupToken: string;
  readonly keys: Keyring;
  /** A name for this run: its keys begin with it. */
  readonly run: string;
}

/** What the set-up gives its first officer. */
interface FirstSecrets {
  readonly token: string;
  readonly invitation: string;
}

/** Sets up the network of a week: rules, places, producers, products, households, wallets. */
export async function setUpNetwork(
  send: Send,
  { setupToken, keys, run }: Opening,
  { network }: Week,
): Promise<{ readonly client: Client; readonly names: Names }> {
  const first = apiClient(send, setupToken, `${run}-first`);
  const { token, invitation } = await first.write<FirstSecrets>("PUT", "/network", {
    name: network.network.name,
    rules: rulesOf(network.network),
  });
  await keys.enrol((path, body) => first.write("POST", path, body), invitation, "Settimana");
  const client = apiClient(send, token, run, keys);
  const hub = await client.write<Made>("POST", "/enterprises", {
    ...pointOf(network.hub),
    name: network.hub.name,
    town: "Verona",
    land: "pianura",
    leadDays: 0,
    roles: ["hub"],
  });
  const places = await eachMade(network.pickup_points, (point) => makePlace(client, point));
  const groups = await eachMade(network.groups, (group) =>
    client.write("POST", "/groups", { name: group.name, pickupPointId: places.get(group.pickup) }),
  );
  const windows = await makeWindows(client, network);
  const producers = await eachMade(network.producers, (one) => makeProducer(client, one));
  const variants = await makeProducts(client, network, producers);
  const households = await makeHouseholds(client, network, groups);
  await openToHub(client, hub.id, [...producers.values()]);
  await listAll(client, hub.id, [...variants.values()]);
  return {
    client,
    names: { hub: hub.id, places, producers, households, variants, windows, groups },
  };
}

function rulesOf(terms: NetworkFile["network"]): Record<string, string> {
  return {
    "network-fee": hundredths(terms.network_fee_percent),
    "card-hold": hundredths(terms.card_hold_percent_of_variable),
    "delivery-fee": String(terms.home_delivery_fee_cents),
    "wallet-floor": String(terms.wallet_floor_cents),
  };
}

/** A percentage of at most two decimals in hundredths of a point, from its text: 6.5 is 650. */
function hundredths(percent: number): string {
  const [whole = "0", decimals = ""] = String(percent).split(".");
  return String(Number(whole + decimals.padEnd(2, "0")));
}

function pointOf({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  return {
    latMicrodegrees: Math.round(lat * 1_000_000),
    lonMicrodegrees: Math.round(lon * 1_000_000),
  };
}

async function eachMade<T extends { readonly id: string }>(
  entries: readonly T[],
  make: (entry: T) => Promise<Made>,
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const entry of entries) made.set(entry.id, (await make(entry)).id);
  return made;
}

function makePlace(client: Client, point: NetworkFile["pickup_points"][number]) {
  return client.write<Made>("POST", "/pickup-points", {
    ...pointOf(point),
    name: point.name,
    street: point.street,
    // How many orders a point takes changes no figure of a week (RULES §2): nobody is sent away.
    capacityOrders: null,
    fromMinute: minuteOf(point.opens),
    toMinute: minuteOf(point.closes),
  });
}

async function makeWindows(client: Client, network: NetworkFile): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { window } of network.households) {
    const name = window?.join("-");
    if (window === null || name === undefined || made.has(name)) continue;
    const [from, to] = window;
    const body = { fromMinute: minuteOf(from), toMinute: minuteOf(to) };
    made.set(name, (await client.write<Made>("POST", "/delivery-windows", body)).id);
  }
  return made;
}

function minuteOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function makeProducer(client: Client, producer: NetworkFile["producers"][number]) {
  return client.write<Made>("POST", "/enterprises", {
    ...pointOf(producer),
    name: producer.name,
    town: producer.town,
    land: "pianura",
    vatNumber: /^[A-Z]{2}[0-9A-Z]{6,15}$/.test(producer.vat_number) ? producer.vat_number : null,
    leadDays: producer.lead_days,
    roles: ["producer"],
    minimumCents: producer.min_order_cents,
  });
}

async function makeProducts(
  client: Client,
  network: NetworkFile,
  producers: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  await client.write("PUT", "/categories/settimana", { name: "Settimana", position: 1 });
  const variants = new Map<string, string>();
  for (const product of network.products) {
    const made = await client.write<{ variants: readonly Made[] }>("POST", "/products", {
      enterpriseId: producers.get(product.producer),
      name: product.name,
      categoryId: "settimana",
      variants: [variantOf(product)],
    });
    variants.set(product.id, made.variants[0]?.id ?? "");
  }
  return variants;
}

function variantOf(product: NetworkFile["products"][number]) {
  return {
    sku: product.id,
    kind: product.kind,
    priceCents: product.price_cents,
    vatBasisPoints: product.vat_percent * 100,
    boxUnits: product.box_qty,
    stepMilli: product.step_milli,
    leastMilli: product.step_milli,
    nominalGrams: product.kind === "variable" ? (product.nominal_grams ?? null) : null,
    netGrams: product.net_grams ?? null,
    netMl: product.net_ml ?? null,
  };
}

async function makeHouseholds(
  client: Client,
  network: NetworkFile,
  groups: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const households = await eachMade(network.households, (household) =>
    client.write("POST", "/households", {
      groupId: household.group === null ? null : groups.get(household.group),
      profile: {
        ...pointOf(household),
        name: household.id,
        street: household.street,
        postcode: household.postcode,
        town: "Verona",
      },
    }),
  );
  for (const { id, wallet_opening_cents: amountCents } of network.households) {
    if (amountCents === 0) continue;
    const path = `/households/${households.get(id)}/wallet/entries`;
    await client.write("POST", path, { kind: "opening", amountCents });
  }
  for (const group of network.groups) {
    const householdId = households.get(group.coordinator);
    if (householdId === undefined) continue;
    await client.write("PUT", `/groups/${groups.get(group.id)}/coordinator`, { householdId });
  }
  return households;
}

/** Each producer lets the hub sell its goods; the officer says so for them. */
async function openToHub(client: Client, holderId: string, producers: readonly string[]) {
  for (const producer of producers) {
    const body = { holderId, kinds: ["list-in-cycles"] };
    await client.write("POST", `/enterprises/${producer}/grants`, body);
  }
}

const MOST_LISTINGS = 500;

async function listAll(client: Client, hubId: string, variantIds: readonly string[]) {
  for (let from = 0; from < variantIds.length; from += MOST_LISTINGS) {
    const some = variantIds.slice(from, from + MOST_LISTINGS);
    const listings = some.map((variantId) => ({ variantId }));
    await client.write("PUT", "/listings", { hubId, listings });
  }
}
