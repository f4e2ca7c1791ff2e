import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addProduct, bottle, list, loose, openOrchard } from "#tests/goods.ts";
import { addGroup, addToken } from "#tests/households.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

const DAY = 24 * 3600 * 1000;
const anywhere = "01kt0000000000000000000000";

let market: Market;
let officer: string;
let hub: string;
beforeEach(async () => {
  market = await openMarket();
  officer = await setUp(market);
  const places = await openOrchard(market, officer);
  hub = places.hub;
  const sizes = { variants: [loose, bottle] };
  const { variants } = await addProduct(market, officer, places.farm, sizes);
  await list(
    market,
    officer,
    hub,
    variants.map(({ id }) => id),
  );
});
afterEach(() => market.close());

interface Cycle {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly closesAt: number;
  readonly opensAt: number;
  readonly offers: number;
  readonly version: number;
}

const week = (own: object = {}) => ({
  code: "2026-23",
  hubId: hub,
  opensAt: market.time.now + DAY,
  closesAt: market.time.now + 3 * DAY,
  deliveryDay: "2026-06-08",
  ...own,
});
const plan = (own: object = {}, token = officer) =>
  market.call<Cycle & { code: string }>("POST", "/api/v1/cycles", { token, body: week(own) });
const planned = async (own: object = {}) => (await plan(own)).body.id;
const at = (id: string, what = "") => `/api/v1/cycles/${id}${what}`;
const publish = (id: string, sent: object = {}) =>
  market.call("POST", at(id, "/publication"), { token: officer, ...sent });
const show = async (id: string) => (await market.call<Cycle>("GET", at(id))).body;
const move = (id: string, body: object) =>
  market.call<Cycle & { code: string }>("PATCH", at(id), { token: officer, body });

describe("planning", () => {
  test("a hub plans its cycle as a draft; its code is its own", async () => {
    const { status, body } = await plan({}, addToken(market, "hub", hub));
    expect(status).toBe(201);
    expect(body).toMatchObject({ code: "2026-23", state: "draft", offers: 0, version: 0 });
    const again = await plan();
    expect([again.status, again.body.code]).toEqual([409, "cycle-code-taken"]);
    const key = { token: officer, body: week({ code: "2026-24" }), key: "plan" };
    const first = await market.call("POST", "/api/v1/cycles", key);
    expect((await market.call("POST", "/api/v1/cycles", key)).body).toEqual(first.body);
  });

  test("only for a hub, by its own people, and with a close that lies ahead", async () => {
    expect((await plan({ hubId: anywhere })).body.code).toBe("not-found");
    const stranger = addToken(market, "hub", anywhere);
    expect((await plan({}, stranger)).body.code).toBe("not-allowed");
    const closesAt = market.time.now + DAY;
    expect((await plan({ closesAt })).body.code).toBe("cycle-times");
    const past = { opensAt: market.time.now - 2 * DAY, closesAt: market.time.now };
    expect((await plan(past)).body.code).toBe("cycle-times");
    expect((await plan({ deliveryDay: "2026-02-30" })).body.code).toBe("invalid-input");
  });

  test("cycles are listed newest first, page by page", async () => {
    for (const code of ["A", "B", "C"]) {
      market.time.now += 1000;
      await plan({ code });
    }
    interface Page {
      readonly items: readonly Cycle[];
      readonly next: string | null;
    }
    const first = await market.call<Page>("GET", "/api/v1/cycles?limit=2");
    expect(first.body.items.map(({ code }) => code)).toEqual(["C", "B"]);
    const rest = await market.call<Page>("GET", `/api/v1/cycles?after=${first.body.next}`);
    expect([rest.body.items.map(({ code }) => code), rest.body.next]).toEqual([["A"], null]);
  });
});

describe("publishing", () => {
  test("freezes what the hub lists, and the clock opens and closes it", async () => {
    const id = await planned();
    const { status, body } = await publish(id);
    expect([status, body["state"]]).toEqual([201, "announced"]);
    expect(await show(id)).toMatchObject({ offers: 2, state: "announced" });
    market.time.now += DAY;
    expect((await show(id)).state).toBe("open");
    market.time.now += 2 * DAY;
    expect((await show(id)).state).toBe("closed");
    expect(market.database.prepare("SELECT facet, offers FROM offer_facet").raw().all([])).toEqual(
      expect.arrayContaining([["all", 2]]),
    );
  });

  test("once only; a repeat is the same answer", async () => {
    const id = await planned();
    const first = await publish(id, { key: "publish" });
    expect((await publish(id, { key: "publish" })).body).toEqual(first.body);
    const again = await publish(id);
    expect([again.status, again.body["code"]]).toEqual([409, "cycle-state"]);
  });

  test("a price that changes afterwards is the price of the next cycle", async () => {
    const id = await planned();
    await publish(id);
    market.database.prepare("UPDATE variant SET price_cents = 999").run([]);
    const prices = market.database.prepare("SELECT price_cents FROM offer").raw().all([]);
    expect(new Set(prices.flat())).toEqual(new Set([190, 320]));
  });

  test("not with an empty shelf, and not when its close is past", async () => {
    const late = await planned();
    market.time.now += 4 * DAY;
    expect((await publish(late)).body["code"]).toBe("cycle-times");
    market.database.prepare("DELETE FROM listing").run([]);
    const empty = await planned({ code: "vuoto" });
    expect((await publish(empty)).body["code"]).toBe("cycle-without-offers");
    expect((await publish(anywhere)).body["code"]).toBe("not-found");
  });
});

describe("before the close", () => {
  test("its times can move, and history says why", async () => {
    const id = await planned();
    await publish(id);
    const closesAt = market.time.now + 5 * DAY;
    const moved = await move(id, { closesAt, deliveryDay: "2026-06-10", reason: "neve" });
    expect(moved.body).toMatchObject({ closesAt, deliveryDay: "2026-06-10", version: 2 });
    const history = "SELECT kind, reason FROM cycle_event ORDER BY number";
    expect(market.database.prepare(history).raw().all([])).toEqual([
      ["published", ""],
      ["rescheduled", "neve"],
    ]);
    expect((await move(id, { closesAt: market.time.now })).body.code).toBe("cycle-times");
  });

  test("an opening that is past stays; a closed cycle is not moved but reopened", async () => {
    const id = await planned();
    await publish(id);
    market.time.now += DAY;
    const opened = market.time.now;
    const moved = await move(id, { opensAt: opened + DAY });
    expect(moved.body).toMatchObject({ opensAt: opened, state: "open" });
    market.time.now += 2 * DAY;
    const late = await move(id, { closesAt: market.time.now + DAY });
    expect([late.status, late.body.code]).toEqual([409, "cycle-state"]);
  });

  test("groups share a cycle (interGAS), each once", async () => {
    const id = await planned();
    const group = addGroup(market);
    const share = (which: string) =>
      market.call("PUT", at(id, `/groups/${which}`), { token: officer });
    expect((await share(group)).body).toEqual({ groups: [group] });
    expect((await share(group)).body).toEqual({ groups: [group] });
    expect((await share(anywhere)).body["code"]).toBe("not-found");
    const second = addGroup(market);
    expect((await share(second)).body).toEqual({ groups: [group, second].toSorted() });
  });
});
