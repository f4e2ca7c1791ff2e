import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemo } from "#host/load-demo.ts";
import type { DemoToken } from "#host/demo/tokens.ts";
import type { Send } from "#host/week/client.ts";
import { app } from "#market/app.ts";
import { demoCircles } from "#schema/demo/households.ts";
import { demoGuest } from "#schema/demo/orders.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { openTo } from "#tests/goods.ts";
import { type Market, openMarket } from "#tests/market.ts";

const NOW = Date.UTC(2026, 10, 22, 9, 40);

let doubles: Doubles;
let market: Market;
let officer: string;
let producer: DemoToken;
beforeAll(async () => {
  doubles = await openDoubles();
  market = await openMarket(Date.UTC(2026, 0, 1), doubles);
  const tokens = await playDemo();
  officer = tokens.find(({ role }) => role === "officer")?.token ?? "";
  const found = tokens.find(({ role }) => role === "producer");
  if (found === undefined) throw new Error("the demo has no producer");
  producer = found;
  await openEverythingTo(producer.subject);
  leaveOneOfficer();
}, 60_000);
afterAll(async () => {
  await market.close();
  await doubles.close();
});

async function playDemo(): Promise<readonly DemoToken[]> {
  const send: Send = ({ method, path, body, ...asked }) =>
    market.call<unknown>(method, path, { ...asked, ...(body === undefined ? {} : { body }) });
  const clock = { now: () => market.time.now, set: (ms: number) => (market.time.now = ms) };
  const setupToken = market.env.SETUP_TOKEN ?? "";
  const tick = () => market.tick();
  const letters = () => doubles.mailbox.messages();
  const stage = { send, setupToken, clock, keys: market.keys, tick, letters };
  return (await loadDemo(stage, NOW, { say: () => undefined, hasPast: false })).tokens;
}

/** With the demo's second officer gone, a rule is decided by one. */
function leaveOneOfficer(): void {
  const second = "SELECT person_id FROM person_email WHERE address LIKE 'ruggero.%'";
  market.database
    .prepare(
      `UPDATE role_grant SET revoked_at = ?, revoked_by = 'test' WHERE role = 'officer'
         AND holder = (${second})`,
    )
    .run([market.time.now]);
}

/** Every other producer opens to this one all that one can open to another. */
async function openEverythingTo(holder: string): Promise<void> {
  const sql = "SELECT enterprise_id FROM enterprise_role WHERE role = 'producer'";
  for (const owner of ids(sql).filter((one) => one !== holder)) {
    const kinds = ["see-orders", "see-statements", "see-contacts", "manage-products"];
    await openTo(market, officer, { owner, holder }, ...kinds);
  }
}

const ids = (sql: string) => market.database.prepare(sql).pluck().all([]) as string[];

/** What a path's parameter stands for, as rows to fill it with. */
const PARAMETERS: Readonly<Record<string, string>> = {
  "/cycles/": "SELECT id FROM cycle",
  "/enterprises/": "SELECT id FROM enterprise",
  "/producers/": "SELECT enterprise_id FROM enterprise_role WHERE role = 'producer'",
  "/products/": "SELECT id FROM product LIMIT 5",
  "/prodotti/": "SELECT slug FROM product LIMIT 5",
  "/offers/": "SELECT id FROM offer LIMIT 5",
  "/households/": "SELECT id FROM household LIMIT 5",
  "/orders/": "SELECT id FROM customer_order LIMIT 20",
  "/ordini/": "SELECT id FROM customer_order LIMIT 20",
};

/** A path with each of its parameters filled in, in every way. */
function filled(path: string): string[] {
  const found = /^(.*?)(\/[\w-]+\/):\w+(.*)$/.exec(path);
  if (found === null) return [path];
  const [, before = "", collection = "", after = ""] = found;
  const values = ids(PARAMETERS[collection] ?? "SELECT 'nessuno'");
  return values.flatMap((value) => filled(`${before}${collection}${value}${after}`));
}

/** Every address that can be read, as it stands and as long as its page can be. */
function everyAddress(): string[] {
  const paths = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...new Set(paths)].flatMap(filled).flatMap((path) => {
    return path.startsWith("/api/") ? [path, `${path}?limit=200`] : [path];
  });
}

