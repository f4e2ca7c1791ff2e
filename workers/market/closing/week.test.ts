import { afterEach, beforeEach, expect, test } from "vitest";
import { openTrade, type Trade } from "#tests/trading.ts";

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade([
    { name: "vino", priceCents: 1000, boxUnits: 6 },
    { name: "monte", kind: "variable", priceCents: 1980, nominalGrams: 500 },
    { name: "miele", priceCents: 900, minimumCents: 10_000 },
    { name: "acqua", priceCents: 100, depositCents: 50 },
  ]);
});
afterEach(() => trade.close());

test("a close leaves boxes, allocations and a missed minimum that everyone can read", async () => {
  await orderAndClose(await trade.household(10_000));
  expect(await trade.state()).toBe("allocated");
  expect(await trade.lines()).toMatchObject([
    { seq: 1, status: "allocated", allocatedMilli: 5000 },
    { seq: 2, status: "allocated", allocatedMilli: 2000 },
    { seq: 3, status: "cancelled_minimum", allocatedMilli: 0 },
    { seq: 4, status: "partly_cut_by_box", allocatedMilli: 1000 },
    { seq: 5, status: "allocated", allocatedMilli: 3000 },
  ]);
  const purchase = await trade.get<{ items: object[] }>("/purchase");
  expect(purchase.items).toMatchObject([
    { productName: "vino", demandMilli: 7000, toleranceMilli: 1000, boxes: 1, orderedMilli: 6000 },
    { productName: "monte", boxes: null, orderedMilli: 2000 },
    { productName: "miele", boxes: 0, orderedMilli: 0 },
    { productName: "acqua", boxes: null, orderedMilli: 3000 },
  ]);
});

test("a week from delivery day to the books, with every figure readable on the way", async () => {
  const rossi = await trade.household(10_000);
  const { own, guest } = await orderAndClose(rossi);
  expect((await trade.act("/dispatch")).status).toBe(200);
  await deliver(trade);
  expect((await trade.act("/delivery")).status).toBe(200);
  expect((await trade.act("/settlement")).status).toBe(200);
  expect(await trade.state()).toBe("settled");
  const unsealed = "SELECT count(*) FROM ledger_tx WHERE id > (SELECT max(to_id) FROM seal)";
  expect(trade.rows(unsealed)).toEqual([[0]]);
  const orders = await trade.get<{ items: { id: string }[] }>("/orders");
  const one = (id: string) => orders.items.find((order) => order.id === id);
  expect([one(own), one(guest)]).toMatchObject([
    { id: own, goodsEstimatedCents: 7880, goodsFinalCents: 5901, finalTotalCents: 5901 },
    { id: guest, goodsFinalCents: 1300, depositsCents: 150, finalTotalCents: 1450 },
  ]);
  const { items } = await trade.get<{ items: object[] }>("/statements");
  expect(items).toMatchObject([
    { name: "Azienda acqua", deliveredGrossCents: 300, networkFeeCents: 18, payoutCents: 282 },
    { name: "Azienda miele", status: "cancelled_minimum", payoutCents: 0 },
    { name: "Azienda monte", status: "delivered", deliveredGrossCents: 901 },
    { name: "Azienda vino", status: "delivered", deliveredGrossCents: 6000 },
  ]);
  await trade.market.tick();
  const paid = await trade.get<{ items: { id: string }[] }>("/orders");
  expect(paid.items.find(({ id }) => id === guest)).toMatchObject({ capturedCents: 1450 });
  const letters = trade.rows(
    "SELECT count(*) FROM outbox WHERE key LIKE 'receipt:%' AND done_at > 0",
  );
  expect(letters).toEqual([[1]]);
  expect(trade.rows("SELECT sum(posted_cents) FROM ledger_balance")).toEqual([[0]]);
  const wallet = `/api/v1/households/${rossi.householdId}/wallet`;
  const { body } = await trade.market.call("GET", wallet, { token: trade.officer });
  expect(body).toMatchObject({ balanceCents: 4099, heldCents: 0 });
});

/** A household by wallet and a guest by card order; then the hub closes. */
async function orderAndClose(household: object) {
  const own = await trade.order(
    [
      ["vino", 5, 1],
      ["monte", 2],
      ["miele", 1],
    ],
    household,
  );
  const guest = await trade.order(
    [
      ["vino", 2],
      ["acqua", 3],
    ],
    { payment: "card", card: "visa" },
  );
  const closure = await trade.act("/closure");
  expect([closure.status, closure.body["state"]]).toEqual([200, "closed"]);
  return { own, guest };
}

/** Everybody arrives; one piece of cheese is missing, the other weighs 455 g. */
async function deliver({ act, lines, shop }: Trade): Promise<void> {
  const arrived = await act("/arrivals", { enterpriseIds: Object.values(shop.producers) });
  expect([arrived.status, arrived.body["state"]]).toEqual([200, "receiving"]);
  const short = await act("/shortages", { offerId: shop.offers["monte"], missingMilli: 1000 });
  expect(short.body).toMatchObject({ lines: [{ status: "short_delivered" }] });
  const cheese = (await lines())[1];
  const weighed = await act("/weights", { weights: [{ lineId: cheese?.id, grams: 455 }] });
  expect(weighed.body).toMatchObject({ lines: [{ actualGrams: 455, finalCents: 901 }] });
}
