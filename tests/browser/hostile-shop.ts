import type { Market } from "#tests/market.ts";
import { secret } from "#tests/running-market.ts";
import { fitting, XSS_PAYLOADS } from "./hostile-texts.ts";

/** What one payload stands in, to be opened. */
export interface HostilePlace {
  readonly payload: string;
  readonly slug: string;
  readonly offerId: string;
  readonly orderToken: string;
}

type Call = Market["call"];
interface Made {
  readonly id: string;
  readonly slug: string;
}

/** Fills a shop through its API, each payload in every text that somebody may write. */
export async function openHostileShop(
  call: Call,
  officer: string,
  now: number,
): Promise<readonly HostilePlace[]> {
  const write = async <T = Made>(method: string, path: string, body: object): Promise<T> => {
    const got = await call<T>(method, `/api/v1${path}`, { token: officer, body });
    if (got.status > 201) throw new Error(`${path}: ${JSON.stringify([got.body, body])}`);
    return got.body;
  };
  const hub = await write("POST", "/enterprises", enterprise("hub", "<b>Magazzino</b>"));
  const goods: { readonly payload: string; readonly slug: string; readonly place: string }[] = [];
  const listings: { readonly variantId: string }[] = [];
  for (const [i, payload] of XSS_PAYLOADS.entries()) {
    const place = await write("POST", "/pickup-points", pickupPoint(payload, i));
    const group = { name: fitting(payload, 110) + i, pickupPointId: place.id };
    await write("POST", "/groups", group);
    await write("POST", "/households", { groupId: null, profile: household(payload) });
    const shelf = { name: fitting(payload, 60), position: i + 1 };
    await write("PUT", `/categories/scaffale-${i}`, shelf);
    const producer = await write("POST", "/enterprises", enterprise("producer", payload + i));
    const made = await write<Made & { readonly variants: readonly Made[] }>("POST", "/products", {
      enterpriseId: producer.id,
      categoryId: `scaffale-${i}`,
      ...product(payload, i),
    });
    const leave = { holderId: hub.id, kinds: ["list-in-cycles"] };
    await write("POST", `/enterprises/${producer.id}/grants`, leave);
    listings.push(...made.variants.map(({ id }) => ({ variantId: id })));
    goods.push({ payload, slug: made.slug, place: place.id });
  }
  await write("PUT", "/listings", { hubId: hub.id, listings });
  const cycleId = await openCycle(write, hub.id, now);
  return orderAll(call, cycleId, goods, listings);
}

type Write = <T = Made>(method: string, path: string, body: object) => Promise<T>;

async function openCycle(write: Write, hubId: string, now: number): Promise<string> {
  const day = 24 * 3_600_000;
  const { id } = await write("POST", "/cycles", {
    code: "<svg/onload=alert(1)>",
    hubId,
    opensAt: now - 60_000,
    closesAt: now + day,
    deliveryDay: new Date(now + 3 * day).toISOString().slice(0, 10),
  });
  await write("POST", `/cycles/${id}/publication`, { reason: "<img src onerror=alert(1)>" });
  return id;
}

/** A guest's order of each thing, with the payload in all that a guest may write. */
async function orderAll(
  call: Call,
  cycleId: string,
  goods: readonly { readonly payload: string; readonly slug: string; readonly place: string }[],
  listings: readonly { readonly variantId: string }[],
): Promise<readonly HostilePlace[]> {
  const offers = new Map<string, string>();
  const { body } = await call<{ items: { id: string; variantId: string }[] }>(
    "GET",
    `/api/v1/cycles/${cycleId}/offers?limit=200`,
  );
  for (const { id, variantId } of body.items) offers.set(variantId, id);
  const places: HostilePlace[] = [];
  for (const [i, { payload, slug, place }] of goods.entries()) {
    const offerId = offers.get(listings[i]?.variantId ?? "") ?? "";
    const order = {
      cycleId,
      contact: { ...household(payload), note: payload, email: `ospite${i}@example.org` },
      place,
      payment: "at-pickup",
      lines: [{ offerId, wantedMilli: 1000 }],
    };
    const got = await call<{ orderToken: string }>("POST", "/api/v1/orders", {
      basket: secret(),
      body: order,
    });
    if (got.status !== 201) throw new Error(JSON.stringify([got.body, order]));
    places.push({ payload, slug, offerId, orderToken: got.body.orderToken });
  }
  return places;
}

function enterprise(role: string, payload: string) {
  return {
    name: fitting(payload, 120),
    town: fitting(payload, 80),
    land: "pianura",
    leadDays: 0,
    roles: [role],
    story: payload,
  };
}

function pickupPoint(payload: string, i: number) {
  return {
    name: fitting(payload, 110) + i,
    street: payload,
    latMicrodegrees: 45_430_000 + i,
    lonMicrodegrees: 10_990_000,
    fromMinute: 600,
    toMinute: 720,
  };
}

function household(payload: string) {
  return {
    name: payload,
    phone: fitting(payload, 40),
    street: payload,
    postcode: fitting(payload, 10),
    town: fitting(payload, 80),
  };
}

function product(payload: string, i: number) {
  const short = fitting(payload, 60);
  return {
    name: `${payload} ${i}`,
    maker: payload,
    description: payload,
    origin: payload,
    ingredients: payload,
    species: short,
    variety: short,
    packaging: short,
    variants: [
      {
        sku: fitting(payload, 40),
        label: payload,
        kind: "piece",
        priceCents: 400,
        vatBasisPoints: 1000,
        stepMilli: 1000,
        leastMilli: 1000,
      },
    ],
  };
}
