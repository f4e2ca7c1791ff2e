import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import {
  addPasskey,
  answerToSignIn,
  askCode,
  cookie,
  enterByCode,
  enterByPasskey,
  otherThan,
  sessionIn,
} from "#tests/signed-in.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
});
afterEach(() => market.close());

const ANNA = "Anna.Zenti@example.org";
const MINUTE = 60_000;

const me = (session: string) => market.call("GET", "/api/v1/me", { headers: cookie(session) });
const rows = (sql: string) => Number(market.database.prepare(sql).pluck().all([])[0]);
const tryCode = (codeId: string, code: string, key?: string) =>
  market.call("POST", "/api/v1/sessions", {
    ...(key === undefined ? {} : { key }),
    body: { codeId, code },
  });

describe("a code by mail", () => {
  test("somebody new signs in with the digits of a letter, and is known from then on", async () => {
    const { got, session, personId } = await enterByCode(market, ANNA);
    expect(got.status).toBe(201);
    expect(got.body).toEqual({ personId, kind: "member", basket: "none" });
    const { body } = await me(session);
    expect(body).toMatchObject({ id: personId, name: "anna.zenti", roles: [], passkeys: [] });
    expect(body["addresses"]).toMatchObject([{ address: "anna.zenti@example.org" }]);
    const again = await enterByCode(market, "anna.zenti@EXAMPLE.org");
    expect(again.personId).toBe(personId);
    expect(rows("SELECT count(*) FROM person_email")).toBe(1);
  });

  test("the digits are in the letter and in no table", async () => {
    const { id, code } = await askCode(market, ANNA);
    const kept = ["mail_code", "letter", "outbox", "op_log"].map((table) =>
      JSON.stringify(market.database.prepare(`SELECT * FROM ${table}`).all([])),
    );
    for (const text of kept) expect(text).not.toContain(code);
    expect(kept[0]).toContain(id);
    const words = String(
      market.database
        .prepare("SELECT words FROM letter WHERE kind = 'sign-in-code'")
        .pluck()
        .all([])[0],
    );
    expect(words).toContain("Il tuo codice per entrare");
  });

  test("a code is used once", async () => {
    const { id, code } = await askCode(market, ANNA);
    expect((await tryCode(id, code)).status).toBe(201);
    const again = await tryCode(id, code);
    expect([again.status, again.body["code"]]).toEqual([410, "code-spent"]);
  });

  test("a code is good for ten minutes", async () => {
    const { id, code } = await askCode(market, ANNA);
    const late = await askCode(market, ANNA);
    market.time.now += 10 * MINUTE - 1;
    expect((await tryCode(id, code)).status).toBe(201);
    market.time.now += 1;
    expect((await tryCode(late.id, late.code)).body["code"]).toBe("code-spent");
  });

  test("after five wrong tries the sixth fails with the right code too", async () => {
    const { id, code } = await askCode(market, ANNA);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const { status, body } = await tryCode(id, otherThan(code));
      expect([status, body["code"], body["triesLeft"]]).toEqual([403, "code-wrong", triesLeft]);
    }
    const sixth = await tryCode(id, code);
    expect([sixth.status, sixth.body["code"]]).toEqual([410, "code-spent"]);
    expect(rows("SELECT count(*) FROM person_email")).toBe(0);
  });

  test("fifty tries at once are five tries", async () => {
    const { id, code } = await askCode(market, ANNA);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => tryCode(id, otherThan(code, at + 1))),
    );
    const told = answers.map(({ body }) => body["code"]);
    expect(told.filter((one) => one === "code-wrong")).toHaveLength(5);
    expect(told.filter((one) => one === "code-spent")).toHaveLength(45);
    expect((await tryCode(id, code)).body["code"]).toBe("code-spent");
    expect(rows("SELECT tries FROM mail_code")).toBe(5);
  });

  test("the right code sent fifty times at once signs in once", async () => {
    const { id, code } = await askCode(market, ANNA);
    const answers = await Promise.all(Array.from({ length: 50 }, () => tryCode(id, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(rows("SELECT count(*) FROM session WHERE begun_by = 'code'")).toBe(1);
  });

  test("two codes of one new address make one person", async () => {
    const [one, two] = [await askCode(market, ANNA), await askCode(market, ANNA)];
    const answers = await Promise.all([tryCode(one.id, one.code), tryCode(two.id, two.code)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body["personId"]).toBe(answers[1]?.body["personId"]);
  });

  test("the same sending again is answered with the same session", async () => {
    const { id, code } = await askCode(market, ANNA);
    const first = await tryCode(id, code, "once");
    const again = await tryCode(id, code, "once");
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(sessionIn(again)).toBe(sessionIn(first));
    expect(sessionIn(first)).toMatch(/^[0-9a-z]{52}$/);
    expect(rows("SELECT count(*) FROM session WHERE begun_by = 'code'")).toBe(1);
  });

  test("who is suspended hears it only after the right code", async () => {
    const { personId } = await enterByCode(market, ANNA);
    market.database
      .prepare("UPDATE person SET suspended_at = 1, suspended_by = 'test' WHERE id = ?")
      .run([personId]);
    const { id, code, got } = await askCode(market, ANNA);
    expect(got.status).toBe(201);
    expect((await tryCode(id, otherThan(code))).body["code"]).toBe("code-wrong");
    const right = await tryCode(id, code);
    expect([right.status, right.body["code"]]).toEqual([403, "access-suspended"]);
    expect((await tryCode(id, code)).body["code"]).toBe("code-spent");
  });
});

describe("letters with codes", () => {
  test("an address gets five an hour, and the sixth asking gets the same answer", async () => {
    const asked = [];
    for (let time = 0; time < 6; time++) asked.push((await askCode(market, ANNA)).got);
    expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(201));
    const shapes = asked.map(({ body }) => JSON.stringify(body).length);
    expect(new Set(shapes).size).toBe(1);
    expect(rows("SELECT count(*) FROM letter WHERE kind = 'sign-in-code'")).toBe(5);
    market.time.now += 60 * MINUTE;
    await askCode(market, ANNA);
    expect(rows("SELECT count(*) FROM letter WHERE kind = 'sign-in-code'")).toBe(6);
  });

  test("thirty askings at once are five letters", async () => {
    const asked = await Promise.all(Array.from({ length: 30 }, () => askCode(market, ANNA)));
    expect(new Set(asked.map(({ got }) => got.status))).toEqual(new Set([201]));
    expect(rows("SELECT count(*) FROM letter WHERE kind = 'sign-in-code'")).toBe(5);
  });
});

describe("a passkey", () => {
  test("somebody signs in with a passkey alone: nobody has to say who they are", async () => {
    const { session, personId } = await enterByCode(market, ANNA);
    const { passkey } = await addPasskey(market, session);
    const got = await enterByPasskey(market, await answerToSignIn(market, passkey), {
      headers: { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/143.0" },
    });
    expect(got.status).toBe(201);
    expect(got.body).toEqual({ personId, kind: "member", basket: "none" });
    const { body } = await market.call<{ items: object[] }>("GET", "/api/v1/sessions", {
      headers: cookie(sessionIn(got)),
    });
    expect(body.items).toContainEqual(
      expect.objectContaining({ device: "Firefox, Linux", begunBy: "passkey", isCurrent: true }),
    );
  });

  test("an officer's session is an officer's", async () => {
    const [passkey] = market.keys.keys();
    if (passkey === undefined) throw new Error("the first officer has a passkey");
    const got = await enterByPasskey(market, await answerToSignIn(market, passkey));
    expect(got.body).toMatchObject({ kind: "officer" });
  });

  test("the same sending again is answered with the same session", async () => {
    const [passkey] = market.keys.keys();
    if (passkey === undefined) throw new Error("the first officer has a passkey");
    const assertion = await answerToSignIn(market, passkey);
    const first = await enterByPasskey(market, assertion, { key: "once" });
    const again = await enterByPasskey(market, assertion, { key: "once" });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(sessionIn(again)).toBe(sessionIn(first));
    const other = await enterByPasskey(market, assertion, { key: "twice" });
    expect([other.status, other.body]).toEqual([
      403,
      expect.objectContaining({ code: "passkey-refused" }),
    ]);
  });

  test("without a passkey's answer nobody comes in", async () => {
    const got = await market.call("POST", "/api/v1/sessions", { body: {} });
    expect([got.status, got.body["code"]]).toEqual([403, "passkey-refused"]);
  });
});
