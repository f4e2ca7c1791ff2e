import assert from "node:assert/strict";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { purchase } from "./buying.ts";
import type { TrialSize } from "./trial.ts";

const FUTURE = Date.UTC(2040, 0, 1);

/** Whatever a stranger may call time. */
const CLAIMS: Readonly<Record<string, string>> = {
  Date: new Date(FUTURE).toUTCString(),
  Clock: String(FUTURE),
  "X-Clock": String(FUTURE),
  "X-Now": String(FUTURE),
  "X-Time": new Date(FUTURE).toISOString(),
  "X-Filiera-Now": String(FUTURE),
  "X-Request-Start": `t=${FUTURE}`,
  "If-Modified-Since": new Date(FUTURE).toUTCString(),
  Cookie: `now=${FUTURE}; clock=${FUTURE}`,
};

/**
 * On a host that runs on real time no header, parameter, body or scheduled event moves it: orders
 * carry the time of day, a closed cycle stays closed and an open one open (DESIGN fact 6).
 */
export async function timeStands(market: RunningMarket, { say }: TrialSize): Promise<void> {
  const before = Date.now();
  const open = openShop(market, [{ name: "pane" }]);
  const past = { database: market.database, time: { now: before - 3 * 24 * 3_600_000 } };
  const over = openShop(past, [{ name: "pane" }]);
  for (const [name, value] of Object.entries(CLAIMS)) {
    const own = name === "Cookie" ? { Origin: market.host.url } : {};
    const headers = { [name]: value, ...own };
    const placed = await purchase(market, open, { payment: "at-pickup", wanted: { pane: 1000 } });
    const { status, body } = await placed.send({ headers });
    assert.equal(status, 201, `${name}: ${JSON.stringify(body)}`);
    const late = await purchase(market, over, { payment: "at-pickup", wanted: { pane: 1000 } });
    const refused = await late.send({ headers });
    assert.deepEqual([refused.status, refused.body.code], [409, "cycle-closed"], name);
  }
  const query = await market.call("GET", `/health?now=${FUTURE}&clock=${FUTURE}`);
  assert.ok(Number(query.body["cronAge"]) < 3_600_000, "health tells the real age");
  const inBody = await market.call("POST", "/api/v1/orders", {
    key: secret(),
    body: { now: FUTURE, clock: FUTURE, placedAt: FUTURE },
  });
  assert.equal(inBody.status, 400, "a body has no place for time");
  const times = market.database
    .prepare("SELECT min(placed_at), max(placed_at) FROM customer_order")
    .raw()
    .all([])[0] as [number, number];
  assert.ok(times[0] >= before && times[1] <= Date.now(), "every order carries the time of day");
  say(`${Object.keys(CLAIMS).length} claims of another time, none believed`);
}
