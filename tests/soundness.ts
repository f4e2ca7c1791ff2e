import assert from "node:assert/strict";
import type { Host } from "#host/market-host.ts";

/** Each query finds rows that contradict a law of the data (DESIGN §6): none may. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  "the books sum to zero": `SELECT sum(posted_cents) AS cents FROM ledger_balance
    HAVING cents <> 0`,
  "a posting balances": `SELECT tx_id, sum(amount_cents) AS cents FROM ledger_entry
    GROUP BY tx_id HAVING cents <> 0`,
  "a balance is the sum of its entries": `SELECT account_id FROM ledger_balance b
    WHERE posted_cents <> (SELECT sum(amount_cents) FROM ledger_entry e
      WHERE e.account_id = b.account_id)`,
  "a pool reserves what its holders hold": `SELECT p.id FROM stock_pool p
    WHERE reserved_milli <> (SELECT coalesce(sum(quantity_milli), 0) FROM stock_reservation r
      WHERE r.pool_id = p.id)`,
  "a holder of stock is an order that stands": `SELECT holder FROM stock_reservation
    WHERE holder NOT IN (SELECT id FROM customer_order WHERE cancelled_at IS NULL)`,
  "an open order holds the stock of its lines": `SELECT o.id, f.pool_id
    FROM customer_order o JOIN order_line l ON l.order_id = o.id JOIN offer f ON f.id = l.offer_id
    JOIN cycle c ON c.id = o.cycle_id
    WHERE f.pool_id IS NOT NULL AND o.cancelled_at IS NULL AND c.state = 'published'
    GROUP BY o.id, f.pool_id
    HAVING sum(l.wanted_milli * f.pool_milli_per_unit / 1000) <> coalesce((
      SELECT quantity_milli FROM stock_reservation r
      WHERE r.holder = o.id AND r.pool_id = f.pool_id), 0)`,
  "an order says what its lines say": `SELECT o.id FROM customer_order o
    WHERE goods_estimated_cents <> (SELECT coalesce(sum(estimated_cents), 0) FROM order_line l
      WHERE l.order_id = o.id)`,
  "a line has every event up to its version": `SELECT l.id FROM order_line l
    WHERE version <> (SELECT count(*) FROM line_event e WHERE e.line_id = l.id)`,
  "an offer's demand is what its lines want": `SELECT t.offer_id FROM offer_total t
    WHERE demand_milli <> (SELECT coalesce(sum(wanted_milli), 0) FROM order_line l
      WHERE l.offer_id = t.offer_id)`,
  "a wallet reserves what its open orders hold": `SELECT o.id FROM customer_order o
    JOIN cycle c ON c.id = o.cycle_id WHERE payment = 'wallet' AND settled_at IS NULL
    AND c.state = 'published' AND (SELECT coalesce(-sum(posted_cents), 0)
      FROM ledger_balance JOIN ledger_account a ON a.id = account_id
      WHERE a.code = 'wallet-held:' || o.household_id) < (CASE WHEN o.cancelled_at IS NULL
        THEN o.goods_estimated_cents ELSE 0 END)`,
  "what is charged by card is what was owed": `SELECT id FROM customer_order
    WHERE payment = 'card' AND captured_cents <> final_total_cents`,
  "no after-effect is given up": "SELECT key, last_error FROM outbox WHERE dead_at IS NOT NULL",
};

/** Everything sent, everything sealed: only once the network is at rest. */
const LEFT_OVERS: Readonly<Record<string, string>> = {
  "nothing waits to be sent": `SELECT key, last_error FROM outbox
    WHERE done_at IS NULL AND dead_at IS NULL`,
};

/** What contradicts the laws of the data; empty when the network is sound. */
function contradictions(host: Pick<Host, "database" | "payments">): string[] {
  return [...broken(host, CONTRADICTIONS), ...strayHolds(host)];
}

/** Fails with every contradiction, and with everything that still waits to be sent. */
export function assertSoundAtRest(host: Pick<Host, "database" | "payments">, about: string): void {
  const wrong = [...contradictions(host), ...broken(host, LEFT_OVERS)];
  assert.deepEqual(wrong, [], about);
}

function broken(host: Pick<Host, "database">, queries: Readonly<Record<string, string>>): string[] {
  return Object.entries(queries).flatMap(([law, sql]) => {
    const rows = host.database.prepare(sql).all([]);
    return rows.length === 0 ? [] : [`${law}: ${JSON.stringify(rows.slice(0, 3))}`];
  });
}

/** A card holds money for one order that stands, and for no other. */
function strayHolds(host: Pick<Host, "database" | "payments">): string[] {
  const orders = host.database
    .prepare(
      "SELECT hold_id FROM customer_order WHERE hold_id IS NOT NULL AND cancelled_at IS NULL",
    )
    .pluck()
    .all([]) as string[];
  const wanted = new Set(orders);
  const held = host.payments
    .holds()
    .filter((hold) => hold.state === "authorised" || hold.state === "captured")
    .map((hold) => hold.id);
  const stray = held.filter((id) => !wanted.has(id));
  const missing = orders.filter((id) => !held.includes(id));
  return [
    ...stray.map((id) => `a card is held for no order: ${id}`),
    ...missing.map((id) => `an order's card is not held: ${id}`),
  ];
}
