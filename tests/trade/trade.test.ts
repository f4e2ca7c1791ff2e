/**
 * The market's own rules of the close, of delivery and of the books, against the second opinion,
 * on weeks that seek out the hard cases.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { settleOrderSums, settleProducerSums } from "#domain/orders/settlement.ts";
import { seedsRichInCases } from "#tests/weeks/cases.ts";
import type { ExpectedWeek } from "#tests/weeks/expected-file.ts";
import { generateWeek } from "#tests/weeks/generate.ts";
import { expectedWeek } from "#tests/weeks/oracle.ts";
import { close, deliver, found, identifiersOf, percent, type Traded } from "./traded.ts";
import { readWeek, type Week } from "#tests/weeks/week-files.ts";

function figuresOf({ entry, state }: Traded) {
  return {
    id: entry.id,
    allocated_milli: state.allocatedMilli,
    delivered_milli: state.deliveredMilli,
    status: state.status,
    estimated_cents: state.estimatedCents,
    final_cents: state.finalCents,
    ...(state.actualGrams === null ? {} : { actual_grams: state.actualGrams }),
  };
}

function expectWeek(week: Week): void {
  const expected = expectedWeek(week.network, week.cycle);
  const { closed, lines } = close(week, identifiersOf(week));
  expectPurchase(week, expected, closed);
  const delivered = deliver(week, lines);
  const rows = new Map(expected.lines.map((row) => [row.id, row]));
  expect(delivered).toHaveLength(expected.lines.length);
  for (const line of delivered) {
    const row = found(rows, line.entry.id);
    expect(row).toMatchObject(figuresOf(line));
    expect("actual_grams" in row).toBe(line.state.actualGrams !== null);
  }
  expectHouseholds(week, expected, delivered);
  expectProducers(week, expected, delivered);
  expectLoads(week, expected, delivered);
}

function expectPurchase(
  week: Week,
  expected: ExpectedWeek,
  closed: ReturnType<typeof close>["closed"],
): void {
  const { offers } = identifiersOf(week);
  const purchase = new Map(expected.purchase.map((one) => [found(offers, one.product), one]));
  const bought = closed.flatMap((producer) => producer.offers);
  expect(bought).toHaveLength(expected.purchase.length);
  for (const offer of bought) {
    expect(purchase.get(offer.offerId)).toMatchObject({
      boxes: offer.boxes,
      ordered_milli: offer.orderedMilli,
      demand_milli: offer.demandMilli,
      tolerance_milli: offer.toleranceMilli,
    });
  }
}

function expectHouseholds(week: Week, expected: ExpectedWeek, lines: readonly Traded[]): void {
  const { network } = week;
  for (const [index, household] of network.households.entries()) {
    const own = lines.filter(({ entry }) => entry.household === household.id);
    const goods = own.reduce((sum, { state }) => sum + (state.finalCents ?? 0), 0);
    const isHome = household.fulfilment === "home";
    const sums = settleOrderSums({
      goodsCents: cents(goods),
      depositsCents: cents(0),
      deliveryFeeCents: cents(isHome ? network.network.home_delivery_fee_cents : 0),
    });
    expect(expected.households[index]).toMatchObject({
      goods_final_cents: sums.goodsCents,
      delivery_fee_cents: sums.feeCents,
      final_total_cents: sums.totalCents,
    });
  }
}

function expectProducers(week: Week, expected: ExpectedWeek, lines: readonly Traded[]): void {
  const { network } = week;
  const networkFee = percent(network.network.network_fee_percent);
  const maker = new Map(network.products.map(({ id, producer }) => [id, producer]));
  for (const [index, producer] of network.producers.entries()) {
    const own = lines.filter(({ entry }) => maker.get(entry.product) === producer.id);
    const sums = settleProducerSums(
      own.map(({ terms, state }) => {
        return { finalCents: state.finalCents ?? cents(0), vat: terms.vat, networkFee };
      }),
    );
    const figures = expected.producers[index];
    expect(figures).toMatchObject({
      delivered_gross_cents: sums.deliveredGrossCents,
      network_fee_cents: sums.networkFeeCents,
      payout_cents: sums.payoutCents,
    });
    const vat = sums.vat.map(({ rate, grossCents, vatCents, netCents }) => [
      String(rate / 100),
      { gross_cents: grossCents, vat_cents: vatCents, net_cents: netCents },
    ]);
    expect(figures?.vat).toEqual(Object.fromEntries(vat));
  }
}

function expectLoads(week: Week, expected: ExpectedWeek, lines: readonly Traded[]): void {
  const { by_fulfilment: places } = expected.totals;
  const households = new Map(week.network.households.map((one) => [one.id, one]));
  const loads: Record<string, number> = Object.fromEntries(Object.keys(places).map((p) => [p, 0]));
  for (const { entry, state } of lines) {
    const { fulfilment } = found(households, entry.household);
    loads[fulfilment] = (loads[fulfilment] ?? 0) + state.loadGrams;
  }
  const carried = Object.entries(places).map(([place, { grams_approx: load }]) => [place, load]);
  expect(loads).toEqual(Object.fromEntries(carried));
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe("the close, delivery and the books agree with the second opinion", () => {
  test("on the week of Veronetta", () => {
    expectWeek(readWeek(join(import.meta.dirname, "..", "weeks", "veronetta")));
  });

  test.each(seedsRichInCases(seeds, 25))("on the generated week of seed %i", (seed) => {
    expectWeek(generateWeek(seed));
  });
});
