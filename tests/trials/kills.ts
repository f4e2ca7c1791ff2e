import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startHost } from "#host/market-host.ts";
import { verifyText } from "#host/verify-text.ts";
import type { Got } from "#tests/market.ts";
import { keyring } from "#host/passkeys/keyring.ts";
import { callerOf, secret, setUp } from "#tests/running-market.ts";
import { openShop, type Shop } from "#tests/shop.ts";
import { assertSoundAtRest } from "#tests/soundness.ts";
import { type Dice, dice } from "#tests/weeks/dice.ts";
import { type HostPlace, killAtItsFirstJobs, lastingPort, spawnHost } from "./killed-host.ts";
import type { TrialSize } from "./trial.ts";

/** One order of one buyer, sent until it is answered. */
interface Sale {
  readonly key: string;
  readonly basket: string;
  readonly body: { readonly contact: { readonly name: string } };
  /** The order that was answered for, once it was. */
  orderId: string | null;
}

const AT_ONCE = 6;

/**
 * The host's process is killed `most` times: while orders are written, between their commit and
 * what is sent after them, and in its first jobs. Buyers send again what was not answered. In the
 * end every answered order is there once, the file is whole, the books verify, nothing waits.
 */
export async function kills({ seed, most, say }: TrialSize): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "filiera-kills-"));
  try {
    const { shop, officer } = await openForBusiness(data);
    const sales: Sale[] = [];
    const chance = dice(seed);
    // One address for all: letters hold it, and a letter that is sent again is the same one.
    const place = { data, port: await lastingPort(chance) };
    for (let kill = 0; kill < most; kill += 1) await killOnce(place, { chance, shop, sales, kill });
    await lastRun(place, sales);
    const orders = await lookBack(place, { sales, officer });
    say(`${most} kills, ${sales.length} orders sent, ${orders} placed, none lost, none doubled`);
  } finally {
    rmSync(data, { recursive: true });
  }
}

async function openForBusiness(data: string) {
  const host = await startHost({ data });
  const keys = keyring(host.url);
  const officer = await setUp({ call: callerOf(host.url, keys), keys }, host.setupToken);
  const time = { now: Date.now() };
  const goods = [{ name: "uova", priceCents: 100, stockMilli: 100_000_000 }, { name: "pane" }];
  const shop = openShop({ database: host.database, time }, goods);
  await host.close();
  return { shop, officer };
}

interface Scene {
  readonly chance: Dice;
  readonly shop: Shop;
  readonly sales: Sale[];
  readonly kill: number;
}

/** Two times out of three in the middle of writes, else while the host sends what waited. */
async function killOnce(place: HostPlace, { chance, shop, sales, kill }: Scene): Promise<void> {
  if (kill % 3 === 2) {
    await killAtItsFirstJobs(place, chance.between(0, 60));
    return;
  }
  const host = await spawnHost(place);
  const isOver = { now: false };
  const buyers = Array.from({ length: AT_ONCE }, async () => {
    const unanswered = sales.filter(({ orderId }) => orderId === null);
    const mine = unanswered.filter((_, i) => i % AT_ONCE === 0);
    for (const sale of mine) await sell(host.url, sale);
    while (!isOver.now) {
      const sale = newSale(shop, chance);
      sales.push(sale);
      await sell(host.url, sale);
    }
  });
  await pause(chance.between(20, 600));
  await host.kill();
  isOver.now = true;
  await Promise.all(buyers);
}

function newSale(shop: Shop, chance: Dice): Sale {
  const payment = chance.pick(["card", "at-pickup"]);
  const name = secret();
  const body = {
    cycleId: shop.cycleId,
    contact: { name, email: `${name.slice(0, 12)}@example.org` },
    place: shop.pickupPointId,
    payment,
    card: payment === "card" ? "card-ok" : null,
    lines: [
      { offerId: shop.offers["uova"], wantedMilli: 1000 },
      { offerId: shop.offers["pane"], wantedMilli: 2000 },
    ],
  };
  return { key: secret(), basket: secret(), body, orderId: null };
}

/** A killed host answers nothing, and that is no answer; any answer must be the order. */
async function sell(url: string, sale: Sale): Promise<void> {
  let got: Got<{ id: string }>;
  try {
    const { key, basket, body } = sale;
    got = await callerOf(url)<{ id: string }>("POST", "/api/v1/orders", { key, basket, body });
  } catch {
    return;
  }
  if (got.status >= 500) return;
  assert.equal(got.status, 201, JSON.stringify(got.body));
  assert.ok(sale.orderId === null || sale.orderId === got.body.id, "the same order each time");
  sale.orderId = got.body.id;
}

/** A host that nobody kills: every buyer is answered, and asks twice. */
async function lastRun(place: HostPlace, sales: readonly Sale[]): Promise<void> {
  const host = await spawnHost(place);
  for (const sale of sales) await sell(host.url, sale);
  await host.stop();
}

interface Past {
  readonly sales: readonly Sale[];
  readonly officer: string;
}

/** What the file holds an hour after everything is over; gives the number of orders. */
async function lookBack(place: HostPlace, { sales, officer }: Past): Promise<number> {
  const host = await startHost({ ...place, clockAt: Date.now() + 3_600_000 });
  try {
    await host.tick();
    await verifyBooks(host.url, officer);
    const check = host.database.prepare("PRAGMA integrity_check").pluck().all([]);
    assert.deepEqual(check, ["ok"], "the file is whole");
    for (const { orderId, body } of sales) {
      const sql = "SELECT order_id FROM order_contact WHERE name = ?";
      const found = host.database.prepare(sql).pluck().all([body.contact.name]);
      assert.deepEqual(found, [orderId], "an answered order is there, once");
    }
    assertSoundAtRest(host, "after the kills");
    const letters = host.mailbox.messages().map(({ to }) => to);
    assert.equal(new Set(letters).size, letters.length, "a letter arrives once");
    assert.equal(letters.length, sales.length, "and every letter arrives");
    return sales.length;
  } finally {
    await host.close();
  }
}

/** The exported journal, part by part, as `npm run verify` reads it. */
async function verifyBooks(url: string, token: string): Promise<void> {
  const parts: string[] = [];
  let after = "";
  do {
    const path = `/api/v1/ledger/export?limit=200${after === "" ? "" : `&after=${after}`}`;
    const { status, body } = await callerOf(url)<{ next: string | null }>("GET", path, { token });
    assert.equal(status, 200);
    parts.push(JSON.stringify(body));
    after = body.next ?? "";
  } while (after !== "");
  const verdict = verifyText(parts.join("\n"));
  assert.ok(verdict.ok, JSON.stringify(verdict));
}
