import { expect, test } from "vitest";
import { type GroupId, id, type OfferId, type OrderId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { groupSheet, quantityNow, type SheetLine } from "./group-sheet.ts";

const [mele, pane] = [id<OfferId>("a".repeat(26)), id<OfferId>("b".repeat(26))];
const [lucia, piero] = [id<OrderId>("c".repeat(26)), id<OrderId>("d".repeat(26))];
const groupId = id<GroupId>("e".repeat(26));

const line = (orderId: OrderId, offerId: OfferId, wanted: number): SheetLine => ({
  orderId,
  offerId,
  wantedMilli: milli(wanted),
  toleranceMilli: milli(0),
  allocatedMilli: null,
  deliveredMilli: null,
  estimatedCents: cents(wanted / 10),
});
const lines = [line(lucia, mele, 5000), line(lucia, pane, 1000), line(piero, mele, 2000)];
const offer = (offerId: OfferId, demand: number) => ({
  terms: { offerId },
  demandMilli: milli(demand),
});
const share = (offerId: OfferId, of: GroupId | null, wanted: number) => ({
  offerId,
  groupId: of,
  wantedMilli: milli(wanted),
});
const counted = {
  lines,
  offers: [offer(mele, 9000), offer(pane, 1000)],
  orders: [
    { id: lucia, estimatedCents: cents(600) },
    { id: piero, estimatedCents: cents(200) },
  ],
  shares: [share(mele, groupId, 7000), share(mele, null, 2000), share(pane, groupId, 1000)],
  groupId,
};

test("a sheet adds up by product, by household, and with everybody else", () => {
  const sheet = groupSheet(counted);
  expect(sheet.isSquare).toBe(true);
  expect(sheet.estimatedCents).toBe(800);
  expect(sheet.products.map(({ wantedMilli, households }) => [wantedMilli, households])).toEqual([
    [7000, 2],
    [1000, 1],
  ]);
});

test("a sheet that does not add up says where", () => {
  const order = groupSheet({ ...counted, orders: [{ id: lucia, estimatedCents: cents(599) }] });
  expect([order.isSquare, order.households[0]?.isSquare]).toEqual([false, false]);
  const product = groupSheet({ ...counted, offers: [offer(mele, 9001), offer(pane, 1000)] });
  expect(product.products.map(({ isSquare }) => isSquare)).toEqual([false, true]);
});

test("a line comes to what was wanted, then to what was assigned, then to what came", () => {
  const one = line(lucia, mele, 5000);
  expect(quantityNow(one)).toBe(5000);
  expect(quantityNow({ ...one, allocatedMilli: milli(4000) })).toBe(4000);
  const came = { ...one, allocatedMilli: milli(4000), deliveredMilli: milli(0) };
  expect(quantityNow(came)).toBe(0);
});
