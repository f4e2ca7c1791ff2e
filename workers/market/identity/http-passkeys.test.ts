import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { enrolmentAnswer } from "#tests/passkey-answers.ts";
import { enrolFirst, type FirstSecrets } from "#tests/signing.ts";

const origin = "http://localhost:8787";
let market: Market;
let first: FirstSecrets;
beforeAll(async () => {
  market = await openMarket();
  const token = market.env.SETUP_TOKEN ?? "";
  const body = { name: "Rete di Veronetta", officer: { name: "Anna Zenti" } };
  first = (await market.call<FirstSecrets>("PUT", "/api/v1/network", { token, body })).body;
});
afterAll(() => market.close());

const ask = (invitation: string) =>
  market.call("POST", "/api/v1/passkeys/challenges", { body: { invitation } });
const keep = (invitation: string, response: object) =>
  market.call("POST", "/api/v1/passkeys", { body: { invitation, name: "Telefono", response } });
const closing = (sent: object = {}) =>
  market.call("POST", "/api/v1/tokens", {
    token: first.token,
    body: { label: "Bilancia", grants: [{ role: "auditor", subject: "" }] },
    ...sent,
  });

test("a passkey made on another site, or for another invitation, is not kept", async () => {
  const asked = (await ask(first.invitation)).body;
  expect(asked).toMatchObject({ rpId: "localhost", userName: "Anna Zenti", excludedIds: [] });
  const challenge = String(asked["challenge"]);
  const codes = [];
  for (const where of [
    { challenge, rpId: "localhost", origin: "http://evil.example" },
    { challenge, rpId: "evil.example", origin },
    { challenge: "bWFkZS11cA", rpId: "localhost", origin },
  ]) {
    codes.push((await keep(first.invitation, await enrolmentAnswer(where))).body["code"]);
  }
  expect(codes).toEqual(["passkey-refused", "passkey-refused", "passkey-refused"]);
  const unknown = await ask("no-such-invitation-at-all");
  expect([unknown.status, unknown.body["code"]]).toEqual([410, "invitation-spent"]);
});

test("before there is a passkey nobody performs an act that needs one", async () => {
  const refused = await closing();
  expect([refused.status, refused.body["code"]]).toEqual([403, "passkey-needed"]);
  expect(refused.body["credentialIds"]).toEqual([]);
});

test("an invitation makes one passkey and signs in; then it is spent", async () => {
  const token = market.env.SETUP_TOKEN ?? "";
  await enrolFirst(market, token, first.invitation);
  const again = await ask(first.invitation);
  expect([again.status, again.body["code"]]).toEqual([410, "invitation-spent"]);
  const sessions = market.database.prepare("SELECT kind, begun_by FROM session").all([]);
  expect(sessions).toEqual([{ kind: "officer", begun_by: "passkey" }]);
  expect((await closing()).status).toBe(201);
});

test("the same signature serves one act, and only the one that was asked", async () => {
  const body = { label: "Registratore", grants: [{ role: "auditor", subject: "" }] };
  const asked = { token: first.token, key: "signed-once", body, unsigned: true } as const;
  const refused = await market.call("POST", "/api/v1/tokens", asked);
  const assertion = (await market.keys.answer(refused.body)) ?? "";
  const headers = { "Passkey-Assertion": assertion };
  const other = await closing({ headers, unsigned: true });
  expect([other.status, other.body["code"]]).toEqual([403, "passkey-refused"]);
  const signed = await market.call("POST", "/api/v1/tokens", { ...asked, headers });
  expect(signed.status).toBe(201);
  expect((await market.call("POST", "/api/v1/tokens", { ...asked, headers })).body).toEqual(
    signed.body,
  );
  const renewed = { ...asked, key: "signed-twice", headers };
  const twice = await market.call("POST", "/api/v1/tokens", renewed);
  expect([twice.status, twice.body["code"]]).toEqual([403, "passkey-refused"]);
});

test("after a recovery acts wait; reading does not", async () => {
  const until = market.time.now + 72 * HOUR;
  market.database.prepare("UPDATE person SET acts_from = ?").run([until]);
  const paused = await closing();
  expect([paused.status, paused.body["code"], paused.body["until"]]).toEqual([
    403,
    "acts-paused",
    until,
  ]);
  const tokens = await market.call("GET", "/api/v1/tokens", { token: first.token });
  expect(tokens.status).toBe(200);
  market.time.now = until;
  expect((await closing()).status).toBe(201);
});

test("the first invitation ends after a week", async () => {
  const alone = await openMarket();
  try {
    const token = alone.env.SETUP_TOKEN ?? "";
    const body = { name: "Rete di Veronetta" };
    const { invitation } = (
      await alone.call<FirstSecrets>("PUT", "/api/v1/network", { token, body })
    ).body;
    const again = () => alone.call("POST", "/api/v1/passkeys/challenges", { body: { invitation } });
    alone.time.now += 7 * DAY - 1;
    expect((await again()).status).toBe(200);
    alone.time.now += 1;
    expect((await again()).body["code"]).toBe("invitation-spent");
  } finally {
    await alone.close();
  }
});
