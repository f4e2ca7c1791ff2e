import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import {
  addFurther,
  addPasskey,
  answerToSignIn,
  cookie,
  enterByCode,
  enterByPasskey,
  sessionIn,
  signed,
} from "#tests/signed-in.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
});
afterEach(() => market.close());

const ANNA = "anna@example.org";
const NOBODYS = "01jd3x5k7m9npqrstvwxyz0123";
const as = (session: string): Sent => ({ headers: cookie(session) });

interface Me {
  readonly id: string;
  readonly passkeys: readonly { id: string; name: string; lastUsedAt: number | null }[];
}
const me = async (session: string) =>
  (await market.call<Me>("GET", "/api/v1/me", as(session))).body;

describe("one's own passkeys", () => {
  test("the first comes by being signed in, a further one under a signature with it", async () => {
    const { session: byCode } = await enterByCode(market, ANNA);
    const { passkey, session, got } = await addPasskey(market, byCode);
    expect(got.status).toBe(201);
    expect((await market.call("GET", "/api/v1/me", as(byCode))).status).toBe(401);
    const further = await addFurther(market, session, passkey);
    expect(further.asked).toMatchObject({ userName: "anna", excludedIds: [passkey.id] });
    expect(further.kept.status).toBe(201);
    const { passkeys } = await me(further.session);
    expect(passkeys.map(({ name }) => name)).toEqual(["Telefono", "Chiave di scorta"]);
  });

  test("are named so that one knows which device they are on", async () => {
    const { session: byCode } = await enterByCode(market, ANNA);
    const { session, id } = await addPasskey(market, byCode);
    const path = `/api/v1/passkeys/${id}`;
    const renamed = await market.call("PATCH", path, { ...as(session), body: { name: "Nokia" } });
    expect(renamed.body).toEqual({ id, name: "Nokia" });
    expect((await me(session)).passkeys).toMatchObject([{ id, name: "Nokia" }]);
  });

  test("of others are not there, like those that never were", async () => {
    const { session: ofAnna } = await enterByCode(market, ANNA);
    const { id } = await addPasskey(market, ofAnna);
    const { session } = await enterByCode(market, "bruno@example.org");
    const answers = [];
    for (const which of [id, NOBODYS]) {
      const sent = { ...as(session), body: { name: "Mia" } };
      const { status, body } = await market.call("PATCH", `/api/v1/passkeys/${which}`, sent);
      const { requestId: _, ...said } = body;
      answers.push({ status, said });
    }
    expect(answers[0]).toMatchObject({ status: 404, said: { code: "not-found" } });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("one that is taken away opens nothing more, and other devices are signed out", async () => {
    const { session: byCode } = await enterByCode(market, ANNA);
    const { passkey, session, id } = await addPasskey(market, byCode);
    const elsewhere = await enterByCode(market, ANNA);
    const gone = await signed(market, session, {
      passkey,
      deed: ["DELETE", `/api/v1/passkeys/${id}`],
    });
    expect(gone.status).toBe(200);
    expect((await me(session)).passkeys).toEqual([]);
    const other = await market.call("GET", "/api/v1/me", as(elsewhere.session));
    expect(other.status).toBe(401);
    const back = await enterByPasskey(market, await answerToSignIn(market, passkey));
    expect(back.status).toBe(403);
  });

  test("who holds an office keeps one, also when two are taken away at once", async () => {
    const [first] = market.keys.keys();
    if (first === undefined) throw new Error("the first officer has a passkey");
    const came = await enterByPasskey(market, await answerToSignIn(market, first));
    const { session, passkey: second } = await addFurther(market, sessionIn(came), first);
    const { passkeys } = await me(session);
    const [one, two] = passkeys.map(({ id }) => `/api/v1/passkeys/${id}`);
    const answers = await Promise.all([
      signed(market, session, { passkey: first, deed: ["DELETE", one ?? ""] }),
      signed(market, session, { passkey: second, deed: ["DELETE", two ?? ""] }),
    ]);
    const said = answers.map(({ status, body }) => (status === 200 ? "gone" : body));
    expect(said).toContain("gone");
    expect(said).toContainEqual(expect.objectContaining({ code: "last-passkey" }));
    expect((await me(session)).passkeys).toHaveLength(1);
  });

  test("the last one of an office is kept, and the officer hears why", async () => {
    const [first] = market.keys.keys();
    if (first === undefined) throw new Error("the first officer has a passkey");
    const session = sessionIn(await enterByPasskey(market, await answerToSignIn(market, first)));
    const [only] = (await me(session)).passkeys;
    const refused = await signed(market, session, {
      passkey: first,
      deed: ["DELETE", `/api/v1/passkeys/${only?.id}`],
    });
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.objectContaining({ code: "last-passkey" }),
    ]);
  });
});

describe("where somebody is signed in", () => {
  const list = async (session: string) => {
    const { body } = await market.call<{ items: { id: string; isCurrent: boolean }[] }>(
      "GET",
      "/api/v1/sessions",
      as(session),
    );
    return body.items;
  };

  test("is listed, the last used first, and one device is signed out by another", async () => {
    const old = await enterByCode(market, ANNA, {
      "User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/143.0",
    });
    market.time.now += 1000;
    const here = await enterByCode(market, ANNA);
    const items = await list(here.session);
    expect(items).toMatchObject([
      { device: "", isCurrent: true, begunBy: "code", kind: "member" },
      { device: "Firefox, Windows", isCurrent: false },
    ]);
    const path = `/api/v1/sessions/${items[1]?.id}`;
    const ended = await market.call("DELETE", path, as(here.session));
    expect(ended.body).toMatchObject({ sessions: 1 });
    expect((await market.call("GET", "/api/v1/me", as(old.session))).status).toBe(401);
    expect(await list(here.session)).toHaveLength(1);
    expect((await market.call("DELETE", path, as(here.session))).status).toBe(404);
  });

  test("one that was left alone is not listed", async () => {
    await enterByCode(market, ANNA);
    market.time.now += 7 * 24 * 3600 * 1000;
    const here = await enterByCode(market, ANNA);
    expect(await list(here.session)).toHaveLength(1);
  });
});
