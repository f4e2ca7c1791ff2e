import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import type { Bindings } from "#market/edge/env.ts";
import { openDatabase } from "#ports/database.ts";
import { openPayments } from "#ports/payments.ts";
import { afterwards } from "#store/outbox.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type FaultProxy, startFaultProxy } from "#tests/fault-proxy.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { firstOrder } from "#tests/postings.ts";

let doubles: Doubles;
let market: Market;
/** What the Worker asks of its neighbours passes here, and is counted. */
let payments: FaultProxy;
let database: FaultProxy;
/** As on a host whose time nobody moves. */
let env: Bindings;
beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  const { CLOCK: _movable, ...rest } = market.env;
  payments = await startFaultProxy(rest.PAYMENTS_URL);
  database = await startFaultProxy(rest.DATABASE_URL);
  env = { ...rest, PAYMENTS_URL: payments.url, DATABASE_URL: database.url };
});
afterEach(async () => {
  await payments.close();
  await database.close();
  await market.close();
  await doubles.close();
});

/** `sendSoon` as in an isolate of its own. */
async function freshIsolate(): Promise<(env: Bindings) => Promise<void>> {
  vi.resetModules();
  return (await import("./send-soon.ts")).sendSoon;
}

/** A card that is to be freed afterwards. */
async function leave(key: string): Promise<void> {
  const { PAYMENTS_URL: url, DATABASE_URL, DATABASE_TOKEN: token } = market.env;
  const asked = { key, amountCents: cents(500), orderId: firstOrder, card: "card-ok" };
  const hold = await openPayments({ url, token: undefined }).hold(asked);
  if (hold.kind === "declined") throw new Error(hold.reason);
  const payload = { holdId: hold.holdId, posted: null };
  await openDatabase({ url: DATABASE_URL, token }).write([
    afterwards({ topic: "payment-release", payload, key: `release:${key}`, at: instant(0) }),
  ]);
}

const states = () => doubles.payments.holds().map(({ state }) => state);
const unsent = () =>
  market.database.prepare("SELECT count(*) FROM outbox WHERE done_at IS NULL").pluck().all([])[0];

test("what was left is sent without any job", async () => {
  const sendSoon = await freshIsolate();
  await leave("one");
  await sendSoon(env);
  expect(states()).toEqual(["released"]);
  expect(unsent()).toBe(0);
  expect(payments.posts()).toBe(1);
});

test("two isolates at once send each thing once", async () => {
  const [one, other] = [await freshIsolate(), await freshIsolate()];
  for (let i = 0; i < 5; i++) await leave(`order-${i}`);
  await Promise.all([one(env), other(env)]);
  expect(states()).toEqual(Array.from({ length: 5 }, () => "released"));
  expect(payments.posts()).toBe(5);
});

test("the requests of one isolate share a sender, and none is forgotten", async () => {
  const sendSoon = await freshIsolate();
  await leave("first");
  const first = sendSoon(env);
  await leave("second");
  const second = sendSoon(env);
  await Promise.all([first, second, ...Array.from({ length: 20 }, () => sendSoon(env))]);
  expect(states()).toEqual(["released", "released"]);
  expect(unsent()).toBe(0);
  // One claim, two marks; and one more look where a request came while it was sending.
  expect(database.posts()).toBeLessThanOrEqual(4);
});

test("where time is moved by hand, the jobs send, and they are run by hand", async () => {
  const sendSoon = await freshIsolate();
  await leave("one");
  await sendSoon({ ...env, ...market.env });
  expect(states()).toEqual(["authorised"]);
});

test("a database that fails is logged, and the next request sends what was left", async () => {
  const sendSoon = await freshIsolate();
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await leave("one");
  market.database.exec("ALTER TABLE outbox RENAME TO elsewhere");
  await sendSoon(env);
  expect(logged.mock.calls.flat().join("")).toContain('"job":"send-soon"');
  logged.mockRestore();
  market.database.exec("ALTER TABLE elsewhere RENAME TO outbox");
  expect(states()).toEqual(["authorised"]);
  await sendSoon(env);
  expect(states()).toEqual(["released"]);
});