/** What nobody but a household's own people may read of it. */
function privateWords(): string[] {
  const households = demoCircles.flatMap((circle) => circle.households);
  const words = households.flatMap(([, name, street]) => [name, street, addressOf(name)]);
  const { name, email } = demoGuest.contact;
  return [...words, name, email].map((word) => word.toLowerCase());
}
const addressOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;

/** Everything that the producer reads somewhere: addresses, and what they answered. */
async function everythingRead(): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const address of everyAddress()) {
    const { status, body } = await market.call<unknown>("GET", address, { token: producer.token });
    if (status !== 200) continue;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    read.set(address, text.toLowerCase());
  }
  return read;
}

test("a producer reads no household's name, street or address anywhere", async () => {
  const read = await everythingRead();
  expect(read.size).toBeGreaterThan(100);
  expect([...read.keys()].some((address) => address.endsWith("/sheet"))).toBe(true);
  expect([...read.keys()].some((address) => address.endsWith("/statements"))).toBe(true);
  const words = privateWords();
  const told = [...read].flatMap(([address, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${address}: ${word}`),
  );
  expect(told).toEqual([]);
});

test("no letter to a producer names a household", async () => {
  const addresses = new Set(ids("SELECT email FROM enterprise WHERE email IS NOT NULL"));
  const box = await fetch(`${doubles.mailbox.url}/messages`);
  const { messages } = (await box.json()) as { messages: readonly { readonly to: string }[] };
  const sheets = messages.filter(({ to }) => addresses.has(to));
  expect(sheets.length).toBeGreaterThan(5);
  const words = privateWords();
  const told = sheets.flatMap((letter) => {
    const text = JSON.stringify(letter).toLowerCase();
    return words.filter((word) => text.includes(word));
  });
  expect(told).toEqual([]);
});

test("names are shown by the network's rule alone, for orders placed under it", async () => {
  const cycle = ids("SELECT id FROM cycle WHERE state = 'published' ORDER BY closes_at LIMIT 1")[0];
  const path = `/api/v1/cycles/${cycle}/producers/${producer.subject}/households?limit=200`;
  const names = async () => {
    const { body } = await market.call<{ items: { name: string }[] }>("GET", path, {
      token: producer.token,
    });
    return body.items.map(({ name }) => name);
  };
  const decide = async (value: string) => {
    market.time.now += 1000;
    const body = { value, reason: "prova" };
    const rule = "/api/v1/rules/producer-sees-names/versions";
    const { status } = await market.call("POST", rule, { token: officer, body });
    expect(status).toBe(201);
    market.time.now += 1000;
  };
  expect(await names()).toEqual([]);
  await decide("yes");
  // Those who had ordered already were told that nobody would read their name.
  expect(await names()).toEqual([]);
  await orderAs("Nina Bianchi", cycle ?? "");
  expect(await names()).toEqual(["Nina Bianchi"]);
  const read = await everythingRead();
  const told = [...read].filter(([, text]) => text.includes("nina bianchi"));
  const where = told.map(([address]) => address.split("?")[0]);
  expect(new Set(where)).toEqual(new Set([path.split("?")[0]]));
  expect([...read.values()].join(" ")).not.toContain("via muro padri 3");
  await decide("no");
  expect(await names()).toEqual([]);
});

/** Somebody orders one thing of the producer's. */
async function orderAs(name: string, cycle: string): Promise<void> {
  const sql = `SELECT id FROM offer WHERE cycle_id = '${cycle}'
    AND enterprise_id = '${producer.subject}' LIMIT 1`;
  const lines = [{ offerId: ids(sql)[0], wantedMilli: 1000 }];
  const contact = { name, email: "nina@example.com", street: "via Muro Padri 3" };
  const [place] = ids("SELECT id FROM pickup_point LIMIT 1");
  const body = { cycleId: cycle, contact, place, payment: "at-pickup", lines };
  const { status, body: said } = await market.call("POST", "/api/v1/orders", { body });
  if (status !== 201) throw new Error(JSON.stringify(said));
}
