/** The totals of a week by RULES §7. */
import { exact, halfUp, product as times } from "./exact.ts";
import type {
  ExpectedHousehold,
  ExpectedProducer,
  ExpectedTotals,
  FulfilmentTotals,
} from "./expected-file.ts";
import { total } from "./oracle-close.ts";
import type { Settled } from "./oracle-delivery.ts";
import type { HouseholdEntry, NetworkFile } from "./week-files.ts";

/** What the totals add up. */
export interface Rows {
  readonly settled: readonly Settled[];
  readonly households: readonly ExpectedHousehold[];
  readonly producers: readonly ExpectedProducer[];
}

export function totalFigures(network: NetworkFile, rows: Rows): ExpectedTotals {
  return {
    ...counts(network, rows),
    ...money(network, rows),
    ...directions(rows.households),
    lines_by_status: linesByStatus(rows.settled),
    vat: vatTotals(network, rows.producers),
    by_fulfilment: byFulfilment(network, rows.settled),
  };
}

function counts(network: NetworkFile, { settled, households, producers }: Rows) {
  const atHome = idsWhere(network, ({ fulfilment }) => fulfilment === "home");
  return {
    households: network.households.length,
    order_lines: settled.length,
    producers_in_network: network.producers.length,
    producers_with_orders: producers.filter(({ lines }) => lines > 0).length,
    products: network.products.length,
    products_ordered: new Set(settled.map(({ row }) => row.product)).size,
    home_drops: households.filter((one) => atHome.has(one.household) && one.goods_final_cents > 0)
      .length,
  };
}

function money(network: NetworkFile, { households, producers }: Rows) {
  const onCard = idsWhere(network, ({ payment }) => payment === "card");
  const cards = households.filter(({ household }) => onCard.has(household));
  const wallets = households.filter(({ household }) => !onCard.has(household));
  return {
    goods_estimated_cents: total(households.map((one) => one.goods_estimated_cents)),
    goods_final_cents: total(households.map((one) => one.goods_final_cents)),
    delivery_fees_cents: total(households.map((one) => one.delivery_fee_cents)),
    collected_cents: total(households.map((one) => one.final_total_cents)),
    card_captured_cents: total(cards.map((one) => one.final_total_cents)),
    card_orders: withOrder(cards).length,
    card_holds_cents: total(cards.map((one) => one.hold_cents)),
    wallet_debited_cents: total(wallets.map((one) => one.final_total_cents)),
    wallet_orders: withOrder(wallets).length,
    network_fee_cents: total(producers.map((one) => one.network_fee_cents)),
    producer_payouts_cents: total(producers.map((one) => one.payout_cents)),
  };
}

function directions(households: readonly ExpectedHousehold[]) {
  const differences = withOrder(households).map((one) => one.difference_cents);
  return {
    orders_up: differences.filter((difference) => difference > 0).length,
    orders_down: differences.filter((difference) => difference < 0).length,
    orders_same: differences.filter((difference) => difference === 0).length,
  };
}

function linesByStatus(settled: readonly Settled[]): ExpectedTotals["lines_by_status"] {
  const counted: Record<string, number> = {};
  for (const { row } of settled) counted[row.status] = (counted[row.status] ?? 0) + 1;
  return counted;
}

/** One entry per rate of the network's products; adds what the producers' entries say. */
function vatTotals(network: NetworkFile, producers: readonly ExpectedProducer[]) {
  const vat: Record<string, { gross_cents: number; vat_cents: number }> = {};
  for (const { vat_percent: rate } of network.products) {
    const entries = producers.flatMap((one) => one.vat[String(rate)] ?? []);
    vat[String(rate)] = {
      gross_cents: total(entries.map((entry) => entry.gross_cents)),
      vat_cents: total(entries.map((entry) => entry.vat_cents)),
    };
  }
  return vat;
}

function byFulfilment(network: NetworkFile, settled: readonly Settled[]) {
  const places = [...network.pickup_points.map(({ id }) => id), "home"];
  const figures: Record<string, FulfilmentTotals> = {};
  for (const place of places) {
    const served = idsWhere(network, ({ fulfilment }) => fulfilment === place);
    const lines = settled.filter(({ row }) => served.has(row.household));
    figures[place] = {
      orders: new Set(lines.map(({ row }) => row.household)).size,
      lines: lines.length,
      grams_approx: total(lines.map(gramsApprox)),
    };
  }
  return figures;
}

/** What a delivered line weighs, as far as the files can tell. */
function gramsApprox({ asked: { product }, row }: Settled): number {
  if (product.kind === "variable") return row.actual_grams ?? 0;
  if (product.kind === "kg") return row.delivered_milli;
  const perPiece = product.net_grams ?? product.net_ml ?? 500;
  return halfUp(times(exact(perPiece), exact(row.delivered_milli, 1000)));
}

function withOrder(households: readonly ExpectedHousehold[]): ExpectedHousehold[] {
  return households.filter(({ lines }) => lines > 0);
}

function idsWhere(network: NetworkFile, holds: (one: HouseholdEntry) => boolean): Set<string> {
  return new Set(network.households.filter(holds).map(({ id }) => id));
}
