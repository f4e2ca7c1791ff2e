import { afterEach, beforeEach, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { lowCreditMail } from "#domain/notices/receipt-mail.ts";
import { app } from "#market/app.ts";
import { queueLetter } from "#store/letters.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

let doubles: Doubles;
let market: Market;
beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  await setUp(market);
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

const to = "cantarane@example.org";
const ONE_CLICK = "List-Unsubscribe=One-Click";

async function remind(key: string) {
  const at = instant(market.time.now);
  for (const { sql, args } of queueLetter({ key, to, letter: lowCreditMail("it", cents(1)), at })) {
    market.database.prepare(sql).run([...args]);
  }
  await market.tick();
  return doubles.mailbox.messages().find((message) => message.key === key)?.headers;
}

/** What a mail program sends for its reader: no origin, no cookie. */
function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const form = { "Content-Type": "application/x-www-form-urlencoded", ...headers };
  return app.request(url, { method: "POST", headers: form, body }, market.env);
}

test("one POST of a mail program stops letters like this one (RFC 8058)", async () => {
  const headers = await remind("low:1");
  expect(headers?.["List-Unsubscribe-Post"]).toBe(ONE_CLICK);
  const url = /^<(.*)>$/.exec(headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "";
  expect((await post(url, "key=other")).status).toBe(403);
  expect((await post(url, `${ONE_CLICK}&key=other`)).status).toBe(403);
  expect((await post(url.replace("lettere", "cassetta"), ONE_CLICK)).status).toBe(403);
  expect(await remind("low:2")).toBeDefined();
  expect((await post(url, ONE_CLICK)).status).toBe(200);
  expect((await post(url, ONE_CLICK)).status).toBe(200);
  expect(await remind("low:3")).toBeUndefined();
});

test("without the secret of the letter the POST finds nothing to stop", async () => {
  const headers = await remind("low:1");
  const url = /^<(.*)>$/.exec(headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "";
  const wrong = url.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect((await post(wrong, ONE_CLICK)).status).toBe(404);
  expect(await remind("low:2")).toBeDefined();
});
