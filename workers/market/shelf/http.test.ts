import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { network, openVeronetta, publish } from "#tests/veronetta.ts";

let market: Market;
let officer: string;
let hub: string;
let producers: ReadonlyMap<string, { readonly id: string }>;
let cycle: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ hub, producers } = await openVeronetta(market, officer));
  cycle = publish(market, hub);
}, 30_000);
afterAll(() => market.close());

interface Offer {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly position: number;
  readonly priceCents: number;
  readonly leftMilli: number | null;
  readonly variantId: string;
}
interface Page {
  readonly cycleId: string;
  readonly items: readonly Offer[];
  readonly next: string | null;
}

const read = async (path: string, which = cycle) =>
  (await market.call<Page>("GET", `/api/v1/cycles/${which}/offers${path}`)).body;
const named = async (path: string) => (await read(path)).items.map(({ name }) => name);
const offerOf = async (name: string) => {
  const found = (await read("?limit=200")).items.find((offer) => offer.name === name);
  if (found === undefined) throw new Error(`no ${name} on the shelf`);
  return found;
};

test("the open cycle's first offers, each with its price, come in one round trip", async () => {
  const trips = vi.spyOn(globalThis, "fetch");
  try {
    const page = await read("?limit=20", "current");
    expect(page).toMatchObject({ cycleId: cycle, next: "20" });
    expect(page.items).toHaveLength(20);
    expect(page.items.every(({ priceCents }) => priceCents > 0)).toBe(true);
    expect(trips).toHaveBeenCalledTimes(1);
    await market.call("GET", `/api/v1/cycles/current/offers/${page.items[0]?.id}`);
    expect(trips).toHaveBeenCalledTimes(2);
    await market.call("GET", "/api/v1/cycles/current/search?q=formagio");
    expect(trips).toHaveBeenCalledTimes(3);
  } finally {
    trips.mockRestore();
  }
});

test("pages follow the shelf, and together they are the whole of it", async () => {
  const names: string[] = [];
  let after: string | null = "0";
  while (after !== null) {
    const page: Page = await read(`?limit=7&after=${after}`);
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  }
  expect(names).toEqual(await named("?limit=200"));
  expect(names.toSorted()).toEqual(network.products.map(({ name }) => name).toSorted());
  for (const query of ["?limit=0", "?limit=201", "?after=-1", "?after=1.5", "?colour=red"]) {
    expect(await read(query)).toMatchObject({ code: "invalid-input" });
  }
});

test("an offer says its unit price, its steps, its producer and who vouches for it", async () => {
  expect(await offerOf("Ricotta 300 g")).toMatchObject({
    priceCents: 340,
    unitPrice: { cents: 1133, per: "kg" },
    vatBasisPoints: 400,
    producer: { name: "Malga Alta Lessinia", slug: "malga-alta-lessinia" },
    category: { id: "formaggi", name: "formaggi" },
    schemes: ["pgs"],
    demandMilli: 0,
    leftMilli: null,
  });
  expect(await offerOf("Valpolicella 0,75 l")).toMatchObject({
    unitPrice: { cents: 1040, per: "l" },
    boxUnits: 6,
  });
});

test("the shelf can be chosen from by category, producer and certificate", async () => {
  const honey = ["Miele di acacia 500 g", "Miele di castagno 500 g", "Polline 200 g"];
  expect(await named("?category=miele")).toEqual(honey);
  expect(await named("?producer=apicoltura-squaranto")).toEqual(honey);
  expect(await named(`?producer=${producers.get("P07")?.id}`)).toEqual(honey);
  const pgs = await named("?scheme=pgs");
  expect(pgs).toHaveLength(6);
  expect(await named("?scheme=pgs&category=miele")).toEqual(honey);
  expect(await named("?scheme=pgs&category=vino")).toEqual([]);
  expect(await named("?category=astronavi")).toEqual([]);
  expect(await read("?scheme=stregato")).toMatchObject({ code: "invalid-input" });
});

test("a shelf holds what stands on the shelves right below it", async () => {
  const token = officer;
  const put = (id: string, body: object) =>
    market.call("PUT", `/api/v1/categories/${id}`, { token, body });
  await put("dispensa", { name: "Dispensa", position: 50 });
  await put("miele", { name: "miele", position: 6, parentId: "dispensa" });
  expect(await named("?category=dispensa")).toHaveLength(3);
  await put("miele", { name: "miele", position: 6 });
});

