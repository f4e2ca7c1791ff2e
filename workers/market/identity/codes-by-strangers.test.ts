import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { addPasskey, answerToSignIn, enterByCode, enterByPasskey } from "#tests/signed-in.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  Object.assign(market.env, { CLIENT_ADDRESS_HEADER: "X-Forwarded-For" });
});
afterEach(() => market.close());

const ANNA = "Anna.Zenti@example.org";
const MINUTE = 60_000;
const rows = (sql: string) => Number(market.database.prepare(sql).pluck().all([])[0]);

describe("a stranger who asks and asks for letters to somebody else", () => {
  const from = (address: string, known = "") => ({
    "X-Forwarded-For": address,
    ...(known === "" ? {} : { Cookie: `__Host-noto=${known}` }),
  });
  const letters = () => rows("SELECT count(*) FROM letter WHERE kind = 'sign-in-code'");
  const ask = (headers: Readonly<Record<string, string>>, email = ANNA) =>
    market.call("POST", "/api/v1/sign-in-codes", { body: { email }, headers });
  /** Whether one more letter goes to Anna. */
  const getsOne = async (headers: Readonly<Record<string, string>>, email = ANNA) => {
    const before = letters();
    const { status } = await ask(headers, email);
    return [status, letters() - before];
  };
  const knownIn = (headers: Headers) =>
    /__Host-noto=([^;]+)/.exec(headers.getSetCookie().join())?.[1] ?? "";
  const flood = async (networks: number) => {
    for (let at = 0; at < networks * 6; at++) await ask(from(`203.0.${at % networks}.7`));
  };

  test("uses up their own network's five, not those of who asks from elsewhere", async () => {
    await ask(from("203.0.113.7"));
    for (let time = 0; time < 9; time++) await ask(from(`203.0.113.${time}`));
    expect(letters()).toBe(5);
    expect(await getsOne(from("198.51.100.1"))).toEqual([201, 1]);
  });

  test("reaches fifteen from many networks, and never a browser that was in before", async () => {
    const { got } = await enterByCode(market, ANNA, from("198.51.100.1"));
    const known = knownIn(got.headers);
    market.time.now += 61 * MINUTE;
    const before = letters();
    await flood(8);
    expect(letters() - before).toBe(15);
    expect(await getsOne(from("192.0.2.1"))).toEqual([201, 0]);
    for (const left of [1, 1, 1, 1, 1, 0]) {
      expect(await getsOne(from("192.0.2.1", known))).toEqual([201, left]);
    }
  });

  test("gains nothing by a cookie of another address, or one that they made up", async () => {
    const own = await enterByCode(market, "stranger@example.org", from("203.0.113.7"));
    const known = knownIn(own.got.headers);
    await flood(8);
    expect(await getsOne(from("192.0.2.1", known))).toEqual([201, 0]);
    const [name] = known.split(".");
    expect(await getsOne(from("192.0.2.1", `${name}.${"a".repeat(32)}`))).toEqual([201, 0]);
    expect(await getsOne(from("192.0.2.1", `${"0".repeat(26)}.x`))).toEqual([201, 0]);
  });

  test("hears the same of every address, whoever has it", async () => {
    await enterByCode(market, ANNA, from("198.51.100.1"));
    market.time.now += 61 * MINUTE;
    await flood(8);
    const told = await Promise.all(
      [ANNA, "mai.vista@example.org"].map(async (email) => {
        const { status, body } = await ask(from("192.0.2.1"), email);
        return [status, Object.keys(body), JSON.stringify(body).length];
      }),
    );
    expect(told[1]).toEqual(told[0]);
  });

  test("cannot keep out who has a passkey, who asks for no letter", async () => {
    const { session } = await enterByCode(market, ANNA);
    const { passkey } = await addPasskey(market, session);
    await flood(8);
    const assertion = await answerToSignIn(market, passkey);
    expect((await enterByPasskey(market, assertion)).status).toBe(201);
  });

  test("the cookie is in no table and in no answer, and is told to this browser only", async () => {
    const { got } = await enterByCode(market, ANNA, from("198.51.100.1"));
    const known = knownIn(got.headers);
    expect(known).toMatch(/^[0-9a-z]{26}\.[0-9a-z]{32}$/);
    const secret = known.split(".")[1] ?? "";
    expect(JSON.stringify(got.body)).not.toContain(secret);
    for (const table of ["mail_code", "letter", "outbox", "op_log", "session"]) {
      const kept = JSON.stringify(market.database.prepare(`SELECT * FROM ${table}`).all([]));
      expect([table, kept.includes(secret)]).toEqual([table, false]);
    }
  });
});
