import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lowCreditMail } from "#domain/notices/receipt-mail.ts";
import { cents } from "#domain/kernel/money.ts";
import { instant } from "#domain/kernel/instant.ts";
import { queueLetter } from "#store/letters.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { addPerson, type SignedInPerson } from "#tests/signed-in-person.ts";

let doubles: Doubles;
let market: Market;
let anna: SignedInPerson;
let officer: string;
beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  officer = await setUp(market);
  anna = addPerson(market, { name: "Anna Zenti", address: "Anna@example.org" });
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

interface Consents {
  readonly purposes: readonly { readonly key: string; readonly isOn: boolean }[];
  readonly history: readonly object[];
}
const PATH = "/api/v1/me/consents";
const say = (isGiven: boolean, given: object = {}) =>
  market.call<Consents>("PUT", PATH, {
    ...anna.sent,
    body: { purpose: "reminders", isGiven, textVersion: 1, ...given },
  });
const read = async () => (await market.call<Consents>("GET", PATH, anna.sent)).body;

/** Writes that the wallet is low to this address, and gives what became of it. */
async function remind(to: string, key: string): Promise<unknown> {
  const at = instant(market.time.now);
  const letter = lowCreditMail("it", cents(150));
  for (const { sql, args } of queueLetter({ key, to, letter, at })) {
    market.database.prepare(sql).run([...args]);
  }
  await market.tick();
  return market.database.prepare("SELECT state FROM letter WHERE key = ?").pluck().all([key])[0];
}

describe("one's own consents", () => {
  test("are off until they are given, and every change stays on record", async () => {
    expect((await read()).purposes).toContainEqual(
      expect.objectContaining({ key: "reminders", isOn: false, isOptional: true, since: null }),
    );
    expect((await say(true)).status).toBe(200);
    market.time.now += 1000;
    const { body } = await say(false);
    expect(body.history).toMatchObject([
      { purpose: "reminders", isGiven: true, textVersion: 1, channel: "api" },
      { purpose: "reminders", isGiven: false, at: market.time.now },
    ]);
    expect(await read()).toEqual(body);
  });

  test("saying the same again, or sending the same request twice, adds nothing", async () => {
    const body = { purpose: "reminders", isGiven: true, textVersion: 1 };
    const sent = { ...anna.sent, key: "once", body };
    const first = await market.call("PUT", PATH, sent);
    expect((await market.call("PUT", PATH, sent)).body).toEqual(first.body);
    await say(true);
    expect((await read()).history).toHaveLength(1);
  });

  test("what goes with an order cannot be switched off", async () => {
    expect(await say(false, { purpose: "books" })).toMatchObject({
      status: 422,
      body: { code: "consent-not-optional" },
    });
  });

  test("nobody agrees to a wording that is not today's", async () => {
    expect(await say(true, { textVersion: 2 })).toMatchObject({
      status: 409,
      body: { code: "consent-text-changed", textVersion: 1 },
    });
  });

  test("are nobody else's: a stranger is asked in", async () => {
    expect((await market.call("GET", PATH)).status).toBe(401);
    expect((await market.call("PUT", PATH, { body: {} })).status).toBe(400);
  });
});

describe("a reminder", () => {
  test("goes to its person only while they agree", async () => {
    expect(await remind("anna@example.org", "low:1")).toBeUndefined();
    await say(true);
    expect(await remind("anna@example.org", "low:2")).toBe("sent");
    await say(false);
    expect(await remind("anna@example.org", "low:3")).toBeUndefined();
  });

  test("that waits to be sent is withheld from who says no meanwhile", async () => {
    await say(true);
    const letter = lowCreditMail("it", cents(150));
    const queued = { key: "low:5", to: "anna@example.org", letter, at: instant(market.time.now) };
    for (const { sql, args } of queueLetter(queued)) market.database.prepare(sql).run([...args]);
    await say(false);
    await market.tick();
    const rows = market.database.prepare("SELECT state, reason FROM letter").raw().all([]);
    expect(rows).toEqual([["withheld", "its reader does not want letters of this kind"]]);
  });

  test("still goes to a household that has no person here to ask", async () => {
    expect(await remind("cantarane@example.org", "low:4")).toBe("sent");
  });
});

describe("a consent on paper", () => {
  const write = (given: object = {}, sent: object = {}) =>
    market.call<Consents>("POST", `/api/v1/people/${anna.id}/consents`, {
      token: officer,
      body: { purpose: "reminders", isGiven: true, textVersion: 1, paper: "12/2026", ...given },
      ...sent,
    });

  test("is written down by an officer, signed, and shown to its person as such", async () => {
    expect((await write({}, { unsigned: true })).body).toMatchObject({ code: "passkey-needed" });
    const written = await write();
    expect(written.status).toBe(201);
    const { purposes, history } = await read();
    expect(purposes.find(({ key }) => key === "reminders")).toMatchObject({
      isOn: true,
      paper: "12/2026",
    });
    expect(history.at(-1)).toMatchObject({ channel: "paper", paper: "12/2026" });
    expect(JSON.stringify(history.at(-1))).toMatch(/"recordedBy":"(?:person|token):/);
    const page = await market.call<string>("GET", "/io/dati", anna.sent);
    expect(page.body).toContain("detto su carta, foglio n. 12/2026");
  });

  test("is withdrawn by its person here, at once", async () => {
    await write();
    expect((await say(false)).body.purposes.find(({ key }) => key === "reminders")?.isOn).toBe(
      false,
    );
  });

  test("names no person, and agrees only to what is optional, as worded today", async () => {
    expect((await write({ paper: "di Anna Zenti" })).body).toMatchObject({ code: "invalid-input" });
    expect((await write({ textVersion: 9 })).body).toMatchObject({ code: "consent-text-changed" });
    expect((await write({ purpose: "books" })).body).toMatchObject({
      code: "consent-not-optional",
    });
  });
});
