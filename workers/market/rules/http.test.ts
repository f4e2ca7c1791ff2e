import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { addToken } from "#tests/households.ts";
import { verifyExport } from "#tests/journals.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { fumane, zenti } from "#tests/postings.ts";

interface Rules {
  readonly rules: readonly {
    readonly rule: { readonly key: string; readonly default: string };
    readonly inForce: { readonly version: number; readonly value: string } | null;
  }[];
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market, { "network-fee": "650" });
  market.database
    .prepare(
      `INSERT INTO enterprise VALUES (?, 'Fumane', 'fumane', NULL, NULL, 'Fumane', 'collina', '',
        NULL, NULL, 0, 'agency', 0)`,
    )
    .run([fumane]);
  market.database.prepare("INSERT INTO enterprise_role VALUES (?, 'producer', 0)").run([fumane]);
});
afterAll(() => market.close());

const read = (query = "") => market.call<Rules>("GET", `/api/v1/rules${query}`);
const decide = (key: string, body: object, sent: object = {}) =>
  market.call("POST", `/api/v1/rules/${key}/versions`, {
    token: officer,
    body: { reason: "delibera del consiglio", ...body },
    ...sent,
  });
const inForce = async (key: string) =>
  (await read()).body.rules.find(({ rule }) => rule.key === key)?.inForce ?? null;

test("anyone reads the rules: what is in force, and each version with its reason", async () => {
  const { status, body } = await read();
  expect(status).toBe(200);
  expect(await inForce("network-fee")).toMatchObject({ version: 1, value: "650" });
  expect(await inForce("delivery-fee")).toMatchObject({ version: 1, value: "350" });
  expect(await inForce("producer-minimum")).toBeNull();
  expect(body.items[0]).toMatchObject({ id: 1, decidedBy: "setup", reason: "set-up" });
  const first = await read("?limit=4");
  expect(first.body.items).toHaveLength(4);
  const rest = await read(`?limit=200&after=${first.body.next}`);
  expect(first.body.items.concat(rest.body.items)).toEqual(body.items);
});

test("a new value binds from its instant on, and the old one until then", async () => {
  const from = market.time.now + DAY;
  const made = await decide("network-fee", { value: "700", effectiveAt: from });
  expect([made.status, made.body]).toMatchObject([
    201,
    { key: "network-fee", version: 2, value: "700", effectiveAt: from },
  ]);
  expect(await inForce("network-fee")).toMatchObject({ value: "650" });
  market.time.now = from - 1;
  expect(await inForce("network-fee")).toMatchObject({ value: "650" });
  market.time.now = from;
  expect(await inForce("network-fee")).toMatchObject({ version: 2, value: "700" });
});

test("the same decision sent again is one decision", async () => {
  const first = await decide("card-hold", { value: "12000" }, { key: "hold-1" });
  const again = await decide("card-hold", { value: "12000" }, { key: "hold-1" });
  expect(again.body).toEqual(first.body);
  const other = await decide("card-hold", { value: "13000" }, { key: "hold-1" });
  expect([other.status, other.body["code"]]).toEqual([422, "key-reused"]);
  expect(await inForce("card-hold")).toMatchObject({ version: 2 });
});

test("a value outside its bounds or choices is refused, and one without a reason", async () => {
  const codeOf = async (key: string, body: object) => {
    const { status, body: said } = await decide(key, body);
    return [status, said["code"]];
  };
  expect(await codeOf("network-fee", { value: "5000" })).toEqual([201, undefined]);
  expect(await codeOf("network-fee", { value: "5001" })).toEqual([422, "rule-out-of-bounds"]);
  expect(await codeOf("network-fee", { value: "0" })).toEqual([201, undefined]);
  expect(await codeOf("network-fee", { value: "-1" })).toEqual([422, "rule-out-of-bounds"]);
  expect(await codeOf("network-fee", { value: "6.5" })).toEqual([422, "rule-out-of-bounds"]);
  const lottery = await codeOf("allocation-strategy", { value: "lottery" });
  expect(lottery).toEqual([422, "rule-not-a-choice"]);
  expect(await codeOf("sunday-rest", { value: "1" })).toEqual([404, "rule-unknown"]);
  expect(await codeOf("network-fee", { value: "1", reason: "" })).toEqual([400, "invalid-input"]);
});

