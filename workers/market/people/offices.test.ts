import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { accept, as, type PersonSeen, personWith, type Signed } from "#tests/officers.ts";

let market: Market;
let first: string;
let firstId: string;
let bruno: Signed;
beforeEach(async () => {
  market = await openMarket();
  first = await setUp(market);
  bruno = await personWith(market, first, { email: "bruno@example.org", roles: ["officer"] });
  const people = await market.call<{ items: PersonSeen[] }>("GET", "/api/v1/people", as(bruno));
  firstId = people.body.items.find(({ id }) => id !== bruno.id)?.id ?? "";
});
afterEach(() => market.close());

const officerGrant = { role: "officer", subject: "" };
const memberGrant = { role: "member", subject: "" };

/** Asks, has the other officer sign, and does it. */
async function together(method: string, path: string, asker: Sent, other: Sent, body = "") {
  const asked = { method, path, body };
  const { body: waiting } = await market.call("POST", "/api/v1/countersignatures", {
    ...asker,
    body: asked,
  });
  const signature = `/api/v1/countersignatures/${String(waiting["id"])}/signature`;
  const signed = await market.call("POST", signature, { ...other, body: {} });
  expect(signed.status).toBe(200);
  return () =>
    market.call<PersonSeen & { code?: string }>(method, path, {
      ...asker,
      ...(body === "" ? {} : { body }),
    });
}

const grantOf = async (person: string, role: string) => {
  const seen = await market.call<PersonSeen>("GET", `/api/v1/people/${person}`, { token: first });
  return seen.body.roles.find((held) => held.role === role)?.id ?? "";
};
const suspend = (person: string, sent: Sent) =>
  market.call<PersonSeen & { code?: string }>("POST", `/api/v1/people/${person}/suspension`, {
    ...sent,
    body: { reason: "Telefono rubato" },
  });

test("an office is given by two; other roles by one", async () => {
  const body = { name: "Carla", email: "carla@example.org", roles: [officerGrant] };
  const alone = await market.call("POST", "/api/v1/people", { token: first, body });
  expect([alone.status, alone.body["code"]]).toEqual([403, "second-person-needed"]);
  const text = JSON.stringify(body);
  const give = await together("POST", "/api/v1/people", { token: first }, as(bruno), text);
  expect((await give()).status).toBe(201);
  const plain = { name: "Dario", email: "dario@example.org", roles: [memberGrant] };
  const one = await market.call("POST", "/api/v1/people", { token: first, body: plain });
  expect(one.status).toBe(201);
});

test("whoever gains an office is signed out everywhere, and hears of it", async () => {
  const carla = await personWith(market, first, { email: "carla@example.org" });
  const mine = () => market.call("GET", "/api/v1/people", as(carla));
  expect((await mine()).body["code"]).toBe("not-allowed");
  const path = `/api/v1/people/${carla.id}/roles`;
  const text = JSON.stringify({ role: "auditor" });
  const give = await together("POST", path, { token: first }, as(bruno), text);
  expect((await give()).status).toBe(201);
  expect((await mine()).body["code"]).toBe("not-signed-in");
  const told = market.database
    .prepare("SELECT count(*) FROM letter WHERE kind = 'account-changed' AND recipient = ?")
    .pluck()
    .all(["carla@example.org"]);
  expect(told).toEqual([1]);
});

test("of two officers who take each other's office at once, one remains", async () => {
  const roleOf = async (person: string) =>
    `/api/v1/people/${person}/roles/${await grantOf(person, "officer")}`;
  const [one, other] = [{ token: first }, as(bruno)];
  const acts = [
    await together("DELETE", await roleOf(bruno.id), one, other),
    await together("DELETE", await roleOf(firstId), other, one),
  ];
  const done = await Promise.all(acts.map((act) => act()));
  expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = market.database
    .prepare(
      `SELECT count(*) FROM role_grant JOIN person ON person.id = holder
        WHERE role = 'officer' AND revoked_at IS NULL`,
    )
    .pluck()
    .all([]);
  expect(left).toEqual([1]);
});

test("of two officers who suspend each other at once, one remains", async () => {
  const done = await Promise.all([
    suspend(bruno.id, { token: first }),
    suspend(firstId, as(bruno)),
  ]);
  expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  const no = done.find(({ status }) => status !== 200);
  expect(["last-officer", "not-signed-in", "passkey-refused"]).toContain(no?.body.code);
  const left = market.database
    .prepare("SELECT count(*) FROM person WHERE suspended_at IS NULL")
    .pluck()
    .all([]);
  expect(left).toEqual([1]);
});

test("the last officer keeps the office, and nobody suspends themselves", async () => {
  const path = `/api/v1/people/${firstId}/roles/${await grantOf(firstId, "officer")}`;
  await suspend(bruno.id, { token: first });
  market.time.now += 72 * 3600_000;
  const last = await market.call("DELETE", path, { token: first });
  expect([last.status, last.body["code"]]).toEqual([409, "last-officer"]);
  const own = await suspend(firstId, { token: first });
  expect([own.status, own.body.code]).toEqual([409, "not-on-yourself"]);
});

