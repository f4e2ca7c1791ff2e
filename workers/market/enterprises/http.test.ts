import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { depot, made, orchard, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const post = (body: object, sent: object = {}) =>
  market.call("POST", "/api/v1/enterprises", { token: officer, body, ...sent });
const get = (path: string, token?: string) =>
  market.call("GET", `/api/v1/enterprises${path}`, token === undefined ? {} : { token });

test("an enterprise is registered with its roles and its first minimum", async () => {
  const first = await post(orchard, { key: "orchard" });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ slug: "frutteto-dell-adige", saleMode: "agency" });
  expect((await post(orchard, { key: "orchard" })).body).toEqual(first.body);

  const shown = await get(`/${String(first.body["id"])}`, officer);
  const { roles, minimumCents: minimum } = orchard;
  expect(shown.body).toMatchObject({ roles, minimumCents: minimum, certifications: [] });
  expect(shown.body["email"]).toBe(orchard.email);
  const versions = market.database
    .prepare("SELECT version, value, decided_by FROM rule_version WHERE subject = ?")
    .all(first.body["id"]);
  expect(versions).toMatchObject([{ version: 1, value: "4000" }]);
});

test("one VAT number is one enterprise; namesakes are told apart by their town", async () => {
  const same = await post({ ...orchard, name: "Un altro frutteto" });
  expect([same.status, same.body["code"]]).toEqual([409, "vat-number-taken"]);
  const namesake = await post({ ...orchard, vatNumber: null, town: "Legnago" });
  expect(namesake.body["slug"]).toBe("frutteto-dell-adige-legnago");
  const third = await post({ ...orchard, vatNumber: null, town: "Legnago" });
  expect(third.body["slug"]).toMatch(/^frutteto-dell-adige-[0-9a-z]{10}$/);
});

test("two enterprises of one name that come at once get two addresses", async () => {
  const twin = { ...orchard, vatNumber: null, name: "Cascina Gemella" };
  const answers = await Promise.all([post(twin), post(twin), post(twin)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body["slug"])).size).toBe(3);
});

test("the minimum belongs to producers and stays within the rule's bounds", async () => {
  const hub = await post({ ...depot, minimumCents: 1 });
  expect([hub.status, hub.body["code"]]).toEqual([400, "invalid-input"]);
  const rich = await post({ ...orchard, vatNumber: null, minimumCents: 100_000_001 });
  expect([rich.status, rich.body["code"]]).toEqual([422, "rule-out-of-bounds"]);
});

test("only officers register enterprises; anyone reads the register without e-mails", async () => {
  const farm = await made(market, officer, "/enterprises", { ...orchard, vatNumber: null });
  const producer = await tokenFor(market, officer, { role: "producer", subject: farm.id });
  const refused = await post(depot, { token: producer });
  expect([refused.status, refused.body["code"]]).toEqual([403, "not-allowed"]);
  const nobody = await market.call("POST", "/api/v1/enterprises", { body: depot });
  expect([nobody.status, nobody.body["code"]]).toEqual([401, "not-signed-in"]);

  expect((await get(`/${farm.id}`)).body["email"]).toBeNull();
  expect((await get(`/${farm.id}`, producer)).body["email"]).toBe(orchard.email);
  const items = (await get("")).body["items"] as object[];
  expect(items.every((item) => !("email" in item))).toBe(true);
});

test("the register comes in pages, in the order in which enterprises joined", async () => {
  const names: string[] = [];
  let after = "";
  do {
    const { body } = await get(`?limit=2${after}`);
    const page = body as { items: { id: string; name: string }[]; next: string | null };
    expect(page.items.length).toBeLessThanOrEqual(2);
    names.push(...page.items.map(({ id }) => id));
    after = page.next === null ? "" : `&after=${page.next}`;
  } while (after !== "");
  expect(names).toEqual([...new Set(names)].toSorted());
  const whole = (await get("?limit=200")).body as { items: object[]; next: string | null };
  expect([whole.items.length, whole.next]).toEqual([names.length, null]);
  const exact = (await get(`?limit=${names.length}`)).body;
  expect(exact["next"]).toBeNull();
  for (const limit of ["0", "201", "x", "1e2"]) {
    expect((await get(`?limit=${limit}`)).body["code"]).toBe("invalid-input");
  }
});

test("an enterprise that is not there is not found", async () => {
  expect((await get("/00000000000000000000000000")).body["code"]).toBe("not-found");
  expect((await get("/nobody")).body["code"]).toBe("invalid-input");
});

const organic = {
  scheme: "bio-eu",
  body: "IT-BIO-007",
  number: "B1234",
  issuedOn: "2025-06-03",
  expiresOn: "2026-06-03",
};

test("a certificate disappears by itself the day after it expires", async () => {
  const farm = await made(market, officer, "/enterprises", { ...orchard, vatNumber: null });
  const path = `/enterprises/${farm.id}/certifications`;
  await made(market, officer, path, organic);
  const shown = async () => (await get(`/${farm.id}`)).body["certifications"] as object[];
  market.time.now = Date.UTC(2026, 5, 3, 21, 59);
  expect(await shown()).toMatchObject([{ scheme: "bio-eu", number: "B1234" }]);
  market.time.now = Date.UTC(2026, 5, 3, 22, 0);
  expect(await shown()).toEqual([]);
  market.time.now = Date.UTC(2026, 5, 2, 8);
});

test("a certificate is registered once, withdrawn by officers, and stays on record", async () => {
  const farm = await made(market, officer, "/enterprises", { ...orchard, vatNumber: null });
  const path = `/enterprises/${farm.id}/certifications`;
  const { id } = await made(market, officer, path, organic);
  const again = await market.call("POST", `/api/v1${path}`, { token: officer, body: organic });
  expect([again.status, again.body["code"]]).toEqual([409, "certification-registered"]);
  const own = await tokenFor(market, officer, { role: "producer", subject: farm.id });
  const withdraw = (token: string, which = id) =>
    market.call("DELETE", `/api/v1${path}/${which}`, { token });
  expect((await withdraw(own)).body["code"]).toBe("not-allowed");
  expect((await withdraw(officer, farm.id)).body["code"]).toBe("not-found");
  const withdrawn = await withdraw(officer);
  expect(withdrawn.body).toMatchObject({ id, withdrawnAt: market.time.now });
  expect((await get(`/${farm.id}`)).body["certifications"]).toEqual([]);
  market.time.now += 1000;
  expect((await withdraw(officer)).body).toEqual(withdrawn.body);
  const rows = market.database.prepare("SELECT id FROM certification WHERE id = ?").all(id);
  expect(rows).toHaveLength(1);
});

test("a certificate cannot expire before it is issued, nor be of nobody", async () => {
  const farm = await made(market, officer, "/enterprises", { ...orchard, vatNumber: null });
  const register = (id: string, body: object) =>
    market.call("POST", `/api/v1/enterprises/${id}/certifications`, { token: officer, body });
  const backwards = { ...organic, expiresOn: "2025-06-02" };
  expect((await register(farm.id, backwards)).body["code"]).toBe("invalid-input");
  expect((await register(farm.id, { ...organic, issuedOn: "2025-02-30" })).status).toBe(400);
  const sameDay = { ...organic, expiresOn: organic.issuedOn };
  expect((await register(farm.id, sameDay)).status).toBe(201);
  expect((await register("00000000000000000000000000", organic)).body["code"]).toBe("not-found");
});
