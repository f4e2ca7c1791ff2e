import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR, instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { accept, as, linkTo, type PersonSeen, personWith, type Signed } from "#tests/officers.ts";

const MAIL = "nadia@example.org";

let market: Market;
let officer: string;
let nadia: Signed;
beforeEach(async () => {
  market = await openMarket();
  officer = await setUp(market);
  nadia = await personWith(market, officer, { email: MAIL, roles: ["member"] });
});
afterEach(() => market.close());

const post = (path: string, body: object, sent: object = {}) =>
  market.call("POST", `/api/v1${path}`, { body, ...sent });

async function askCode(email: string) {
  const got = await post("/recovery-codes", { email });
  const codeId = String(got.body["id"]);
  const ids = makeIds(instant(0), market.env.SECRET_KEY);
  return { codeId, code: ids.derivedCode("recovery-code", codeId), got };
}
const begin = async (email = MAIL) => {
  const { codeId, code } = await askCode(email);
  return post("/recoveries", { codeId, code });
};
const stop = () => {
  const [, , id, secret] = linkTo(market, MAIL, "account-changed").split("/");
  return post(`/recoveries/${id}/stop`, { secret });
};
/** Names one's own address anew: an act that asks for a passkey of who has one. */
const act = (who: Signed) => post("/me/addresses", { email: "altra@example.org" }, as(who));
const seen = async (id: string) =>
  (await market.call<PersonSeen>("GET", `/api/v1/people/${id}`, { token: officer })).body;

test("who lost every passkey makes a new one by letter; acts pause for three days", async () => {
  const begun = await begin();
  expect([begun.status, begun.body["invitation"]]).toEqual([201, null]);
  const actsFrom = market.time.now + 72 * HOUR;
  expect(begun.body["actsFrom"]).toBe(actsFrom);
  const back = await accept(market, linkTo(market, MAIL, "invitation"), "Telefono nuovo");
  expect(back.id).toBe(nadia.id);
  expect(await seen(nadia.id)).toMatchObject({ passkeys: 1, state: "active" });
  expect((await act(nadia)).body["code"]).toBe("not-signed-in");
  const paused = await act(back);
  expect([paused.status, paused.body["code"]]).toEqual([403, "acts-paused"]);
  expect(paused.body["until"]).toBe(actsFrom);
  market.time.now = actsFrom - 1;
  expect((await act(back)).body["code"]).toBe("acts-paused");
  market.time.now = actsFrom;
  expect((await act(back)).status).toBe(201);
});

test("known and unknown addresses get the same answer and the same letters", async () => {
  const rows = () =>
    market.database
      .prepare("SELECT (SELECT count(*) FROM mail_code) || ' ' || (SELECT count(*) FROM outbox)")
      .pluck()
      .all([])[0] as string;
  const shape = async (email: string) => {
    const before = rows().split(" ").map(Number);
    const { got } = await askCode(email);
    const after = rows().split(" ").map(Number);
    const grown = after.map((count, at) => count - (before[at] ?? 0));
    return [got.status, JSON.stringify(got.body).length, grown];
  };
  expect(await shape(MAIL)).toEqual(await shape("nessuno@example.org"));
  const nobody = await begin("nessuno@example.org");
  expect([nobody.status, nobody.body["code"]]).toEqual([404, "not-found"]);
});

test("the sixth try of a code fails even with the right digits", async () => {
  const { codeId, code } = await askCode(MAIL);
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, "0");
  const tries = Array.from({ length: 8 }, () => post("/recoveries", { codeId, code: wrong }));
  await Promise.all(tries);
  expect((await post("/recoveries", { codeId, code })).body["code"]).toBe("code-spent");
});

test("a recovery stopped before a passkey is made leaves all as it was", async () => {
  await begin();
  const way = linkTo(market, MAIL, "invitation");
  expect((await act(nadia)).body["code"]).toBe("acts-paused");
  expect((await stop()).status).toBe(200);
  await expect(accept(market, way)).rejects.toThrow("invitation-spent");
  expect((await act(nadia)).status).toBe(201);
});

test("stopped after, the stolen passkey and its sessions end, and the pause stays", async () => {
  await begin();
  const thief = await accept(market, linkTo(market, MAIL, "invitation"));
  expect((await stop()).status).toBe(200);
  expect((await act(thief)).body["code"]).toBe("not-signed-in");
  expect(await seen(nadia.id)).toMatchObject({ passkeys: 0 });
  const [from] = market.database
    .prepare("SELECT acts_from FROM person WHERE id = ?")
    .pluck()
    .all([nadia.id]);
  expect(from).toBe(market.time.now + 72 * HOUR);
});

test("a second recovery that is stopped does not shorten the pause of the first", async () => {
  await begin();
  const back = await accept(market, linkTo(market, MAIL, "invitation"));
  market.time.now += HOUR;
  await begin();
  expect((await stop()).status).toBe(200);
  expect((await act(back)).body["code"]).toBe("acts-paused");
});

test("after three days there is nothing to stop, and a wrong secret stops nothing", async () => {
  const { body } = await begin();
  const wrong = await post(`/recoveries/${String(body["id"])}/stop`, { secret: "0".repeat(32) });
  expect(wrong.body["code"]).toBe("not-found");
  market.time.now += 72 * HOUR;
  expect((await stop()).body["code"]).toBe("recovery-over");
});

test("who is suspended recovers nothing", async () => {
  await post(`/people/${nadia.id}/suspension`, { reason: "verifica" }, { token: officer });
  expect((await begin()).body["code"]).toBe("access-suspended");
});

test("the operator helps the only officer, and nobody past another one", async () => {
  const setup = { token: market.env.SETUP_TOKEN ?? "" };
  expect((await post("/recoveries", { officer: null })).body["code"]).toBe("not-signed-in");
  const own = await post("/recoveries", { officer: null }, { token: officer });
  expect(own.body["code"]).toBe("not-allowed");
  const unknown = await post("/recoveries", { officer: "nessuno@example.org" }, setup);
  expect(unknown.body["code"]).toBe("officer-unknown");
  const helped = await post("/recoveries", { officer: null }, { ...setup, key: "help" });
  expect(helped.status).toBe(201);
  const stored = market.database.prepare("SELECT * FROM op_log").all();
  expect(JSON.stringify(stored)).not.toContain(helped.body["invitation"]);
  const back = await accept(market, String(helped.body["invitation"]), "Chiave nuova");
  expect((await market.call("GET", "/api/v1/people", as(back))).status).toBe(200);
  market.time.now += 72 * HOUR;
  const body = { name: "Bruno", email: "bruno@example.org", roles: [{ role: "officer" }] };
  const again = await post("/people", body, { token: officer });
  expect(again.status).toBe(201);
  await accept(market, linkTo(market, "bruno@example.org", "invitation"));
  const past = await post("/recoveries", { officer: "bruno@example.org" }, setup);
  expect(past.body["code"]).toBe("officer-can-act");
});
