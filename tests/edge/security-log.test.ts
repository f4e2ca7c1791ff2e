import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { app } from "#market/app.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let market: Market;
let officer: string;
const lines: string[] = [];
beforeAll(async () => {
  vi.spyOn(console, "info").mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  market = await openMarket();
  officer = await setUp(market);
  lines.length = 0;
});
afterEach(() => {
  lines.length = 0;
});
afterAll(() => market.close());

const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://localhost:8787${path}`, init, market.env);
const events = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test("who asks without the right to is written down: when, what, by which credential", async () => {
  const path = "/api/v1/tokens";
  const answer = await ask(path, { headers: { Authorization: `Bearer ${"x".repeat(32)}` } });
  expect(events()).toEqual([
    {
      at: "security",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: answer.headers.get("X-Request-Id"),
      address: null,
      sender: expect.stringMatching(/^token:[0-9a-f]{16}$/),
      method: "GET",
      route: "/api/v1/tokens",
      event: "access-refused",
      code: "not-signed-in",
      act: null,
    },
  ]);
});

test("a write from another site is written down, with the site and the endpoint", async () => {
  const Origin = "https://elsewhere.example";
  await ask("/api/v1/orders", { method: "POST", headers: { Origin } });
  expect(events()).toMatchObject([
    { event: "origin-refused", origin: Origin, route: "/api/v1/orders", method: "POST" },
  ]);
});

test("an act that was signed is written down once, without what it said", async () => {
  const body = { label: "Bilancia del magazzino", grants: [{ role: "auditor", subject: "" }] };
  const issue = () => market.call("POST", "/api/v1/tokens", { token: officer, body, key: "issue" });
  const issued = await issue();
  expect(issued.status).toBe(201);
  await issue();
  expect(events()).toMatchObject([
    { event: "act-done", method: "POST", route: "/api/v1/tokens", status: 201 },
  ]);
  expect(lines.join("\n")).not.toContain("Bilancia");
  expect(lines.join("\n")).not.toContain(String(issued.body["token"]));
});

test("who comes in is written down, and who tries to with what is not good", async () => {
  const other = await openMarket();
  try {
    await setUp(other);
    const [came] = events();
    expect(came).toMatchObject({ event: "signed-in", route: "/api/v1/passkeys" });
    lines.length = 0;
    const invitation = "i".repeat(32);
    await other.call("POST", "/api/v1/passkeys/challenges", { body: { invitation } });
    expect(events()).toMatchObject([{ event: "sign-in-failed", why: "invitation-spent" }]);
    expect(lines.join("\n")).not.toContain(invitation);
  } finally {
    await other.close();
  }
});

test("one wrong input is nobody's business, fifty are a line", async () => {
  const token = { token: officer };
  const wrong = () => market.call("POST", "/api/v1/tokens", { ...token, body: { label: 1 } });
  for (let sent = 0; sent < 100; sent += 1) await wrong();
  const written = events();
  expect(written).toHaveLength(2);
  expect(written[0]).toMatchObject({ event: "input-refused", code: "invalid-input" });
});

test("what a browser's policy stopped is written down by its host only", async () => {
  const report = (body: unknown) =>
    ask("/api/reports", { method: "POST", body: JSON.stringify(body) });
  const blocked = "https://elsewhere.example/x?token=01jd3x5k7m9npqrstvwxyz0123";
  const old = {
    "violated-directive": "script-src-elem",
    "blocked-uri": blocked,
    "document-uri": "http://localhost:8787/o/01jd3x5k7m9npqrstvwxyz0123",
  };
  expect((await report({ "csp-report": old })).status).toBe(204);
  const body = { effectiveDirective: "style-src-attr", blockedURL: "inline" };
  expect((await report([{ type: "csp-violation", body }])).status).toBe(204);
  expect((await report({ any: "thing" })).status).toBe(204);
  expect((await ask("/api/reports", { method: "POST", body: "{" })).status).toBe(204);
  expect(events()).toMatchObject([
    { event: "policy-report", directive: "script-src-elem", blocked: "elsewhere.example" },
    { event: "policy-report", directive: "style-src-attr", blocked: "inline" },
  ]);
  expect(lines.join("\n")).not.toContain("01jd3x5k7m9npqrstvwxyz0123");
});

test("no secret is ever written down, no link, no cookie and nobody's address", async () => {
  const secrets = ["bearer", "basket", "order", "cookie", "link", "invitation"].map((name) =>
    name.padEnd(32, "z"),
  );
  const [bearer, basket, order, cookie, link, invitation] = secrets;
  const headers = {
    Authorization: `Bearer ${bearer}`,
    "X-Basket-Token": String(basket),
    "X-Order-Token": String(order),
    Cookie: `__Host-chiave=${cookie}; __Host-cassetta=${cookie}; __Host-ordine=${cookie}`,
    "Content-Type": "application/json",
    "Idempotency-Key": "key",
    Origin: "https://elsewhere.example",
  };
  const body = JSON.stringify({ name: "Anna Zeni", email: "anna.zeni@example.org" });
  for (const path of [`/o/${link}`, `/f/${invitation}`, "/api/v1/tokens", "/api/v1/orders"]) {
    await ask(path, { headers });
    await ask(path, { method: "POST", headers, body });
    const { Authorization: _, ...foreign } = headers;
    await ask(path, { method: "POST", headers: foreign, body });
  }
  const broken = { ...market.env, DATABASE_URL: "http://127.0.0.1:9", DATABASE_TOKEN: "t-secret" };
  await app.request(`http://localhost:8787/o/${link}`, { headers }, broken);
  expect(events().length).toBeGreaterThan(5);
  const written = lines.join("\n");
  for (const secret of [...secrets, "anna", "Zeni", "t-secret", market.env.SECRET_KEY]) {
    expect(written).not.toContain(secret);
  }
});

test("a fact that a stranger wrote stays on its line and is not long", async () => {
  const Origin = `https://a.example/\u2028${"x".repeat(5000)}`.replace("\u2028", "%0a%0d");
  await ask("/api/v1/orders", { method: "POST", headers: { Origin } });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.length).toBeLessThan(700);
});
