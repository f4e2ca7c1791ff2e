import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { depot, family, made, orchard, tokenFor } from "#tests/people.ts";

let market: Market;
let officer: string;
let hub: string;
let farm: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  hub = (await made(market, officer, "/enterprises", depot)).id;
  farm = (await made(market, officer, "/enterprises", orchard)).id;
});
afterAll(() => market.close());

const officerGrant = { role: "officer", subject: "" };
const post = (body: object, sent: object = {}) =>
  market.call("POST", "/api/v1/tokens", { token: officer, body, ...sent });
const revoke = (id: string, token = officer) =>
  market.call("DELETE", `/api/v1/tokens/${id}`, { token });
const list = (token: string) => market.call("GET", "/api/v1/tokens?limit=200", { token });

test("a token is shown once more to its own repeat, and is nowhere in the database", async () => {
  const body = { label: "Magazzino", grants: [{ role: "hub", subject: hub }] };
  const issued = await post(body, { key: "issue" });
  expect(issued.status).toBe(201);
  expect((await post(body, { key: "issue" })).body).toEqual(issued.body);
  const token = String(issued.body["token"]);
  expect(token).toHaveLength(32);
  const stored = ["op_log", "access_token", "role_grant"].map((table) =>
    market.database.prepare(`SELECT * FROM ${table}`).all(),
  );
  expect(JSON.stringify(stored)).not.toContain(token);
  const other = await post({ ...body, label: "Bilancia" }, { key: "issue" });
  expect([other.status, other.body["code"]]).toEqual([422, "key-reused"]);
  expect(JSON.stringify((await list(officer)).body)).not.toContain(token);
});

test("a role is over what can have it", async () => {
  const { id } = await made(market, officer, "/households", family());
  const codeOf = async (role: string, subject: string) =>
    (await post({ label: role, grants: [{ role, subject }] })).body["code"];
  expect(await codeOf("hub", hub)).toBeUndefined();
  expect(await codeOf("producer", farm)).toBeUndefined();
  expect(await codeOf("household", id)).toBeUndefined();
  expect(await codeOf("hub", farm)).toBe("grant-subject-missing");
  expect(await codeOf("coordinator", id)).toBe("grant-subject-missing");
  expect(await codeOf("household", farm)).toBe("grant-subject-missing");
  expect(await codeOf("officer", farm)).toBe("grant-misfit");
  expect(await codeOf("producer", "")).toBe("grant-misfit");
  expect(await codeOf("king", "")).toBe("invalid-input");
});

test("a token stops at the moment it expires", async () => {
  const expiresAt = market.time.now + 60_000;
  const body = { label: "Per un minuto", grants: [officerGrant], expiresAt };
  const { token } = (await post(body)).body as { token: string };
  market.time.now += 59_999;
  expect((await list(token)).status).toBe(200);
  market.time.now += 1;
  expect((await list(token)).body["code"]).toBe("not-signed-in");
  const late = await post({ ...body, expiresAt: market.time.now });
  expect([late.status, late.body["code"]]).toEqual([422, "expiry-passed"]);
});

test("a revoked token is nobody from that moment", async () => {
  const body = { label: "Seconda amministrazione", grants: [officerGrant, officerGrant] };
  const second = (await post(body)).body as { id: string; token: string; grants: object[] };
  expect(second.grants).toEqual([officerGrant]);
  expect((await list(second.token)).status).toBe(200);
  const revoked = await revoke(second.id);
  expect(revoked.body).toMatchObject({ id: second.id, revokedAt: market.time.now });
  expect((await list(second.token)).body["code"]).toBe("not-signed-in");
  expect((await revoke(second.id)).body["revokedAt"]).toBe(market.time.now);
  expect((await revoke(farm)).body["code"]).toBe("not-found");
});

test("the last officer's token cannot be revoked", async () => {
  const alone = await openMarket();
  try {
    const token = await setUp(alone);
    const { body } = await alone.call("GET", "/api/v1/tokens", { token });
    const [first] = body["items"] as { id: string }[];
    const path = `/api/v1/tokens/${first?.id}`;
    const last = await alone.call("DELETE", path, { token });
    expect([last.status, last.body["code"]]).toEqual([409, "last-officer"]);
    await tokenFor(alone, token, officerGrant);
    expect((await alone.call("DELETE", path, { token })).status).toBe(200);
    expect((await alone.call("DELETE", path, { token })).status).toBe(401);
  } finally {
    await alone.close();
  }
});

test("nobody but an officer issues, lists or revokes tokens", async () => {
  const others = await Promise.all([
    tokenFor(market, officer, { role: "hub", subject: hub }),
    tokenFor(market, officer, { role: "treasurer", subject: "" }),
    tokenFor(market, officer, { role: "producer", subject: farm }),
  ]);
  for (const token of others) {
    const body = { label: "Di nascosto", grants: [officerGrant] };
    expect((await post(body, { token })).body["code"]).toBe("not-allowed");
    expect((await list(token)).body["code"]).toBe("not-allowed");
    expect((await revoke(farm, token)).body["code"]).toBe("not-allowed");
  }
  expect((await market.call("GET", "/api/v1/tokens")).body["code"]).toBe("not-signed-in");
});
