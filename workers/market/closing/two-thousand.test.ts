import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { openDatabase, type Statement } from "#ports/database.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { closeSteps } from "./close-steps.ts";

const ORDERS = 200;
const names = Array.from({ length: 10 }, (_, index) => `cassa ${index}`);

/** Writes 200 orders of ten lines each, as their events would leave them. */
function writeOrders({ market, shop }: Trade): void {
  const number = (n: number) => String(n).padStart(20, "0");
  const run = (sql: string, ...values: (string | number)[]) =>
    market.database.prepare(sql).run(values);
  const now = market.time.now;
  for (let order = 0; order < ORDERS; order++) {
    run(
      `INSERT INTO customer_order (id, code, cycle_id, link_digest, place, payment,
          delivery_fee_cents, card_hold_basis_points, network_fee_basis_points, rules, placed_at,
          placed_by) VALUES (?, ?, ?, ?, ?, 'at-pickup', 0, 0, 600, '{}', ?, 'test')`,
      `0rder0${number(order)}`,
      `F-${order}`,
      shop.cycleId,
      order.toString(16).padStart(64, "0"),
      shop.pickupPointId,
      now,
    );
    for (const [index, name] of names.entries()) {
      const seq = order * names.length + index + 1;
      run(
        `INSERT INTO order_line (id, order_id, cycle_id, offer_id, enterprise_id, seq)
          VALUES (?, ?, ?, ?, ?, ?)`,
        `0ne000${number(seq)}`,
        `0rder0${number(order)}`,
        shop.cycleId,
        shop.offers[name] ?? "",
        shop.producers[name] ?? "",
        seq,
      );
      run(
        `INSERT INTO line_event (line_id, number, kind, at, actor, status, wanted_milli,
            tolerance_milli, lost_milli, estimated_cents, hold_cents, deposit_cents, load_grams)
          VALUES (?, 1, 'wanted', ?, 'test', 'ordered', 2000, 1000, 0, 800, 1200, 0, 1000)`,
        `0ne000${number(seq)}`,
        now,
      );
    }
  }
}

test("a cycle of two thousand lines closes in one batch a producer", async () => {
  const trade = await openTrade(names.map((name) => ({ name, boxUnits: 7 })));
  try {
    writeOrders(trade);
    const { env } = trade.market;
    const database = openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
    let writes = 0;
    const counting = {
      read: (statements: readonly Statement[]) => database.read(statements),
      write: (statements: readonly Statement[]) => {
        writes += 1;
        return database.write(statements);
      },
    };
    const now = instant(trade.market.time.now + 2 * 24 * 3600 * 1000);
    await closeSteps({ database: counting, now, actor: "system:clock" }, trade.shop.cycleId);
    // Closed, one batch a producer, allocated: what a batch holds grows, how many there are not.
    expect(writes).toBe(names.length + 2);
    expect(trade.rows("SELECT count(*), sum(allocated_milli) FROM order_line")).toEqual([
      [2000, names.length * Math.ceil((ORDERS * 2) / 7) * 7000],
    ]);
  } finally {
    await trade.close();
  }
});
