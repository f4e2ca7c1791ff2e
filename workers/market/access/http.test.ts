import { afterAll, beforeAll, expect, test } from "vitest";
import { addProduct, openOrchard, openTo } from "#tests/goods.ts";
import { addGroup, addHousehold } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let farm: string;
let hub: string;
let keeper: string;
let product: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ({ farm, hub } = await openOrchard(market, officer));
  keeper = await tokenFor(market, officer, { role: "hub", subject: hub });
  product = (await addProduct(market, officer, farm)).id;
});
afterAll(() => market.close());

interface Said {
  readonly isOpen: boolean;
  readonly isOpenAnyway: boolean;
  readonly keys: readonly { role: string; through: { givenAt: number; givenBy: string } | null }[];
  readonly lost: readonly { role: string; revokedAt: number; revokedBy: string }[];
  readonly code?: string;
}
const nobody = "00000000000000000000000000";
const why = (token: string | undefined, query: string) =>
  market.call<Said>("GET", `/api/v1/access?${query}`, token === undefined ? {} : { token });
const edit = () => why(keeper, `act=catalogue.edit&product=${product}`);

test("a hub hears since when it may write a catalogue, and when it no longer may", async () => {
  expect((await edit()).body).toMatchObject({ isOpen: false, keys: [], lost: [] });
  const opened = { owner: farm, holder: hub };
  const { items } = await openTo(market, officer, opened, "manage-products");
  const givenAt = market.time.now;
  expect((await edit()).body).toMatchObject({
    isOpen: true,
    keys: [{ role: "hub", subject: hub, through: { kind: "manage-products", givenAt } }],
  });
  market.time.now += 1000;
  const id = items.find(({ kind }) => kind === "manage-products")?.id;
  await market.call("DELETE", `/api/v1/enterprises/${farm}/grants/${id}`, { token: officer });
  const shut = (await edit()).body;
  expect(shut).toMatchObject({ isOpen: false, keys: [] });
  expect(shut.lost).toMatchObject([{ role: "hub", revokedAt: givenAt + 1000 }]);
  expect(shut.lost[0]?.revokedBy).toMatch(/^token:/);
});

test("each asks for themselves; officers ask for others too", async () => {
  const { body } = await market.call<{ items: { id: string; label: string }[] }>(
    "GET",
    "/api/v1/tokens",
    { token: officer },
  );
  const holder = body.items.find(({ label }) => label === "hub")?.id;
  const query = `act=listings.edit&enterprise=${hub}&holder=${holder}`;
  expect((await why(officer, query)).body).toMatchObject({
    isOpen: true,
    keys: [{ role: "hub", subject: hub, through: null }],
  });
  expect((await why(keeper, query)).body).toMatchObject({ code: "not-allowed" });
  expect((await why(undefined, query)).body).toMatchObject({ code: "not-signed-in" });
  const unknown = `act=listings.edit&enterprise=${hub}&holder=${nobody}`;
  expect((await why(officer, unknown)).body).toMatchObject({ isOpen: false, keys: [], lost: [] });
});

test("a token that expired says that its roles ended with it", async () => {
  const expiresAt = market.time.now + 1000;
  const grants = [{ role: "hub", subject: hub }];
  const body = { label: "stagione", grants, expiresAt };
  const issued = await market.call<{ id: string }>("POST", "/api/v1/tokens", {
    token: officer,
    body,
  });
  market.time.now += 1000;
  const query = `act=listings.edit&enterprise=${hub}&holder=${issued.body.id}`;
  const said = (await why(officer, query)).body;
  expect(said).toMatchObject({ isOpen: false, keys: [] });
  expect(said.lost).toMatchObject([{ role: "hub", revokedAt: expiresAt, revokedBy: "expiry" }]);
});

test("a neighbour hears the same of a household that is there and of one that is not", async () => {
  const group = addGroup(market);
  const household = addHousehold(market, group);
  const neighbour = await tokenFor(market, officer, { role: "household", subject: household });
  const other = addHousehold(market);
  const ask = (id: string) => why(neighbour, `act=households.read&household=${id}`);
  expect((await ask(household)).body).toMatchObject({ isOpen: true });
  const [foreign, absent] = [await ask(other), await ask(nobody)];
  expect([absent.status, absent.body]).toEqual([foreign.status, foreign.body]);
  expect(foreign.body).toMatchObject({ isOpen: false, keys: [] });
  const gone = await why(officer, `act=households.read&household=${nobody}`);
  expect([gone.status, gone.body.code]).toEqual([404, "not-found"]);
  const coordinator = await tokenFor(market, officer, { role: "coordinator", subject: group });
  const own = await why(coordinator, `act=households.read&household=${household}`);
  expect(own.body).toMatchObject({ isOpen: true, keys: [{ role: "coordinator" }] });
});

test("what anyone may do needs no key", async () => {
  const said = await why(undefined, "act=catalogue.read");
  expect(said.body).toMatchObject({ isOpen: true, isOpenAnyway: true, keys: [] });
  expect((await why(undefined, "act=everything")).status).toBe(400);
});
