import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { as, codeTo, personWith, type Signed } from "#tests/officers.ts";

let market: Market;
let nadia: Signed;
let rita: Signed;
beforeAll(async () => {
  market = await openMarket();
  const officer = await setUp(market);
  nadia = await personWith(market, officer, { email: "nadia@example.org" });
  rita = await personWith(market, officer, { email: "rita@example.org" });
});
afterAll(() => market.close());

const add = (email: string, who: Signed, sent: object = {}) =>
  market.call("POST", "/api/v1/me/addresses", { ...as(who), body: { email }, ...sent });
const confirm = (id: unknown, code: string, who: Signed) =>
  market.call("POST", `/api/v1/me/addresses/${String(id)}/confirmation`, {
    ...as(who),
    body: { code },
  });
const remove = (id: unknown, who: Signed) =>
  market.call("DELETE", `/api/v1/me/addresses/${String(id)}`, as(who));

const told = (address: string) =>
  market.database
    .prepare("SELECT count(*) FROM letter WHERE recipient = ? AND kind = 'account-changed'")
    .pluck()
    .all([address])[0];
const addresses = async (who: Signed) => {
  const { body } = await market.call("GET", "/api/v1/me", as(who));
  return body["addresses"] as { id: string; address: string; confirmedAt: number | null }[];
};

test("an address is added with a passkey and counts once its mailbox answers", async () => {
  const bare = await add("lavoro@example.org", nadia, { unsigned: true });
  expect(bare.body["code"]).toBe("passkey-needed");
  const { body } = await add("lavoro@example.org", nadia);
  const code = codeTo(market, "lavoro@example.org");
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, "0");
  const no = await confirm(body["id"], wrong, nadia);
  expect(no.body).toMatchObject({ code: "code-wrong", triesLeft: 4 });
  expect((await confirm(body["id"], code, rita)).body["code"]).toBe("not-found");
  const yes = await confirm(body["id"], code, nadia);
  expect([yes.status, yes.body["confirmedAt"]]).toEqual([200, market.time.now]);
  expect([told("nadia@example.org"), told("lavoro@example.org")]).toEqual([1, 1]);
  expect((await add("LAVORO@example.org", nadia)).body["code"]).toBe("address-confirmed");
});

test("another person's address answers like a free one until its mailbox does", async () => {
  const free = await add("libero@example.org", rita);
  const taken = await add("nadia@example.org", rita);
  expect([taken.status, Object.keys(taken.body)]).toEqual([free.status, Object.keys(free.body)]);
  const clash = await confirm(taken.body["id"], codeTo(market, "nadia@example.org"), rita);
  expect([clash.status, clash.body["code"]]).toEqual([409, "address-in-use"]);
});

test("an address that is taken away hears of it too; the last one stays", async () => {
  const own = await addresses(nadia);
  const work = own.find(({ address }) => address === "lavoro@example.org");
  const home = own.find(({ address }) => address === "nadia@example.org");
  expect((await remove(work?.id, rita)).body["code"]).toBe("not-found");
  expect((await remove(work?.id, nadia)).status).toBe(200);
  expect(told("lavoro@example.org")).toBe(2);
  const last = await remove(home?.id, nadia);
  expect([last.status, last.body["code"]]).toEqual([409, "last-address"]);
});

test("of two addresses taken away at once, one stays", async () => {
  const { body } = await add("due@example.org", nadia);
  await confirm(body["id"], codeTo(market, "due@example.org"), nadia);
  const own = (await addresses(nadia)).filter(({ confirmedAt }) => confirmedAt !== null);
  const done = await Promise.all(own.map(({ id }) => remove(id, nadia)));
  expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = (await addresses(nadia)).filter(({ confirmedAt }) => confirmedAt !== null);
  expect(left).toHaveLength(1);
});
