import { afterAll, beforeAll, expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { openDatabase } from "#ports/database.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { readingPerson } from "#tests/reading-person.ts";
import { openTrade, type Trade } from "#tests/trading.ts";
import { boughtBefore, soldBefore } from "./exchange.ts";
import { readBatch } from "./statement.ts";

let trade: Trade;
let members: readonly AdmittedMember[];
beforeAll(async () => {
  trade = await openTrade([{ name: "uova" }]);
  const household = await trade.household(5000);
  const [anna, bruno] = ["Anna", "Bruno"].map((name) =>
    readingPerson(trade, name, household.householdId),
  );
  const admit = (name: string, personId = anna?.id ?? bruno?.id) =>
    admitMember(trade.market, {
      name,
      ...(personId === undefined ? {} : { person: { personId, sent: {} } }),
    });
  members = [await admit("Anna"), await admit("Bruno", bruno?.id)];
  await trade.order([["uova", 2]], household);
  run(`UPDATE customer_order SET settled_at = 9, goods_final_cents = 1501,
    final_total_cents = 1501, final_fee_cents = 0`);
  run(`INSERT INTO cycle_figure SELECT DISTINCT cycle_id, '2026-06', 1, 1, 1, 1, 0, 1501, 1400,
    101, 0, 0, 0 FROM customer_order`);
  run("INSERT INTO producer_figure VALUES ('2026-06', 'orchard', 1501, 1400, 101)");
});
afterAll(() => trade.close());

const run = (sql: string) => trade.market.database.exec(sql);

function traded(on: string) {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = trade.market.env;
  const day = civilDate(on);
  const loaders = { bought: boughtBefore(day), sold: soldBefore(day) };
  return readBatch(openDatabase({ url, token }), loaders);
}

test("nobody's orders are read while no policy weighs votes by exchange", async () => {
  const { bought, sold } = await traded("2026-07-15");
  expect([bought.size, sold.get("orchard")]).toEqual([0, 1501]);
});

test("a household's purchases count once, for its members; sales by enterprise", async () => {
  run(`INSERT INTO policy_version VALUES ('by-exchange', 1, '{"votes":{"kind":"exchange"}}', 0, 0,
    'test', '', '${"a".repeat(64)}')`);
  const { bought } = await traded("2026-07-15");
  const parts = members.map(({ memberId }) => bought.get(memberId) ?? 0);
  expect(parts.toSorted((a, b) => a - b)).toEqual([750, 751]);
});

test("twelve closed months count, and neither the one that runs nor older ones", async () => {
  for (const day of ["2026-06-30", "2027-07-01"]) {
    const { bought, sold } = await traded(day);
    expect([day, bought.size, sold.size]).toEqual([day, 0, 0]);
  }
  expect((await traded("2027-06-30")).sold.size).toBe(1);
});