test("no value binds the past, nor before the version that it follows", async () => {
  const { now } = market.time;
  const past = await decide("delivery-fee", { value: "400", effectiveAt: now - 1 });
  expect([past.status, past.body["code"]]).toEqual([422, "rule-backdated"]);
  await decide("delivery-fee", { value: "400", effectiveAt: now + DAY });
  const before = await decide("delivery-fee", { value: "450", effectiveAt: now + DAY - 1 });
  expect(before.body["code"]).toBe("rule-backdated");
  const after = await decide("delivery-fee", { value: "450", effectiveAt: now + DAY });
  expect(after.status).toBe(201);
});

test("of two officers who decide at once, one is told that the rule has changed", async () => {
  const both = await Promise.all(
    ["20", "25"].map((value) => decide("checkout-minutes", { value, follows: 1 })),
  );
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body["code"]).toBe("rule-changed");
  const late = await decide("checkout-minutes", { value: "30", follows: 1 });
  expect([late.status, late.body["code"]]).toEqual([409, "rule-changed"]);
  expect((await decide("checkout-minutes", { value: "30", follows: 2 })).status).toBe(201);
});

test("a producer has rules of its own; the network's are nobody's", async () => {
  const own = await decide("producer-minimum", { value: "4000", subject: fumane });
  expect(own.body).toMatchObject({ subject: fumane, version: 1 });
  for (const [key, body] of [
    ["producer-minimum", { value: "4000" }],
    ["producer-minimum", { value: "4000", subject: zenti }],
    ["network-fee", { value: "1", subject: fumane }],
  ] as const) {
    const { status, body: said } = await decide(key, body);
    expect([status, said["code"]], key).toEqual([404, "not-found"]);
  }
});

test("a rule tells its history; one that nobody has heard of is not there", async () => {
  const { status, body } = await market.call<{ rule: object; versions: object[] }>(
    "GET",
    "/api/v1/rules/network-fee",
  );
  expect(status).toBe(200);
  expect(body.rule).toMatchObject({ area: "prices", timelockDays: 30, policy: "rules" });
  expect(body.versions[0]).toMatchObject({ version: 1, value: "650", proposal: null });
  expect(body.versions[1]).toMatchObject({ version: 2, reason: "delibera del consiglio" });
  const own = await market.call<{ versions: object[] }>(
    "GET",
    `/api/v1/rules/producer-minimum?subject=${fumane}`,
  );
  expect(own.body.versions).toMatchObject([{ subject: fumane, value: "4000" }]);
  const none = await market.call("GET", "/api/v1/rules/sunday-rest");
  expect([none.status, none.body["code"]]).toEqual([404, "rule-unknown"]);
});

test("only an officer decides", async () => {
  const auditor = await decide(
    "network-fee",
    { value: "1" },
    { token: addToken(market, "auditor") },
  );
  expect([auditor.status, auditor.body["code"]]).toEqual([403, "not-allowed"]);
  const nobody = await market.call("POST", "/api/v1/rules/network-fee/versions", {
    body: { value: "1", reason: "x" },
  });
  expect([nobody.status, nobody.body["code"]]).toEqual([401, "not-signed-in"]);
});

test("the register can be verified by anyone", async () => {
  market.time.now += DAY;
  await market.tick();
  const parts: { readonly next: string | null }[] = [];
  for (let after = ""; ; after = `&after=${parts.at(-1)?.next}`) {
    const path = `/api/v1/rules/export?limit=5${after}`;
    const { body } = await market.call<{ next: string | null }>("GET", path);
    parts.push(body);
    if (body.next === null) break;
  }
  expect(parts.length).toBeGreaterThan(2);
  expect(verifyExport(parts)).toMatchObject({ ok: true, checked: { seals: 1 } });
  const forged = JSON.parse(JSON.stringify(parts).replace('"value":"700"', '"value":"70"')) as [];
  expect(verifyExport(forged)).toMatchObject({ ok: false });
});