test("a suspension is felt at the very next request, in a browser and by a token", async () => {
  const token = await market.call("POST", "/api/v1/tokens", {
    ...as(bruno),
    body: { label: "Bilancia", grants: [officerGrant] },
  });
  const scale = { token: String(token.body["token"]) };
  const ask = (sent: Sent) => market.call("GET", "/api/v1/people", sent);
  expect([(await ask(as(bruno))).status, (await ask(scale)).status]).toEqual([200, 200]);
  expect((await suspend(bruno.id, { token: first })).body.state).toBe("suspended");
  expect((await suspend(bruno.id, { token: first })).status).toBe(200);
  expect((await ask(as(bruno))).body["code"]).toBe("not-signed-in");
  expect((await ask(scale)).body["code"]).toBe("not-signed-in");
  const enrolment = await market.call("POST", `/api/v1/people/${bruno.id}/enrolments`, {
    token: first,
    body: {},
  });
  expect(enrolment.body["code"]).toBe("second-person-needed");
  const path = `/api/v1/people/${bruno.id}/suspension`;
  const back = await market.call("DELETE", path, { token: first });
  expect([back.status, back.body["state"]]).toEqual([200, "active"]);
  expect((await ask(as(bruno))).body["code"]).toBe("not-signed-in");
  expect((await ask(scale)).status).toBe(200);
  const [row] = market.database
    .prepare("SELECT reason, lifted_at FROM suspension WHERE person_id = ?")
    .all([bruno.id]) as Record<string, unknown>[];
  expect(row).toMatchObject({ reason: "Telefono rubato", lifted_at: market.time.now });
});

test("a token does no more than its person may do where a passkey signs", async () => {
  const { body } = await market.call("POST", "/api/v1/tokens", {
    ...as(bruno),
    body: { label: "Programma", grants: [officerGrant] },
  });
  const program = { token: String(body["token"]) };
  const label = { label: "Altro", grants: [memberGrant] };
  const issue = () => market.call("POST", "/api/v1/tokens", { ...program, body: label });
  expect((await issue()).status).toBe(201);
  const path = `/api/v1/people/${bruno.id}/roles/${await grantOf(bruno.id, "officer")}`;
  const take = await together("DELETE", path, { token: first }, as(bruno));
  expect((await take()).status).toBe(200);
  expect((await issue()).body["code"]).toBe("not-allowed");
  expect((await market.call("GET", "/api/v1/people", program)).status).toBe(200);
});

test("a passkey is handed over in person by two: its link lives a quarter of an hour", async () => {
  const nadia = await personWith(market, first, { email: "nadia@example.org" });
  const path = `/api/v1/people/${nadia.id}/enrolments`;
  const alone = await market.call("POST", path, { token: first, body: {} });
  expect(alone.body["code"]).toBe("second-person-needed");
  const open = await together("POST", path, { token: first }, as(bruno), "{}");
  const opened = (await open()) as unknown as { status: number; body: { link: string } };
  expect(opened.status).toBe(201);
  expect(opened.body.link).toMatch(/^http:\/\/localhost:8787\/invito\/[0-9a-z]{32}$/);
  const stored = ["op_log", "invitation", "letter"].map((table) =>
    market.database.prepare(`SELECT * FROM ${table}`).all(),
  );
  expect(JSON.stringify(stored)).not.toContain(opened.body.link.split("/").at(-1));
  market.time.now += 15 * 60_000;
  await expect(accept(market, opened.body.link)).rejects.toThrow("invitation-spent");
  market.time.now -= 1;
  expect((await accept(market, opened.body.link, "Chiave")).id).toBe(nadia.id);
  await expect(accept(market, opened.body.link)).rejects.toThrow("invitation-spent");
});

test("somebody without an address is not written to, but enrolled in person", async () => {
  const nadia = await personWith(market, first, { email: "nadia@example.org" });
  market.database.exec(`DELETE FROM person_email WHERE person_id = '${nadia.id}'`);
  market.database.exec(`UPDATE passkey SET revoked_at = 0, revoked_by = 'test'
    WHERE person_id = '${nadia.id}'`);
  const path = `/api/v1/people/${nadia.id}`;
  const letter = await market.call("POST", `${path}/invitations`, { token: first, body: {} });
  expect([letter.status, letter.body["code"]]).toEqual([409, "person-without-address"]);
});

test("somebody suspended is neither invited nor given a role", async () => {
  const nadia = await personWith(market, first, { email: "nadia@example.org" });
  await suspend(nadia.id, { token: first });
  const invited = await market.call("POST", `/api/v1/people/${nadia.id}/invitations`, {
    token: first,
    body: {},
  });
  expect([invited.status, invited.body["code"]]).toEqual([409, "person-suspended"]);
  const given = await market.call("POST", `/api/v1/people/${nadia.id}/roles`, {
    token: first,
    body: memberGrant,
  });
  expect(given.body["code"]).toBe("person-suspended");
});
