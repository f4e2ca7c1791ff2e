import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

test("an empty network is set up once, with the set-up token only", async () => {
  const body = { name: "Rete di Veronetta", rules: { "network-fee": "650" } };
  const nobody = await market.call("PUT", "/api/v1/network", { body });
  expect([nobody.status, nobody.body["code"]]).toEqual([401, "not-signed-in"]);
  const before = await market.call("GET", "/api/v1/network");
  expect([before.status, before.body["code"]]).toEqual([404, "not-found"]);

  const token = market.env.SETUP_TOKEN ?? "";
  const first = await market.call("PUT", "/api/v1/network", { token, body, key: "set-up-1" });
  expect(first.status).toBe(201);
  const repeated = await market.call("PUT", "/api/v1/network", { token, body, key: "set-up-1" });
  expect(repeated.body).toEqual(first.body);
  const other = { ...body, name: "Un'altra rete" };
  const reused = await market.call("PUT", "/api/v1/network", {
    token,
    body: other,
    key: "set-up-1",
  });
  expect([reused.status, reused.body["code"]]).toEqual([422, "key-reused"]);
  const again = await market.call("PUT", "/api/v1/network", { token, body });
  expect([again.status, again.body["code"]]).toEqual([409, "network-exists"]);

  const shown = await market.call("GET", "/api/v1/network");
  expect(shown.body).toMatchObject({ name: "Rete di Veronetta", currency: "EUR" });
});

test("the officer's token is not in the database, and a repeat shows the same one", async () => {
  const other = await openMarket();
  try {
    const officer = await setUp(other);
    const everything = JSON.stringify(other.database.prepare("SELECT * FROM op_log").all());
    expect(officer).toHaveLength(32);
    expect(everything).not.toContain(officer);
  } finally {
    await other.close();
  }
});

test("a rule that is unknown or out of its bounds stops the set-up", async () => {
  const empty = await openMarket();
  const token = empty.env.SETUP_TOKEN ?? "";
  const put = (rules: Record<string, string>) =>
    empty.call("PUT", "/api/v1/network", { token, body: { name: "Rete", rules } });
  try {
    expect((await put({ "network-fee": "99999" })).body["code"]).toBe("rule-out-of-bounds");
    expect((await put({ "allocation-strategy": "lottery" })).body["code"]).toBe(
      "rule-not-a-choice",
    );
    expect((await put({ "sunday-rest": "1" })).body["code"]).toBe("rule-unknown");
    expect((await put({})).status).toBe(201);
  } finally {
    await empty.close();
  }
});

test("a bad body is refused with what is wrong, its body read", async () => {
  const token = market.env.SETUP_TOKEN ?? "";
  const put = (sent: object) => market.call("PUT", "/api/v1/network", { token, ...sent });
  expect((await put({ body: "{" })).body["code"]).toBe("malformed-json");
  const text = await put({ body: "name=x", headers: { "Content-Type": "text/plain" } });
  expect([text.status, text.body["code"]]).toEqual([415, "not-json"]);
  const wrong = await put({ body: { name: "", admin: true } });
  expect([wrong.status, wrong.body["code"]]).toEqual([400, "invalid-input"]);
  const large = await put({ body: { name: "x".repeat(300_000) } });
  expect([large.status, large.body["code"]]).toEqual([413, "too-large"]);
  const deep = await put({ body: `${"[".repeat(100_000)}${"]".repeat(100_000)}` });
  expect(deep.status).toBe(400);
  const keyless = await put({ body: { name: "Rete" }, key: "" });
  expect([keyless.status, keyless.body["code"]]).toEqual([400, "key-missing"]);
});

test("a page of another origin may not change anything", async () => {
  const headers = { Origin: "https://elsewhere.example", "Content-Type": "application/json" };
  const sent = { body: { name: "Rete" }, headers };
  const answer = await market.call("PUT", "/api/v1/network", sent);
  expect([answer.status, answer.body["code"]]).toEqual([403, "foreign-origin"]);
});

test("what does not exist is said to be missing", async () => {
  const answer = await market.call("GET", "/api/v1/nothing-here");
  expect([answer.status, answer.body["code"]]).toEqual([404, "no-such-page"]);
});

test("health tells of database, migrations and cron", async () => {
  await market.tick();
  market.time.now += 60_000;
  const { status, body } = await market.call("GET", "/health");
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: "ok", database: "answers", cronAge: 60_000, outboxAge: 0 });
});
