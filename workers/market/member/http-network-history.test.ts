import { afterAll, beforeAll, expect, test } from "vitest";
import { addToken } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const HERE = "/rete/modifiche";
const page = async (token: string, path = HERE) => {
  const { status, body } = await market.call<string>("GET", path, { token });
  const words = body.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  return { status, words, html: body };
};
const say = (phone: string) =>
  market.call("PATCH", "/api/v1/network", { body: { phone }, token: officer });

test("a network that never changed what it says has an empty page, not a blank one", async () => {
  expect((await page(officer)).words).toContain("La rete dice di sé quello che diceva");
});

test("each change says what was there before, what came, who did it", async () => {
  await say("+39 045 000 0001");
  await say("+39 045 000 0002");
  const { words } = await page(officer);
  expect(words).toMatch(/Telefono Prima: \+39 045 000 0001 Poi: \+39 045 000 0002 .*Prima: niente/);
  expect(words).toContain("Un programma, con un codice d’accesso, ");
  expect((await page(officer, `/en${HERE}`)).words).toContain("Before: +39 045 000 0001");
});

test("auditors read it, others do not", async () => {
  expect((await page(addToken(market, "auditor"))).status).toBe(200);
  expect((await page(addToken(market, "treasurer"))).status).toBe(403);
});

test("more than fifty changes go on, on a page of their own", async () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `(${i + 3}, 'phone', '${i}', '${i + 1}', 9, 'x')`,
  );
  market.database.exec(`INSERT INTO network_change VALUES ${rows.join(", ")}`);
  const first = await page(officer);
  expect(first.html).toContain(`href="${HERE}?dopo=13"`);
  const earlier = await page(officer, `${HERE}?dopo=13`);
  expect(earlier.words).toContain("Prima: niente Poi: +39 045 000 0001");
  expect(earlier.html).not.toContain('data-act="older"');
});
