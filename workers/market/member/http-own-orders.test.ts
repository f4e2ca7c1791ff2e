import { afterEach, beforeEach, expect, test } from "vitest";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import { readingPerson, type ReadingPerson } from "#tests/reading-person.ts";
import { said } from "#tests/reader.ts";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
let household: { readonly householdId: HouseholdId };
let anna: ReadingPerson;
beforeEach(async () => {
  trade = await openTrade([{ name: "uova" }]);
  household = await trade.household(50_000);
  anna = readingPerson(trade, "Anna", household.householdId);
});
afterEach(() => trade.close());

const orders = async (query = "", who = anna) => said(await who.reader.get(`/io/ordini${query}`));
const codeOf = (order: string) =>
  String(trade.rows(`SELECT code FROM customer_order WHERE id = '${order}'`)[0]?.[0]);

test("whoever has not ordered yet is told so, with a way to the shelf", async () => {
  const page = await anna.reader.get("/io/ordini");
  expect(said(page)).toContain("Non hai ancora ordinato da qui");
  expect(page.html).toContain('href="/prodotti"');
});

test("orders of the household stand there, and a guest's with one's own address", async () => {
  const ours = await trade.order([["uova", 2]], household);
  const contact = { name: "Anna", email: anna.address.toUpperCase() };
  const guest = await trade.order([["uova", 1]], { contact });
  const other = await trade.order([["uova", 1]], {
    contact: { ...contact, email: "b@example.org" },
  });
  const words = await orders();
  expect(words).toContain(`Ordine ${codeOf(ours)}`);
  expect(words).toContain(`Ordine ${codeOf(guest)}`);
  expect(words).not.toContain(codeOf(other));
  expect(words).toContain("circa 8,00 €");
  expect(await orders("", readingPerson(trade, "Bruno"))).toContain("Non hai ancora ordinato");
});

test("a cancelled order is among the past ones, and costs nothing", async () => {
  const order = await trade.order([["uova", 2]], household);
  await trade.market.call("POST", `/api/v1/orders/${order}/cancellation`, {
    token: trade.officer,
    body: {},
  });
  const words = await orders();
  expect(words).toContain("Passati");
  expect(words).toContain("Annullato");
  expect(words).not.toContain("8,00 €");
});

test("more than a page go on with the older ones, each once", async () => {
  for (let n = 0; n < 23; n++) {
    await trade.order([["uova", 1]], { contact: { name: "Anna", email: anna.address } });
    trade.market.time.now += 1000;
  }
  const first = await anna.reader.get("/io/ordini");
  const next = /href="(\/io\/ordini\?dopo=[^"]*)"/.exec(first.html)?.[1] ?? "";
  const second = await anna.reader.get(next);
  const listed = [first, second].map(({ html }) => html.match(/data-act="own-order"/g)?.length);
  expect(listed).toEqual([20, 3]);
  expect(second.html).toContain('data-act="newest"');
});

test("a year shows what was ordered in it by the clocks of Rome", async () => {
  const order = await trade.order([["uova", 2]], household);
  // Half past midnight of New Year's Day in Rome is the evening before elsewhere.
  const newYear = Date.UTC(2025, 11, 31, 23, 30);
  trade.market.database.prepare("UPDATE customer_order SET placed_at = ?").run([newYear]);
  expect(await orders("?anno=2026")).toContain(codeOf(order));
  expect(await orders("?anno=2025")).toContain("Nel 2025 nessun ordine");
  trade.market.database
    .prepare("UPDATE customer_order SET placed_at = ?")
    .run([newYear - 3_600_000]);
  expect(await orders("?anno=2025")).toContain(codeOf(order));
  expect(await orders("?anno=quasi")).toContain(codeOf(order));
});
