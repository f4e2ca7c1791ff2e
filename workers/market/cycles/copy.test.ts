import { afterAll, beforeAll, expect, test } from "vitest";
import { addProduct, list, loose, openOrchard, openTo } from "#tests/goods.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { depot, made, orchard, santaToscana, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;

let hub: string;
let keeper: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ hub } = await openOrchard(market, officer));
  keeper = await tokenFor(market, officer, { role: "hub", subject: hub });
});
afterAll(() => market.close());

interface LeftOut {
  readonly productName: string;
  readonly reason: string;
}
interface Planned {
  readonly id: string;
  readonly copiedFrom: string | null;
  readonly groups: readonly string[];
  readonly copy: { readonly offers: number; readonly leftOut: readonly LeftOut[] } | null;
}

const HOUR = 3_600_000;
let codes = 0;
function plan(given: object = {}, token = keeper) {
  const { now } = market.time;
  const times = { opensAt: now, closesAt: now + HOUR, deliveryDay: "2026-06-05" };
  const body = { code: `C${++codes}`, hubId: hub, ...times, ...given };
  return market.call<Planned>("POST", "/api/v1/cycles", { token, body });
}
const publish = (id: string) =>
  market.call<{ leftOut: readonly LeftOut[] }>("POST", `/api/v1/cycles/${id}/publication`, {
    token: keeper,
  });
const reasons = (leftOut: readonly LeftOut[] = []) =>
  Object.fromEntries(leftOut.map(({ productName, reason }) => [productName, reason]));
async function offered(cycle: string): Promise<string[]> {
  const { body } = await market.call<{ items: { name: string }[] }>(
    "GET",
    `/api/v1/cycles/${cycle}/offers?limit=200`,
  );
  return body.items.map(({ name }) => name).toSorted();
}

/** A farm that sells one thing, listed by the hub; in the name of what it sells. */
async function sell(name: string, size: object = {}) {
  const told = { ...orchard, name: `Azienda ${name}`, vatNumber: null };
  const { id } = await made(market, officer, "/enterprises", told);
  const { items } = await openTo(market, officer, { owner: id, holder: hub });
  const product = { name, variants: [{ ...loose, ...size }] };
  const sold = await addProduct(market, officer, id, product);
  const variant = sold.variants[0]?.id ?? "";
  await list(market, officer, hub, [variant]);
  return { farm: id, product: sold.id, variant, grant: items[0]?.id ?? "" };
}

const patch = (path: string, body: object) =>
  market.call("PATCH", `/api/v1${path}`, { token: officer, body });
const post = (path: string, body: object) => made(market, officer, path, body);
const revoke = (owner: string, grant: string) =>
  market.call("DELETE", `/api/v1/enterprises/${owner}/grants/${grant}`, { token: officer });

/** Seven things on sale in a cycle that a group shares: six will not be sold again. */
async function sellSeven() {
  const pool = (enterpriseId: string) =>
    post("/stock-pools", { enterpriseId, name: "Cella", onHandMilli: 9000 });
  const [mele, pere, kiwi, uva] = [
    await sell("Mele"),
    await sell("Pere"),
    await sell("Kiwi"),
    await sell("Uva"),
  ];
  const [noci, fichi, cachi] = [await sell("Noci"), await sell("Fichi"), await sell("Cachi")];
  const { id: nuts } = await pool(noci.farm);
  await patch(`/variants/${noci.variant}`, { poolId: nuts });
  const { id: figs } = await pool(fichi.farm);
  await patch(`/variants/${fichi.variant}`, { poolId: figs });
  const days = { issuedOn: "2026-01-01", expiresOn: "2026-06-08" };
  const paper = { scheme: "bio-eu", body: "Ente", number: "1", ...days };
  for (const { farm: certified } of [uva, cachi]) {
    await post(`/enterprises/${certified}/certifications`, paper);
  }
  const group = await foundGroup();
  const first = (await plan()).body;
  await market.call("PUT", `/api/v1/cycles/${first.id}/groups/${group}`, { token: officer });
  expect((await publish(first.id)).body.leftOut).toEqual([]);
  expect(await offered(first.id)).toHaveLength(7);
  return { first, group, paper, figs, mele, pere, kiwi, noci, cachi };
}

