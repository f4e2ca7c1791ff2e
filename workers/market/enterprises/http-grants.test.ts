import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addProduct, bottle, golden, list, loose, openOrchard, openTo } from "#tests/goods.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { made, orchard, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let farm: string;
let hub: string;
let mill: string;
let bikes: string;
let farmer: string;
let keeper: string;
let miller: string;
let rider: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ farm, hub } = await openOrchard(market, officer));
  const other = { ...orchard, vatNumber: null, town: "Fumane" };
  mill = (await made(market, officer, "/enterprises", { ...other, name: "Molino" })).id;
  const riders = { ...other, name: "Ciclofattorini", roles: ["courier", "hub"], minimumCents: 0 };
  bikes = (await made(market, officer, "/enterprises", riders)).id;
  farmer = await tokenFor(market, officer, { role: "producer", subject: farm });
  keeper = await tokenFor(market, officer, { role: "hub", subject: hub });
  miller = await tokenFor(market, officer, { role: "producer", subject: mill });
  rider = await tokenFor(market, officer, { role: "hub", subject: bikes });
});
afterAll(() => market.close());
beforeEach(() => {
  market.time.now += 1000;
});

interface Grant {
  readonly id: string;
  readonly kind: string;
  readonly revokedAt: number | null;
}

const nobody = "00000000000000000000000000";
const give = (owner: string, holderId: string, kinds: readonly string[], token = farmer) => {
  const body = { holderId, kinds };
  return market.call<{ items: Grant[] }>("POST", `/api/v1/enterprises/${owner}/grants`, {
    token,
    body,
  });
};
const revoke = (owner: string, grant: string, token = farmer) =>
  market.call("DELETE", `/api/v1/enterprises/${owner}/grants/${grant}`, { token });
const listed = async (token: string, of = farm) =>
  (await market.call<{ items: Grant[] }>("GET", `/api/v1/enterprises/${of}/grants`, { token })).body
    .items;
/** Opens one thing, does something, shuts it, does it again: gives both statuses. */
async function openAndShut(
  opened: { owner: string; holder: string; kind: string },
  act: () => Promise<{ status: number }>,
) {
  const before = await act();
  const { items } = await openTo(market, officer, opened, opened.kind);
  const during = await act();
  const id = items.find(({ kind }) => kind === opened.kind)?.id ?? "";
  expect((await revoke(opened.owner, id, officer)).status).toBe(200);
  const after = await act();
  return [before.status, during.status, after.status];
}

test("an owner opens itself, sees to whom, and shuts it; both stay with their author", async () => {
  const { status, body } = await give(farm, mill, ["see-orders", "manage-stock", "see-orders"]);
  expect(status).toBe(201);
  expect(body.items.map(({ kind }) => kind)).toEqual(["manage-stock", "see-orders"]);
  const again = await give(farm, mill, ["see-orders"], officer);
  expect(again.body.items).toEqual(body.items);
  const first = body.items.find(({ kind }) => kind === "see-orders");
  const shut = await revoke(farm, first?.id ?? "");
  expect(shut.body).toMatchObject({ kind: "see-orders", revokedAt: market.time.now });
  expect(shut.body["givenBy"]).toBe(shut.body["revokedBy"]);
  market.time.now += 1000;
  const twice = await revoke(farm, first?.id ?? "", officer);
  expect([twice.status, twice.body]).toEqual([200, shut.body]);
  const anew = await give(farm, mill, ["see-orders"]);
  expect(anew.body.items.map(({ id }) => id)).not.toContain(first?.id);
  expect((await listed(farmer)).filter(({ kind }) => kind === "see-orders")).toHaveLength(2);
  expect(await listed(miller, mill)).toEqual(await listed(officer, mill));
  for (const { id } of anew.body.items) await revoke(farm, id);
});

test("nobody opens or shuts what belongs to another, or looks at it", async () => {
  const { items } = (await give(farm, mill, ["manage-stock"])).body;
  for (const token of [keeper, miller]) {
    expect((await give(farm, mill, ["see-orders"], token)).body).toMatchObject({
      code: "not-allowed",
    });
    expect((await revoke(farm, items[0]?.id ?? "", token)).body["code"]).toBe("not-allowed");
  }
  const foreign = await market.call("GET", `/api/v1/enterprises/${farm}/grants`, { token: keeper });
  const absent = await market.call("GET", `/api/v1/enterprises/${nobody}/grants`, {
    token: keeper,
  });
  expect([foreign.status, foreign.body["code"]]).toEqual([403, "not-allowed"]);
  expect([absent.status, absent.body["code"]]).toEqual([403, "not-allowed"]);
  expect((await revoke(mill, items[0]?.id ?? "", miller)).body["code"]).toBe("not-found");
  expect((await give(nobody, mill, ["see-orders"], officer)).status).toBe(404);
  await revoke(farm, items[0]?.id ?? "");
});

