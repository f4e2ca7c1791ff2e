import type { Instant } from "#domain/kernel/instant.ts";
import { demoCircles } from "#schema/demo/households.ts";
import {
  demoAsking,
  type DemoGuest,
  demoList,
  type DemoOrder,
  type DemoTopUp,
  type DemoWish,
} from "#schema/demo/orders.ts";
import { type DemoCycle, spread } from "./calendar.ts";
import { eightAtATime, named, type Stage, type Told } from "./stage.ts";

/** A cycle that takes orders: its identifier, and its offers by the demo's product codes. */
export interface Trading {
  readonly id: string;
  readonly offers: ReadonlyMap<string, string>;
}

/** Plans a cycle that both groups share, and publishes it. */
export async function publishCycle(told: Told, cycle: DemoCycle): Promise<Trading> {
  const { client, names } = told;
  const { code, opensAt, closesAt, deliveryDay } = cycle;
  const body = { code, hubId: names.hub, opensAt, closesAt, deliveryDay };
  const { id } = await client.write<{ id: string }>("POST", "/cycles", body);
  for (const group of names.groups.values()) {
    await client.write("PUT", `/cycles/${id}/groups/${group}`, {});
  }
  await client.write("POST", `/cycles/${id}/publication`, {});
  const shown = await client.list<{ id: string; variantId: string }>(`/cycles/${id}/offers`);
  const byVariant = new Map(shown.map((offer) => [offer.variantId, offer.id]));
  // What comes only later is not on this shelf; who orders it all the same fails by its name.
  const offers = [...names.variants].flatMap(([product, variant]) => {
    const offer = byVariant.get(variant);
    return offer === undefined ? [] : [[product, offer] as const];
  });
  return { id, offers: new Map(offers) };
}

/** Places orders one after another, spread between two moments; gives them by household. */
export async function placeOrders(
  stage: Stage,
  told: Told,
  trading: Trading,
  asked: {
    readonly orders: readonly DemoOrder[];
    readonly from: Instant;
    readonly until: Instant;
  },
): Promise<ReadonlyMap<string, string>> {
  const placed = new Map<string, string>();
  const moments = spread(asked.from, asked.until, asked.orders.length);
  for (const [index, [household, ...wishes]] of asked.orders.entries()) {
    stage.clock.set(moments[index] ?? asked.until);
    const body = { ...buyer(told, household), ...bought(trading, wishes) };
    placed.set(household, (await told.client.write<{ id: string }>("POST", "/orders", body)).id);
  }
  return placed;
}

/** Somebody without a household orders, and pays at the counter. */
export async function placeGuestOrder(
  told: Told,
  trading: Trading,
  { contact, place, wishes }: DemoGuest,
): Promise<void> {
  await told.client.write("POST", "/orders", {
    contact,
    place: named(told.names.places, place),
    slotId: named(told.names.slots, place),
    payment: "at-pickup",
    ...bought(trading, wishes),
  });
}

/** Puts money into wallets. */
export async function topUpWallets(
  { client, names }: Told,
  topUps: readonly DemoTopUp[],
): Promise<void> {
  await eightAtATime(topUps, async ([household, amountCents]) => {
    const path = `/households/${named(names.households, household)}/wallet/entries`;
    const body = { kind: "top-up", source: "bank", amountCents, note: "Bonifico" };
    await client.write("POST", path, body);
  });
}

/** Keeps a household's list, which becomes an order by itself once a cycle has opened. */
export async function keepList(told: Told): Promise<void> {
  const { household, wishes } = demoList;
  const { householdId, place, slotId, payment } = buyer(told, household);
  const lines = wishes.map(([product, wantedMilli]) => {
    return { variantId: named(told.names.variants, product), wantedMilli };
  });
  const path = `/households/${householdId}/standing-order`;
  await told.client.write("PUT", path, { place, slotId, payment, lines });
}

/** Somebody who orders alone would like to order with a group. */
export async function askToJoin({ client, names }: Told): Promise<void> {
  const householdId = named(names.households, demoAsking.household);
  const group = named(names.groups, demoAsking.group);
  await client.write("POST", `/groups/${group}/requests`, { householdId });
}

const circleOf = new Map(
  demoCircles.flatMap((circle) => circle.households.map(([code]) => [code, circle])),
);

function buyer({ names }: Told, household: string) {
  const circle = circleOf.get(household);
  if (circle === undefined) throw new Error(`the demo has no household ${household}`);
  const { place, window, payment } = circle;
  return {
    householdId: named(names.households, household),
    place: place === "home" ? place : named(names.places, place),
    slotId: named(names.slots, window ?? place),
    payment,
    card: payment === "card" ? "card-ok" : null,
  };
}

function bought({ id, offers }: Trading, wishes: readonly DemoWish[]) {
  const lines = wishes.map(([product, wantedMilli, toleranceMilli = 0]) => {
    return { offerId: named(offers, product), wantedMilli, toleranceMilli };
  });
  return { cycleId: id, lines };
}
