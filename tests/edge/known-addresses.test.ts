import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { enterByCode, otherThan, askCode } from "#tests/signed-in.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  await enterByCode(market, "anna@example.org");
  await enterByCode(market, "sosp@example.org");
  market.database.exec(`UPDATE person SET suspended_at = 1, suspended_by = 'test'
    WHERE id = (SELECT person_id FROM person_email WHERE folded = 'sosp@example.org')`);
});
afterEach(() => market.close());

/** Who has an address here, who is kept out, and who was never here: as long as each other. */
const ADDRESSES = ["anna@example.org", "sosp@example.org", "mai_@example.org"];

/** Takes away what is another each time: names of requests, identifiers, instants, digests. */
function shapeOf(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/\b[0-9a-z]{26}\b/g, "<id>")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<digest>")
    .replaceAll(/\b[0-9a-z]{20,}\b/g, "<name>")
    .replaceAll(/\d{13}/g, "<instant>")
    .replaceAll(/(anna|sosp|mai_)@/g, "<who>@");
}

/** What is sent to the database while something is asked, statement by statement. */
async function work(ask: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.startsWith(market.env.DATABASE_URL)) sent.push(await request.clone().text());
    return real(request);
  };
  try {
    await ask();
  } finally {
    globalThis.fetch = real;
  }
  return sent.map((body) =>
    shapeOf(statementsIn(body)).replaceAll(/"value":"\d+"/g, '"value":"<n>"'),
  );
}

function statementsIn(body: string): unknown {
  const texts = [...body.matchAll(/"sql":"((?:[^"\\]|\\.)*)"/g)].map(([, sql]) => sql);
  return { texts, values: body.match(/"type":"/g)?.length ?? 0, length: shapeOf(body).length };
}

test("asking for a code says the same of who is known, kept out, or was never here", async () => {
  const told = [];
  for (const email of ADDRESSES) {
    const { status, body, headers } = await market.call("POST", "/api/v1/sign-in-codes", {
      body: { email },
    });
    const names = [...headers.keys()].toSorted();
    told.push({ status, shape: shapeOf(body), length: JSON.stringify(body).length, names });
  }
  expect(told[0]?.status).toBe(201);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test("the same statements are sent for each, and the same is left to be sent", async () => {
  const works = [];
  for (const email of ADDRESSES) {
    works.push(await work(() => market.call("POST", "/api/v1/sign-in-codes", { body: { email } })));
  }
  expect(works[0]?.length).toBe(2);
  expect(works[0]?.join(" ")).toContain("INSERT INTO outbox");
  expect(works[1]).toEqual(works[0]);
  expect(works[2]).toEqual(works[0]);
  const left = market.database
    .prepare(`SELECT o.topic, o.payload, l.kind, l.words, l.recipient FROM outbox o
      JOIN letter l ON l.key = o.key ORDER BY o.id DESC LIMIT 3`)
    .all([]);
  const shapes = left.map(shapeOf);
  expect(new Set(shapes).size).toBe(1);
});

test("a wrong code says the same of each", async () => {
  const told = [];
  for (const email of ADDRESSES) {
    const { id, code } = await askCode(market, email);
    const body = { codeId: id, code: otherThan(code) };
    const got = await market.call("POST", "/api/v1/sessions", { body });
    told.push({ status: got.status, shape: shapeOf(got.body) });
  }
  expect(told[0]?.status).toBe(403);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test("asking for a passkey tells nothing of anybody: nothing is read", async () => {
  const sent = await work(() => market.call("POST", "/api/v1/sign-in-challenges", { body: {} }));
  expect(sent).toEqual([]);
});
