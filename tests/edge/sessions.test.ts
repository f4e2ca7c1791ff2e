import { afterAll, beforeAll, expect, test } from "vitest";
import { makeIds } from "#ports/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { as, personWith } from "#tests/officers.ts";
import { cookie, enterByCode } from "#tests/signed-in.ts";

const DAY = 24 * 3_600_000;

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const me = async (session: string) =>
  (await market.call("GET", "/api/v1/me", { headers: cookie(session) })).status;
const end = (path: string, session: string) =>
  market.call("DELETE", `/api/v1/sessions${path}`, { headers: cookie(session) });

test("a session that somebody set before the sign-in is nobody's after it", async () => {
  const planted = "p".repeat(52);
  const { session } = await enterByCode(market, "fissata@example.org", cookie(planted));
  expect(session).not.toBe(planted);
  expect([await me(planted), await me(session)]).toEqual([401, 200]);
});

test("signing in again leaves nothing of the session of before on that device", async () => {
  const first = await enterByCode(market, "doppia@example.org");
  const second = await enterByCode(market, "doppia@example.org", cookie(first.session));
  expect([await me(first.session), await me(second.session)]).toEqual([401, 200]);
});

test("who signs out is out at the next request, and the browser forgets", async () => {
  const { session } = await enterByCode(market, "uscita@example.org");
  const { status, headers } = await end("/current", session);
  expect([status, await me(session)]).toEqual([200, 401]);
  expect(headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
  expect(headers.getSetCookie().join("\n")).toMatch(/__Host-sessione=;[^\n]*Max-Age=0/);
});

test("the other devices are signed out by one, and nobody else's are", async () => {
  const [here, there, stranger] = [
    await enterByCode(market, "casa@example.org"),
    await enterByCode(market, "casa@example.org"),
    await enterByCode(market, "altra@example.org"),
  ];
  const { body } = await market.call<{ items: { id: string }[] }>("GET", "/api/v1/sessions", {
    headers: cookie(stranger.session),
  });
  const theirs = body.items[0]?.id ?? "";
  expect((await end(`/${theirs}`, here.session)).status).toBe(404);
  expect((await end("", here.session)).status).toBe(200);
  const standing = [await me(here.session), await me(there.session), await me(stranger.session)];
  expect(standing).toEqual([200, 401, 200]);
});

test("who is suspended is out at the next request, on every device", async () => {
  const bruno = await personWith(market, officer, {
    email: "sospeso@example.org",
    roles: ["member"],
  });
  const seen = () => market.call("GET", "/api/v1/me", as(bruno));
  expect((await seen()).status).toBe(200);
  const path = `/api/v1/people/${bruno.id}/suspension`;
  const sent = { token: officer, body: { reason: "Telefono rubato" } };
  expect((await market.call("POST", path, sent)).status).toBeLessThan(300);
  expect((await seen()).status).toBe(401);
});

test("a session that nobody uses ends after seven days, not a moment sooner", async () => {
  const first = await enterByCode(market, "ferma@example.org");
  const second = await enterByCode(market, "pigra@example.org");
  market.time.now += 7 * DAY - 1;
  expect(await me(first.session)).toBe(200);
  market.time.now += 1;
  expect(await me(second.session)).toBe(401);
});

test("of ten thousand secrets none comes twice, and each is 160 bits or more", () => {
  const ids = makeIds(instant(0), "a secret of at least thirty-two characters");
  const secrets = Array.from({ length: 10_000 }, () => ids.secret());
  expect(new Set(secrets).size).toBe(10_000);
  expect(secrets.every((secret) => /^[0-9a-z]{32,}$/.test(secret))).toBe(true);
  const sessions = Array.from({ length: 10_000 }, (_, i) => ids.sessionSecret("actor", `${i}`));
  expect(new Set(sessions).size).toBe(10_000);
  expect(sessions.every((secret) => /^[0-9a-z]{51,}$/.test(secret))).toBe(true);
});