test("a grant fits what the two enterprises are", async () => {
  for (const [owner, holder, kind] of [
    [farm, mill, "list-in-cycles"],
    [hub, bikes, "manage-products"],
    [farm, farm, "see-contacts"],
    [farm, hub, "transport"],
  ] as const) {
    const { status, body } = await give(owner, holder, [kind], officer);
    expect([status, body]).toMatchObject([422, { code: "enterprise-grant-misfit", kind }]);
  }
  expect((await give(farm, hub, [])).status).toBe(400);
  expect((await give(farm, hub, ["everything"])).status).toBe(400);
});

test("a hub lists a producer's goods while it may, whoever writes the list", async () => {
  const body = { ...golden, enterpriseId: mill, variants: [loose] };
  const { variants } = await made<{ variants: { id: string }[] }>(
    market,
    miller,
    "/products",
    body,
  );
  const ids = variants.map(({ id }) => id);
  for (const token of [keeper, officer]) {
    const { status, body: said } = await list(market, token, hub, ids);
    expect([status, said]).toMatchObject([
      403,
      { code: "not-granted", kind: "list-in-cycles", ownerId: mill },
    ]);
  }
  const opened = { owner: mill, holder: hub, kind: "list-in-cycles" };
  expect(await openAndShut(opened, () => list(market, keeper, hub, ids))).toEqual([403, 200, 403]);
});

test("a hub writes a producer's catalogue while the producer lets it", async () => {
  const { id, variants } = await addProduct(market, farmer, farm, { name: "Pere" });
  const opened = { owner: farm, holder: hub, kind: "manage-products" };
  const add = { ...golden, name: "Cachi", enterpriseId: farm, variants: [loose] };
  const attempts: [string, string, object][] = [
    ["POST", "/products", add],
    ["PATCH", `/products/${id}`, { description: "Di stagione" }],
    ["POST", `/products/${id}/variants`, bottle],
    ["PATCH", `/variants/${variants[0]?.id}`, { priceCents: 210 }],
  ];
  for (const [method, path, body] of attempts) {
    const act = () => market.call(method, `/api/v1${path}`, { token: keeper, body });
    const yes = method === "POST" ? 201 : 200;
    expect([path, ...(await openAndShut(opened, act))]).toEqual([path, 403, yes, 403]);
  }
});

test("another producer counts the stock while the owner lets it", async () => {
  let pools = 0;
  const pool = (await made(market, farmer, "/stock-pools", {
    enterpriseId: farm,
    name: "Cella",
    onHandMilli: 1000,
  })) as { id: string };
  const opened = { owner: farm, holder: mill, kind: "manage-stock" };
  const post = (path: string, body: object) =>
    market.call("POST", `/api/v1/stock-pools${path}`, { token: miller, body });
  const open = () => post("", { enterpriseId: farm, name: `Cella ${++pools}`, onHandMilli: 1 });
  expect(await openAndShut(opened, open)).toEqual([403, 201, 403]);
  const count = () => post(`/${pool.id}/counts`, { onHandMilli: 2000 });
  expect(await openAndShut(opened, count)).toEqual([403, 200, 403]);
  const limit = () =>
    market.call("PUT", `/api/v1/stock-pools/${pool.id}/quotas/${hub}`, {
      token: miller,
      body: { quotaMilli: 500 },
    });
  expect(await openAndShut(opened, limit)).toEqual([403, 200, 403]);
});

test("sheets, statements and loads are read by those they were opened to", async () => {
  const cycle = await plan();
  const get = (path: string, token: string) => () =>
    market.call("GET", `/api/v1/cycles/${cycle}${path}`, { token });
  const sheet = `/producers/${farm}/sheet`;
  const toMill = { owner: farm, holder: mill };
  expect(await openAndShut({ ...toMill, kind: "see-orders" }, get(sheet, miller))).toEqual([
    403, 200, 403,
  ]);
  const carried = { owner: farm, holder: bikes, kind: "transport" };
  expect(await openAndShut(carried, get(sheet, rider))).toEqual([403, 200, 403]);
  const loads = { owner: hub, holder: bikes, kind: "transport" };
  expect(await openAndShut(loads, get("/places", rider))).toEqual([403, 200, 403]);
  expect((await get("/lines", rider)()).status).toBe(403);
});

test("an address is shown to those it was opened to", async () => {
  const email = async (token: string) =>
    (await market.call("GET", `/api/v1/enterprises/${farm}`, { token })).body["email"];
  expect(await email(keeper)).toBeNull();
  const { items } = await openTo(market, farmer, { owner: farm, holder: hub }, "see-contacts");
  expect(await email(keeper)).toBe(orchard.email);
  expect(await email(miller)).toBeNull();
  await revoke(farm, items.find(({ kind }) => kind === "see-contacts")?.id ?? "");
  expect(await email(keeper)).toBeNull();
});

async function plan(): Promise<string> {
  const { now } = market.time;
  const body = { code: "2026-W23", hubId: hub, opensAt: now, closesAt: now + 3_600_000 };
  return (await made(market, keeper, "/cycles", { ...body, deliveryDay: "2026-06-05" })).id;
}
