import type Database from "libsql";
import type { CycleId } from "#domain/kernel/ids.ts";
import { DELIVERY_INCOME, PICKUP_RECEIVABLE } from "#domain/ledger/accounts.ts";
import { type FilledShop, openCycle, running } from "./filled-shop.ts";

const DAY = 24 * 3600 * 1000;
const LINES_EACH = 2;
const TELLS = ["closed", "allocated", "sent", "receiving", "delivered", "settled"];

/** Numbers 1 to ?1, for statements that write many rows at once. */
const COUNTING = `WITH RECURSIVE count(n) AS (
  SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?1)`;

const ORDERS = `${COUNTING} INSERT INTO customer_order (id, code, cycle_id, link_digest, place,
    payment, delivery_fee_cents, card_hold_basis_points, network_fee_basis_points, rules,
    placed_at, placed_by)
  SELECT substr(?2, 1, 18) || printf('%08d', n), substr(?2, 11) || n, ?2,
    lower(hex(randomblob(32))), ?3, 'at-pickup', 0, 11500, 600, '{}', ?4, 'bench'
  FROM count`;

const LINES = `INSERT INTO order_line (id, order_id, cycle_id, offer_id, enterprise_id, seq)
  SELECT substr(?1, 11, 14) || printf('%012d', o.rank * ?3 + p.n), o.id, ?1, f.id,
    f.enterprise_id, o.rank * ?3 + p.n
  FROM (SELECT id, row_number() OVER () AS rank FROM customer_order WHERE cycle_id = ?1) o,
    (SELECT value AS n FROM json_each(?2)) p
    JOIN offer f ON f.cycle_id = ?1 AND f.position = 1 + (o.rank * 7 + p.n * 11) % (
      SELECT count(*) FROM offer WHERE cycle_id = ?1)`;

const WANTED = `INSERT INTO line_event (line_id, number, kind, at, actor, status, wanted_milli,
    tolerance_milli, lost_milli, estimated_cents, hold_cents, deposit_cents, load_grams)
  SELECT l.id, 1, 'wanted', ?2, 'bench', 'ordered', 2000, 1000, 0, 2 * f.price_cents,
    2 * f.price_cents, 0, 800
  FROM order_line l JOIN offer f ON f.id = l.offer_id WHERE l.cycle_id = ?1`;

const CHARGED = `INSERT INTO ledger_tx (ref, kind, business_date, posted_at, actor, cycle_id,
    order_id, rules, legs, digest)
  SELECT 'order-settlement:' || id, 'order-settlement', '2026-06-05', 0, 'bench', cycle_id, id,
    '{}', json_array(json_array(?2, goods_estimated_cents), json_array(?3, -goods_estimated_cents)),
    lower(hex(randomblob(32)))
  FROM customer_order WHERE cycle_id = ?1`;

const SETTLED = `UPDATE customer_order SET settled_at = 1, final_fee_cents = 0,
    final_total_cents = goods_estimated_cents, goods_final_cents = goods_estimated_cents
  WHERE cycle_id = ?1`;

const SENT = `INSERT INTO outbox (topic, key, payload, created_at, due_at, done_at)
  SELECT 'mail', 'placed:' || id, '{}', 0, 0, 1 FROM customer_order WHERE cycle_id = ?1`;

/** Puts orders into an open cycle: each of some lines, paid at the pickup point. */
export function addOrders(
  database: Database.Database,
  { cycleId, shop }: { readonly cycleId: CycleId; readonly shop: FilledShop },
  { orders, linesEach }: { readonly orders: number; readonly linesEach: number },
): void {
  const run = running(database);
  const read = database.prepare("SELECT closes_at FROM cycle WHERE id = ?").pluck();
  const at = Number(read.all([cycleId])[0]) - DAY;
  const places = Array.from({ length: linesEach }, (_, i) => i);
  run(ORDERS, orders, cycleId, shop.pickupPointId, at);
  run(LINES, cycleId, JSON.stringify(places), linesEach);
  run(WANTED, cycleId, at);
}

/** Writes weeks that are over, with their orders, postings and letters. */
export function addPast(
  database: Database.Database,
  shop: FilledShop,
  { weeks, ordersEach }: { readonly weeks: number; readonly ordersEach: number },
): void {
  const run = running(database);
  database.exec("BEGIN");
  for (let week = 1; week <= weeks; week += 1) {
    const cycleId = openCycle(database, shop, Date.now() - week * 7 * DAY);
    addOrders(database, { cycleId, shop }, { orders: ordersEach, linesEach: LINES_EACH });
    run(CHARGED, cycleId, PICKUP_RECEIVABLE.code, DELIVERY_INCOME.code);
    run(SETTLED, cycleId);
    run(SENT, cycleId);
    for (const [i, kind] of TELLS.entries()) {
      run("INSERT INTO cycle_event VALUES (?, ?, ?, 0, 'bench', '', NULL)", cycleId, i + 2, kind);
    }
  }
  database.exec("COMMIT");
}
