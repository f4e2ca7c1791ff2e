import type { Ask } from "#host/passkeys/keyring.ts";
import { addDays, type CivilDate } from "#domain/kernel/instant.ts";
import { apiClient, type Client } from "#host/week/client.ts";
import { demoCertificates } from "#schema/demo/certificates.ts";
import { demoCircles } from "#schema/demo/households.ts";
import {
  demoCategories,
  demoCourier,
  demoGroups,
  demoHub,
  demoNetwork,
  demoPlaces,
  demoWindows,
} from "#schema/demo/network.ts";
import { demoFounder } from "#schema/demo/people.ts";
import { demoProducers } from "#schema/demo/producers.ts";
import { DEMO_PASSKEY } from "./people.ts";
import { stockShelves } from "./shelves.ts";
import { eachMade, eightAtATime, named, type Stage, type Told } from "./stage.ts";

interface FirstSecrets {
  readonly token: string;
  readonly invitation: string;
}

interface Made {
  readonly id: string;
}

/** Founds the demo's network: who sells, what, where it is handed out, who buys. */
export async function foundNetwork(stage: Stage, today: CivilDate): Promise<Told> {
  const first = apiClient(stage.send, stage.setupToken, "demo-set-up");
  const { name: officer, email } = demoFounder;
  const network = { ...demoNetwork, officer: { name: officer, email } };
  const { token, invitation } = await first.write<FirstSecrets>("PUT", "/network", network);
  const ask: Ask = (path, body) => first.write("POST", path, body);
  const founder = await stage.keys.enrol(ask, invitation, DEMO_PASSKEY);
  const client = apiClient(stage.send, token, "demo", stage.keys);
  const [hub, courier, producers, { places, slots }] = await Promise.all([
    client.write<Made>("POST", "/enterprises", demoHub),
    client.write<Made>("POST", "/enterprises", demoCourier),
    registerProducers(client, today),
    openPlaces(client),
  ]);
  const groups = await eachMade(demoGroups, async ({ name, place }) => {
    const body = { name, pickupPointId: named(places, place) };
    return (await client.write<Made>("POST", "/groups", body)).id;
  });
  await shelveCategories(client);
  await openToHub(client, hub.id, producers);
  const { pools, variants } = await stockShelves(client, hub.id, producers);
  const households = await welcomeHouseholds(client, groups);
  const enterprises = { hub: hub.id, courier: courier.id, producers };
  const names = { ...enterprises, places, slots, groups, pools, variants, households };
  return { client, names, founder };
}

async function registerProducers(client: Client, today: CivilDate) {
  const producers = await eachMade(demoProducers, async ({ code, ...told }) => {
    const body = { ...told, roles: ["producer"], email: `${code}@example.org` };
    return (await client.write<Made>("POST", "/enterprises", body)).id;
  });
  await eightAtATime(demoCertificates, async (certificate) => {
    const { producer, issuedDaysAgo, expiresInDays, ...told } = certificate;
    await client.write("POST", `/enterprises/${named(producers, producer)}/certifications`, {
      ...told,
      issuedOn: addDays(today, -issuedDaysAgo),
      expiresOn: addDays(today, expiresInDays),
    });
  });
  return producers;
}

/** Each producer lets the hub sell its goods, and sees that it can take this back. */
async function openToHub(client: Client, holderId: string, producers: ReadonlyMap<string, string>) {
  await eightAtATime([...producers.values()], (producer) =>
    client.write("POST", `/enterprises/${producer}/grants`, {
      holderId,
      kinds: ["list-in-cycles"],
    }),
  );
}

interface PointMade extends Made {
  readonly slots: readonly Made[];
}

async function openPlaces(client: Client) {
  const slots = new Map<string, string>();
  const places = await eachMade(demoPlaces, async ({ code, ...told }) => {
    const point = await client.write<PointMade>("POST", "/pickup-points", told);
    const [slot] = point.slots;
    if (slot !== undefined) slots.set(code, slot.id);
    return point.id;
  });
  for (const { code, ...minutes } of demoWindows) {
    slots.set(code, (await client.write<Made>("POST", "/delivery-windows", minutes)).id);
  }
  return { places, slots };
}

// One after another: a board needs its shelf, and each has its place in the row.
async function shelveCategories(client: Client): Promise<void> {
  for (const [index, { id, ...told }] of demoCategories.entries()) {
    await client.write("PUT", `/categories/${id}`, { ...told, position: index + 1 });
  }
}

async function welcomeHouseholds(client: Client, groups: ReadonlyMap<string, string>) {
  const cast = demoCircles.flatMap(({ group, households }) =>
    households.map((household) => ({ code: household[0], group, household })),
  );
  const made = await eachMade(cast, async ({ group, household }) => {
    const [, name, street, latMicrodegrees, lonMicrodegrees, openingCents] = household;
    const { id } = await client.write<Made>("POST", "/households", {
      groupId: group === null ? null : named(groups, group),
      profile: {
        name,
        email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
        street,
        postcode: "37129",
        town: "Verona",
        latMicrodegrees,
        lonMicrodegrees,
      },
    });
    const opening = { kind: "opening", amountCents: openingCents };
    if (openingCents > 0) await client.write("POST", `/households/${id}/wallet/entries`, opening);
    return id;
  });
  for (const { code, coordinator } of demoGroups) {
    const body = { householdId: named(made, coordinator) };
    await client.write("PUT", `/groups/${named(groups, code)}/coordinator`, body);
  }
  return made;
}
