import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { accept, as, invite, linkTo, type PersonSeen, personWith } from "#tests/officers.ts";
import { tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const post = (path: string, body: object, sent: object = {}) =>
  market.call("POST", `/api/v1${path}`, { token: officer, body, ...sent });
const seen = async (id: string) =>
  (await market.call<PersonSeen>("GET", `/api/v1/people/${id}`, { token: officer })).body;
const member = { role: "member", subject: "" };

test("somebody is invited by letter, makes a passkey, and is in with their roles", async () => {
  const body = { name: "Nadia Zenti", email: "Nadia@example.org", roles: [member] };
  const invited = await post("/people", body, { key: "nadia" });
  expect([invited.status, invited.body["state"]]).toEqual([201, "invited"]);
  expect((await post("/people", body, { key: "nadia" })).body).toEqual(invited.body);
  const link = linkTo(market, "Nadia@example.org", "invitation");
  expect(link).toMatch(/^\/invito\/[0-9a-z]{32}$/);
  const nadia = await accept(market, link);
  expect(await seen(nadia.id)).toMatchObject({
    state: "active",
    passkeys: 1,
    invitedUntil: null,
    addresses: [{ address: "Nadia@example.org", isConfirmed: true }],
    roles: [{ role: "member" }],
  });
  await expect(accept(market, link)).rejects.toThrow("invitation-spent");
});

test("nobody finds the invitation's secret in what is stored or shown", async () => {
  await invite(market, { token: officer }, { name: "Ivo", email: "ivo@example.org" });
  const secret = linkTo(market, "ivo@example.org", "invitation").split("/").at(-1) ?? "?";
  const stored = ["op_log", "letter", "outbox", "invitation"].map((table) =>
    market.database.prepare(`SELECT * FROM ${table}`).all(),
  );
  expect(JSON.stringify(stored)).not.toContain(secret);
  const list = await market.call("GET", "/api/v1/people?limit=200", { token: officer });
  expect(JSON.stringify(list.body)).not.toContain(secret);
});

test("an invitation is good for three days to the millisecond", async () => {
  await invite(market, { token: officer }, { name: "Leo", email: "leo@example.org" });
  const link = linkTo(market, "leo@example.org", "invitation");
  market.time.now += 72 * HOUR;
  await expect(accept(market, link)).rejects.toThrow("invitation-spent");
  market.time.now -= 1;
  expect((await accept(market, link)).cookie).toContain("__Host-sessione=");
});

test("invited again, the letter of before opens nothing; who has a passkey is not", async () => {
  const rita = await invite(
    market,
    { token: officer },
    { name: "Rita", email: "rita@example.org" },
  );
  const old = linkTo(market, "rita@example.org", "invitation");
  expect((await post(`/people/${rita.id}/invitations`, {})).status).toBe(201);
  await expect(accept(market, old)).rejects.toThrow("invitation-spent");
  await accept(market, linkTo(market, "rita@example.org", "invitation"));
  const again = await post(`/people/${rita.id}/invitations`, {});
  expect([again.status, again.body["code"]]).toEqual([409, "person-enrolled"]);
});

test("an address belongs to one person: the officer hears whose it is", async () => {
  const gino = await personWith(market, officer, { email: "gino@example.org" });
  const twice = await post("/people", { name: "Gino", email: "GINO@example.org" });
  expect(twice.body).toMatchObject({ code: "address-taken", personId: gino.id });
  expect(twice.status).toBe(409);
});

test("roles are checked as those of tokens, and an unknown subject has none", async () => {
  const codeOf = async (role: object) =>
    (await post("/people", { name: "X", email: "x@example.org", roles: [role] })).body["code"];
  expect(await codeOf({ role: "member", subject: "0".repeat(26) })).toBe("grant-misfit");
  expect(await codeOf({ role: "producer", subject: "" })).toBe("grant-misfit");
  expect(await codeOf({ role: "hub", subject: "0".repeat(26) })).toBe("grant-subject-missing");
  expect(await codeOf({ role: "king", subject: "" })).toBe("invalid-input");
});

test("a role has an author and a date, is given once, and taken back at once", async () => {
  const vera = await personWith(market, officer, { email: "vera@example.org" });
  const path = `/people/${vera.id}/roles`;
  const given = (await post(path, member)).body as unknown as PersonSeen;
  expect(given.roles[0]).toMatchObject({ role: "member", grantedAt: market.time.now });
  expect((await post(path, member)).body["code"]).toBe("role-held");
  const grant = given.roles[0]?.id;
  const taken = await market.call("DELETE", `/api/v1${path}/${grant}`, { token: officer });
  expect([taken.status, taken.body["roles"]]).toEqual([200, []]);
  const [row] = market.database
    .prepare("SELECT granted_by, revoked_by, revoked_at FROM role_grant WHERE id = ?")
    .all([String(grant)]) as Record<string, unknown>[];
  expect(row).toMatchObject({ revoked_at: market.time.now });
  expect([row?.["granted_by"], row?.["revoked_by"]].join()).toMatch(/^token:\w+,token:\w+$/);
  const gone = await market.call("DELETE", `/api/v1${path}/${grant}`, { token: officer });
  expect([gone.status, gone.body["code"]]).toEqual([404, "not-found"]);
});

test("the list goes page by page and shows everybody once", async () => {
  const pages: string[] = [];
  let after = "";
  do {
    const page = await market.call<{ items: { id: string }[]; next: string | null }>(
      "GET",
      `/api/v1/people?limit=3${after === "" ? "" : `&after=${after}`}`,
      { token: officer },
    );
    pages.push(...page.body.items.map(({ id }) => id));
    after = page.body.next ?? "";
  } while (after !== "");
  const [all] = market.database.prepare("SELECT count(*) FROM person").pluck().all([]);
  expect([new Set(pages).size, pages.length]).toEqual([all, all]);
});

test("officers, supervisors and auditors read who is who; nobody else does", async () => {
  const auditor = await tokenFor(market, officer, { role: "auditor", subject: "" });
  const treasurer = await tokenFor(market, officer, { role: "treasurer", subject: "" });
  const read = (token: string) => market.call("GET", "/api/v1/people", { token });
  expect((await read(auditor)).status).toBe(200);
  expect((await read(treasurer)).body["code"]).toBe("not-allowed");
  const zoe = await personWith(market, officer, { email: "zoe@example.org", roles: ["member"] });
  expect((await market.call("GET", "/api/v1/people", as(zoe))).body["code"]).toBe("not-allowed");
  expect((await market.call("GET", "/api/v1/people")).body["code"]).toBe("not-signed-in");
  const asked = { name: "Y", email: "y@example.org" };
  const told = await market.call("POST", "/api/v1/people", { token: auditor, body: asked });
  expect(told.body["code"]).toBe("not-allowed");
});

test("two who open the same invitation at once end with one passkey", async () => {
  await invite(market, { token: officer }, { name: "Pio", email: "pio@example.org" });
  const link = linkTo(market, "pio@example.org", "invitation");
  const tries = await Promise.allSettled([accept(market, link), accept(market, link)]);
  expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [kept] = market.database
    .prepare(
      `SELECT count(*) FROM passkey k JOIN person_email e ON e.person_id = k.person_id
        WHERE e.folded = 'pio@example.org'`,
    )
    .pluck()
    .all([]);
  expect(kept).toBe(1);
});
