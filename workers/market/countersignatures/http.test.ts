import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR } from "#domain/kernel/instant.ts";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { as, type PersonSeen, personWith, type Signed, stayIn } from "#tests/officers.ts";

const RULE = "/api/v1/rules/network-fee/versions";

let market: Market;
let officer: string;
let bruno: Signed;
let tessa: Signed;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  tessa = await personWith(market, officer, { email: "tessa@example.org", roles: ["treasurer"] });
  bruno = await personWith(market, officer, { email: "bruno@example.org", roles: ["officer"] });
});
afterAll(() => market.close());

const words = (value: string) => JSON.stringify({ value, reason: "delibera del consiglio" });
const decide = (body: string, sent: Sent = {}) =>
  market.call("POST", RULE, { token: officer, body, ...sent });
const ask = async (body: string, sent: Sent = { token: officer }) => {
  const asked = { method: "POST", path: RULE, body };
  const got = await market.call("POST", "/api/v1/countersignatures", { ...sent, body: asked });
  return String(got.body["id"]);
};
const sign = (id: string, sent: Sent) =>
  market.call("POST", `/api/v1/countersignatures/${id}/signature`, { ...sent, body: {} });

test("a rule is decided by two officers: not with one, and once for each signature", async () => {
  const body = words("700");
  const alone = await decide(body);
  expect([alone.status, alone.body["code"]]).toEqual([403, "second-person-needed"]);
  const id = await ask(body);
  const waiting = await decide(body);
  expect(waiting.body["code"]).toBe("second-person-needed");
  const signed = await sign(id, as(bruno));
  expect(signed.body).toMatchObject({ act: "rules.decide", body, signedBy: bruno.id });
  expect(signed.body["actHash"]).toBe(alone.body["actHash"]);
  const other = await decide(words("701"));
  expect(other.body["code"]).toBe("second-person-needed");
  const done = await decide(body, { key: "decided" });
  expect(done.status).toBe(201);
  expect((await decide(body, { key: "decided" })).body).toEqual(done.body);
  expect((await decide(body, { key: "second" })).body["code"]).toBe("second-person-needed");
  expect((await sign(id, as(bruno))).status).toBe(200);
  expect((await decide(body, { key: "third" })).body["code"]).toBe("second-person-needed");
});

test("officers read what waits for them: the act, who asks, and the very words", async () => {
  const id = await ask(words("710"));
  const list = await market.call<{ items: Record<string, unknown>[] }>(
    "GET",
    "/api/v1/countersignatures",
    as(bruno),
  );
  const waiting = list.body.items.find((item) => item["id"] === id);
  expect(waiting).toMatchObject({
    act: "rules.decide",
    method: "POST",
    path: RULE,
    body: words("710"),
    askedByName: "Responsabile della rete",
    signedBy: null,
  });
  await sign(id, as(bruno));
  await decide(words("710"));
  const after = await market.call("GET", "/api/v1/countersignatures", as(bruno));
  expect(JSON.stringify(after.body)).not.toContain(id);
});

test("nobody signs what they ask, nor beyond their role, nor without a passkey", async () => {
  const id = await ask(words("720"));
  const own = await sign(id, { token: officer });
  expect([own.status, own.body["code"]]).toEqual([409, "countersignature-own"]);
  expect((await sign(id, as(tessa))).body["code"]).toBe("not-allowed");
  const bare = await sign(id, { ...as(bruno), unsigned: true });
  expect(bare.body["code"]).toBe("passkey-needed");
  expect((await decide(words("720"))).body["code"]).toBe("second-person-needed");
});

test("another's signature is not one's own: each officer asks for theirs", async () => {
  const body = words("730");
  await sign(await ask(body), as(bruno));
  const byBruno = await market.call("POST", RULE, { ...as(bruno), body });
  expect(byBruno.body["code"]).toBe("second-person-needed");
  expect((await decide(body)).status).toBe(201);
});

test("after three days a request is no longer signed, and a signature serves no more", async () => {
  const [late, kept] = [words("740"), words("741")];
  const [unsigned, signed] = [await ask(late), await ask(kept)];
  await sign(signed, as(bruno));
  market.time.now += 72 * HOUR;
  stayIn(market, bruno);
  const tooLate = await sign(unsigned, as(bruno));
  expect([tooLate.status, tooLate.body["code"]]).toEqual([409, "countersignature-closed"]);
  expect((await decide(kept)).body["code"]).toBe("second-person-needed");
});

test("what is withdrawn by who asked is signed by nobody, and serves nothing", async () => {
  const [before, after] = [words("750"), words("751")];
  const [open, signed] = [await ask(before), await ask(after)];
  await sign(signed, as(bruno));
  const withdraw = (id: string, sent: Sent) =>
    market.call("DELETE", `/api/v1/countersignatures/${id}`, sent);
  expect((await withdraw(open, as(bruno))).body["code"]).toBe("not-found");
  expect((await withdraw(open, { token: officer })).status).toBe(200);
  expect((await withdraw(signed, { token: officer })).status).toBe(200);
  expect((await sign(open, as(bruno))).body["code"]).toBe("countersignature-closed");
  expect((await decide(after)).body["code"]).toBe("second-person-needed");
});

test("only an act of two is asked of a second person", async () => {
  const asked = { method: "POST", path: "/api/v1/tokens", body: "{}" };
  const got = await market.call("POST", "/api/v1/countersignatures", {
    token: officer,
    body: asked,
  });
  expect([got.status, got.body["code"]]).toEqual([422, "act-needs-no-second"]);
});

test("a signature of somebody who was suspended since serves nothing", async () => {
  const body = words("760");
  await sign(await ask(body), as(bruno));
  const path = `/api/v1/people/${bruno.id}/suspension`;
  const stopped = await market.call<PersonSeen>("POST", path, {
    token: officer,
    body: { reason: "Telefono rubato" },
  });
  expect(stopped.body.state).toBe("suspended");
  expect((await decide(body)).body["code"]).toBe("second-person-needed");
  market.time.now += 72 * HOUR - 1;
  expect((await decide(words("761"))).body["code"]).toBe("second-person-needed");
  market.time.now += 1;
  expect((await decide(words("761"))).status).toBe(201);
});