test("a copy takes over what still holds, and says of the rest why it does not", async () => {
  const { first, group, paper, figs, mele, pere, kiwi, noci, cachi } = await sellSeven();
  await patch(`/products/${pere.product}`, { isWithdrawn: true });
  await market.call("DELETE", `/api/v1/listings/${kiwi.variant}/${hub}`, { token: keeper });
  await revoke(mele.farm, mele.grant);
  await patch(`/variants/${noci.variant}`, { poolId: null });
  await market.call("PUT", `/api/v1/stock-pools/${figs}/quotas/${hub}`, {
    token: officer,
    body: { quotaMilli: 0 },
  });
  const renewed = { ...paper, number: "2", expiresOn: "2027-06-08" };
  await post(`/enterprises/${cachi.farm}/certifications`, renewed);
  await sell("Novità");
  const copied = await plan({ copyOf: first.id, deliveryDay: "2026-06-12" });
  expect(copied.status).toBe(201);
  expect(copied.body).toMatchObject({ copiedFrom: first.id, groups: [group] });
  expect(copied.body.copy?.offers).toBe(1);
  expect(reasons(copied.body.copy?.leftOut)).toEqual({
    Mele: "not-granted",
    Pere: "withdrawn",
    Kiwi: "not-listed",
    Uva: "certificate-lapsed",
    Noci: "pool-gone",
    Fichi: "pool-gone",
  });
  const published = await publish(copied.body.id);
  expect(published.status).toBe(201);
  expect(published.body.leftOut).toEqual(copied.body.copy?.leftOut);
  expect(await offered(copied.body.id)).toEqual(["Cachi"]);
});

test("what changes between the copy and its publication is looked at again", async () => {
  const [olive, olio] = [await sell("Olive"), await sell("Olio")];
  const first = (await plan()).body;
  await publish(first.id);
  const copied = (await plan({ copyOf: first.id })).body;
  expect(reasons(copied.copy?.leftOut)).not.toHaveProperty("Olive");
  await revoke(olive.farm, olive.grant);
  const published = (await publish(copied.id)).body;
  expect(reasons(published.leftOut)).toMatchObject({ Olive: "not-granted" });
  expect(await offered(copied.id)).not.toContain("Olive");
  expect(await offered(copied.id)).toContain("Olio");
  await revoke(olio.farm, olio.grant);
  // What was promised to those who ordered stays as it was promised.
  expect(await offered(copied.id)).toContain("Olio");
});

test("a cycle that copies nothing offers the list, as far as it is still opened", async () => {
  const miele = await sell("Miele");
  await revoke(miele.farm, miele.grant);
  const planned = (await plan()).body;
  expect([planned.copiedFrom, planned.copy]).toEqual([null, null]);
  expect(reasons((await publish(planned.id)).body.leftOut)).toMatchObject({ Miele: "not-granted" });
  expect(await offered(planned.id)).not.toContain("Miele");
  expect(await offered(planned.id)).toContain("Novità");
});

test("a copy of which nothing is left offers nothing, not the whole list", async () => {
  const cycle = (await plan()).body;
  await publish(cycle.id);
  const copied = (await plan({ copyOf: cycle.id })).body;
  for (const { farm: owner, grant } of await standing()) await revoke(owner, grant);
  const { status, body } = await publish(copied.id);
  expect([status, body]).toMatchObject([409, { code: "cycle-without-offers" }]);
});

test("a hub copies its own cycles only, and only one that offered something", async () => {
  const other = (await made(market, officer, "/enterprises", { ...depot, name: "Altro" })).id;
  const neighbour = await tokenFor(market, officer, { role: "hub", subject: other });
  const draft = (await plan()).body;
  const foreign = await plan({ hubId: other, copyOf: draft.id }, neighbour);
  const absent = await plan({ hubId: other, copyOf: "0".repeat(26) }, neighbour);
  const said = [404, { code: "not-found", what: "cycle" }];
  expect([foreign.status, foreign.body]).toMatchObject(said);
  expect([absent.status, absent.body]).toMatchObject(said);
  const empty = await plan({ copyOf: draft.id });
  expect([empty.status, empty.body]).toMatchObject([409, { code: "cycle-without-offers" }]);
  expect((await plan({ copyOf: draft.id }, neighbour)).status).toBe(403);
});

async function foundGroup(): Promise<string> {
  const { id: pickupPointId } = await made(market, officer, "/pickup-points", santaToscana);
  return (await made(market, officer, "/groups", { name: "GAS Santa Toscana", pickupPointId })).id;
}

async function standing() {
  const { body } = await market.call<{ items: Grant[] }>(
    "GET",
    `/api/v1/enterprises/${hub}/grants?limit=200`,
    { token: keeper },
  );
  return body.items
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, ownerId }) => ({ farm: ownerId, grant: id }));
}

interface Grant {
  readonly id: string;
  readonly ownerId: string;
  readonly revokedAt: number | null;
}
