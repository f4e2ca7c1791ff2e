import type { Got, Market } from "./market.ts";

/** Makes what a test needs through the API, and gives its answer; anything but 201 is a failure. */
export async function made<T = { readonly id: string }>(
  market: Market,
  token: string,
  path: string,
  body: object,
): Promise<T> {
  const got: Got<T> = await market.call<T>("POST", `/api/v1${path}`, { token, body });
  if (got.status !== 201) {
    throw new Error(
      `${path}: ${got.status} ${JSON.stringify(got.body)} for ${JSON.stringify(body)}`,
    );
  }
  return got.body;
}

export const orchard = {
  name: "Frutteto dell'Adige",
  vatNumber: "IT90000001002",
  town: "Zevio",
  land: "pianura",
  latMicrodegrees: 45_370_000,
  lonMicrodegrees: 11_130_000,
  leadDays: 2,
  roles: ["producer"],
  email: "ordini@frutteto.example",
  story: "Mele e pere lungo l’Adige.",
  minimumCents: 4000,
};

export const depot = {
  name: "Magazzino di rete",
  town: "Verona",
  land: "citta",
  leadDays: 0,
  roles: ["hub"],
};

export const santaToscana = {
  name: "Ritiro Santa Toscana",
  street: "piazza Santa Toscana",
  latMicrodegrees: 45_441_200,
  lonMicrodegrees: 11_010_200,
  capacityOrders: 20,
  fromMinute: 1020,
  toMinute: 1170,
};

/** A household as its officer would write it down; `groupId` and others as given. */
export function family(given: object = {}) {
  const profile = {
    name: "Famiglia Cantarane",
    email: "cantarane@example.org",
    street: "via Cantarane 27",
    postcode: "37129",
    town: "Verona",
  };
  return { profile, ...given };
}

/** A token for these roles, as an officer issues it. */
export async function tokenFor(
  market: Market,
  officer: string,
  ...grants: readonly { readonly role: string; readonly subject: string }[]
): Promise<string> {
  const body = { label: grants.map(({ role }) => role).join(", "), grants };
  return (await made<{ token: string }>(market, officer, "/tokens", body)).token;
}
