/** Households, producers and VAT by RULES §6 and §7: sums of rounded lines, never rounded again. */
import { exact, halfUp, percentage, product as times } from "./exact.ts";
import type { ExpectedHousehold, ExpectedProducer, VatOfProducer } from "./expected-file.ts";
import { heldFor, total } from "./oracle-close.ts";
import type { Settled } from "./oracle-delivery.ts";
import type { HouseholdEntry, NetworkTerms, ProducerEntry } from "./week-files.ts";

/** One household's week; all figures are 0 if it ordered nothing. */
export function householdFigures(
  household: HouseholdEntry,
  terms: NetworkTerms,
  settled: readonly Settled[],
): ExpectedHousehold {
  const own = settled.filter(({ row }) => row.household === household.id);
  const fee = household.fulfilment === "home" ? terms.home_delivery_fee_cents : 0;
  const estimated = total(own.map(({ row }) => row.estimated_cents));
  const held = total(own.map(({ asked }) => heldFor(asked, terms.card_hold_percent_of_variable)));
  const goods = total(own.map(({ row }) => row.final_cents));
  const feeAsked = own.length > 0 ? fee : 0;
  const feeDue = goods > 0 ? fee : 0;
  return {
    household: household.id,
    lines: own.length,
    goods_estimated_cents: estimated,
    checkout_total_cents: estimated + feeAsked,
    hold_cents: held + feeAsked,
    goods_final_cents: goods,
    delivery_fee_cents: feeDue,
    final_total_cents: goods + feeDue,
    difference_cents: goods + feeDue - (estimated + feeAsked),
    ...(household.payment === "wallet" ? walletFigures(household, goods + feeDue) : {}),
  };
}

function walletFigures({ wallet_opening_cents: opening }: HouseholdEntry, finalTotal: number) {
  return { wallet_opening_cents: opening, wallet_closing_cents: opening - finalTotal };
}

/** One producer's week: what was asked of it, what it delivered, its fee, payout and VAT. */
export function producerFigures(
  producer: ProducerEntry,
  terms: NetworkTerms,
  settled: readonly Settled[],
): ExpectedProducer {
  const own = settled.filter(({ asked }) => asked.product.producer === producer.id);
  const delivered = total(own.map(({ row }) => row.final_cents));
  const fee = halfUp(times(exact(delivered), percentage(terms.network_fee_percent)));
  return {
    producer: producer.id,
    lines: own.length,
    min_order_cents: producer.min_order_cents,
    ordered_gross_cents: total(own.map(({ row }) => row.estimated_cents)),
    status: producerStatus(own),
    delivered_gross_cents: delivered,
    network_fee_cents: fee,
    payout_cents: delivered - fee,
    vat: vatByRate(own),
  };
}

function producerStatus(own: readonly Settled[]): ExpectedProducer["status"] {
  if (own.length === 0) return "no_orders";
  // The minimum is checked once for the whole producer: one cancelled line means all of them.
  return own.some(({ row }) => row.status === "cancelled_minimum")
    ? "cancelled_minimum"
    : "delivered";
}

function vatByRate(own: readonly Settled[]): Record<string, VatOfProducer> {
  const rates = new Set(own.map(({ asked }) => asked.product.vat_percent));
  const vat: Record<string, VatOfProducer> = {};
  for (const rate of rates) {
    const ofRate = own.filter(({ asked }) => asked.product.vat_percent === rate);
    const gross = total(ofRate.map(({ row }) => row.final_cents));
    if (gross > 0) vat[String(rate)] = vatWithin(gross, rate);
  }
  return vat;
}

/** The VAT that a gross amount contains, and what is left of it. */
export function vatWithin(gross: number, rate: number): VatOfProducer {
  const vat = halfUp(times(exact(gross), exact(rate, 100 + rate)));
  return { gross_cents: gross, vat_cents: vat, net_cents: gross - vat };
}
