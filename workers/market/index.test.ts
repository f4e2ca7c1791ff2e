import type { ExecutionContext } from "@cloudflare/workers-types";
import { afterEach, beforeEach, expect, test } from "vitest";
import worker from "#market/index.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { addSession, cookie } from "#tests/signed-in.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
});
afterEach(() => market.close());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Asks as a browser does; what is left to do after the answer is counted, and then awaited. */
async function ask(session: string, path = "/api/v1/me") {
  const left: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => left.push(work) };
  const request = new Request(`http://localhost:8787${path}`, { headers: cookie(session) });
  const asked = worker.fetch(request, market.env, context as unknown as ExecutionContext);
  const { status } = await asked;
  await Promise.all(left);
  return { status, left: left.length };
}
const seenAt = () => market.database.prepare("SELECT max(seen_at) FROM session").pluck().all([])[0];

test("that somebody was here is written down after the answer, once a minute", async () => {
  const session = addSession(market);
  const start = market.time.now;
  expect(await ask(session)).toEqual({ status: 200, left: 0 });
  market.time.now += MINUTE - 1;
  expect(await ask(session)).toEqual({ status: 200, left: 0 });
  expect(seenAt()).toBe(start);
  market.time.now += 1;
  expect(await ask(session)).toEqual({ status: 200, left: 1 });
  expect(seenAt()).toBe(start + MINUTE);
  expect(await ask(session)).toEqual({ status: 200, left: 0 });
});

test("whoever comes back within seven days stays signed in for thirty, and no longer", async () => {
  const session = addSession(market);
  const start = market.time.now;
  for (const day of [6, 12, 18, 24, 29]) {
    market.time.now = start + day * DAY;
    expect(await ask(session)).toEqual({ status: 200, left: 1 });
  }
  market.time.now = start + 30 * DAY - 1;
  expect((await ask(session)).status).toBe(200);
  market.time.now = start + 30 * DAY;
  expect(await ask(session)).toEqual({ status: 401, left: 0 });
});

test("a page of the shop keeps somebody signed in too", async () => {
  const session = addSession(market);
  market.time.now += DAY;
  expect(await ask(session, "/prodotti")).toEqual({ status: 200, left: 1 });
  expect(seenAt()).toBe(market.time.now);
});

test("a database that does not answer afterwards takes nothing from the answer", async () => {
  const session = addSession(market);
  market.time.now += DAY;
  market.database.exec(`CREATE TRIGGER no_note BEFORE UPDATE ON session BEGIN
    SELECT raise(abort, 'refused:trial');
  END`);
  expect(await ask(session)).toEqual({ status: 200, left: 1 });
});