test("a certificate that expired vouches for nothing from that day", async () => {
  const before = market.time.now;
  market.time.now = Date.UTC(2027, 5, 3, 12);
  expect(await named("?scheme=pgs")).toHaveLength(6);
  market.time.now = Date.UTC(2027, 5, 4, 12);
  expect(await named("?scheme=pgs")).toEqual([]);
  expect(await offerOf("Ricotta 300 g")).toMatchObject({ schemes: [] });
  market.time.now = before;
});

test("what is left is what nobody holds, in whole units, within the hub's quota", async () => {
  const farm = producers.get("P05")?.id;
  const body = { enterpriseId: farm, name: "Uova", onHandMilli: 100_000 };
  const call = (method: string, path: string, sent: object) =>
    market.call(method, `/api/v1${path}`, { token: officer, body: sent });
  const pool = String((await call("POST", "/stock-pools", body)).body["id"]);
  const trays = await offerOf("Uova bio, vassoio da 30");
  await call("PATCH", `/variants/${trays.variantId}`, { poolId: pool, poolMilliPerUnit: 30_000 });
  const next = publish(market, hub, 2);
  const left = async () =>
    (await read("?limit=200", next)).items.find(({ name }) => name === trays.name)?.leftMilli;
  expect(await left()).toBe(3000);
  expect((await offerOf(trays.name)).leftMilli).toBeNull();
  market.database
    .prepare("INSERT INTO stock_reservation VALUES ('o1', ?, ?, 30000, NULL)")
    .run(pool, hub);
  expect(await left()).toBe(2000);
  await call("PUT", `/stock-pools/${pool}/quotas/${hub}`, { quotaMilli: 60_000 });
  expect(await left()).toBe(1000);
  await call("PUT", `/stock-pools/${pool}/quotas/${hub}`, { quotaMilli: 30_000 });
  expect(await left()).toBe(0);
});

test("a product is shown with all its sizes, by an offer of it or by its address", async () => {
  const { id, slug } = await offerOf("Monte Veronese stagionato, trancio circa 500 g");
  const show = (offer: string) => market.call("GET", `/api/v1/cycles/${cycle}/offers/${offer}`);
  const byId = await show(id);
  expect(byId.body).toMatchObject({
    cycleId: cycle,
    offers: [{ id, kind: "variable", nominalGrams: 500, unitPrice: { cents: 1980, per: "kg" } }],
    certificates: [{ scheme: "pgs", number: "P04-1", expiresOn: "2027-06-03" }],
    allergens: [],
  });
  expect((await show(slug)).body).toEqual(byId.body);
  const absent = await show("00000000000000000000000000");
  expect([absent.status, absent.body["code"]]).toEqual([404, "not-found"]);
  expect((await show("drago-arrosto")).body["code"]).toBe("not-found");
});

test("the current cycle is the open one that closes first, to the millisecond", async () => {
  const now = market.time.now;
  const sooner = publish(market, hub, 0.5);
  const current = async () => (await read("?limit=1", "current")).cycleId;
  expect(await current()).toBe(sooner);
  market.time.now = now + 0.5 * 86_400_000 - 1;
  expect(await current()).toBe(sooner);
  market.time.now += 1;
  expect(await current()).toBe(cycle);
  market.time.now = now + 400 * 86_400_000;
  expect(await read("", "current")).toMatchObject({ code: "not-found" });
  market.time.now = now;
});

test("a cycle that is not there has no shelf, and a draft has nothing on it", async () => {
  const absent = await market.call("GET", "/api/v1/cycles/00000000000000000000000000/offers");
  expect([absent.status, absent.body["code"]]).toEqual([404, "not-found"]);
  expect(await read("", "tomorrow")).toMatchObject({ code: "invalid-input" });
  const path = "/api/v1/cycles/00000000000000000000000000";
  expect((await market.call("GET", `${path}/search?q=mele`)).status).toBe(404);
  expect((await market.call("GET", `${path}/offers/mele-golden`)).status).toBe(404);
});

test("an offer that was withdrawn from its cycle is on no shelf", async () => {
  const { id, name } = await offerOf("Polline 200 g");
  market.database.prepare("UPDATE offer SET withdrawn_at = 1 WHERE id = ?").run(id);
  expect(await named("?category=miele")).not.toContain(name);
  const found = await market.call<Page>("GET", `/api/v1/cycles/${cycle}/search?q=polline`);
  expect(found.body.items.map((offer) => offer.id)).not.toContain(id);
  expect((await market.call("GET", `/api/v1/cycles/${cycle}/offers/${id}`)).status).toBe(404);
});
