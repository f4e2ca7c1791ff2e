import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { fumane, juneCycle, zenti } from "#tests/postings.ts";
import { cycleBooks, type CycleSum, producerSettlementRef } from "./cycle-books.ts";

const sum = (kind: string, account: string, amount: number, ref = ""): CycleSum => ({
  kind,
  ref,
  account,
  cents: cents(amount),
});
const producer = (account: string, amount: number) =>
  sum("producer-settlement", account, amount, producerSettlementRef(juneCycle, fumane));

const charged = [
  sum("wallet-reservation", "wallet", 2000),
  sum("wallet-reservation", "wallet-held", -2000),
  sum("order-settlement", "wallet-held", 2000),
  sum("order-settlement", "wallet", -60),
  sum("order-settlement", "card-receivable", 1350),
  sum("order-settlement", "pickup-receivable", 500),
  sum("order-settlement", "sales", -3410),
  sum("order-settlement", "delivery-income", -350),
  sum("order-settlement", "deposits", -30),
];

test("everything collected is somebody's: goods, delivery, deposits", () => {
  const books = cycleBooks(charged);
  expect(books).toMatchObject({
    collectedCents: 3790,
    walletDebitedCents: 1940,
    cardChargedCents: 1350,
    atPickupCents: 500,
    goodsCents: 3410,
    deliveryIncomeCents: 350,
    depositsCents: 30,
    unsettledSalesCents: 3410,
    producers: [],
    vat: [],
  });
  const { goodsCents, deliveryIncomeCents, depositsCents } = books;
  expect(goodsCents + deliveryIncomeCents + depositsCents).toBe(books.collectedCents);
});

test("what was charged to cards and at pickup is told apart from what was paid", () => {
  const paid = [
    sum("card-capture", "card-clearing", 1350),
    sum("card-capture", "card-receivable", -1350),
    sum("pickup-payment", "cash", 200),
  ];
  const books = cycleBooks([...charged, ...paid]);
  expect([books.cardChargedCents, books.cardCapturedCents]).toEqual([1350, 1350]);
  expect([books.atPickupCents, books.paidAtPickupCents]).toEqual([500, 200]);
});

test("producers are owed the goods less the fee, with the VAT of each rate", () => {
  const other = (account: string, amount: number) =>
    sum("producer-settlement", account, amount, `producer-settlement:${juneCycle}:${zenti}`);
  const books = cycleBooks([
    ...charged,
    producer(`sales:${juneCycle}`, 2900),
    producer(`payable:${fumane}`, -2726),
    producer("network-fee", -174),
    producer("vat-mirror", 112),
    producer(`vat:${fumane}:400`, -112),
    producer("taxable-mirror", 2788),
    producer(`taxable:${fumane}:400`, -2788),
    other(`sales:${juneCycle}`, 510),
    other(`payable:${zenti}`, -510),
    other("vat-mirror", 46),
    other(`vat:${zenti}:1000`, -46),
    other("taxable-mirror", 464),
    other(`taxable:${zenti}:1000`, -364),
    other(`taxable:${zenti}:0`, -100),
  ]);
  expect(books.producers[0]).toEqual({
    enterpriseId: fumane,
    goodsCents: 2900,
    networkFeeCents: 174,
    payableCents: 2726,
    vat: [{ rate: 400, grossCents: 2900, vatCents: 112, netCents: 2788 }],
  });
  expect(books.vat).toEqual([
    { rate: 0, grossCents: 100, vatCents: 0, netCents: 100 },
    { rate: 400, grossCents: 2900, vatCents: 112, netCents: 2788 },
    { rate: 1000, grossCents: 410, vatCents: 46, netCents: 364 },
  ]);
  expect(books.unsettledSalesCents).toBe(0);
  expect(books.payableCents + books.networkFeeCents).toBe(books.goodsCents);
});

test("a cycle without postings has empty books", () => {
  expect(cycleBooks([])).toMatchObject({ collectedCents: 0, payableCents: 0, producers: [] });
});
