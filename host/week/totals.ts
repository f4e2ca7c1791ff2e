import type { Played } from "./played.ts";
import type { BooksRead, OrderRead } from "./readings.ts";
import type { Week } from "./week-files.ts";

/** Rows of the result that totals count; money totals come from the books. */
interface Rows {
  readonly lines: readonly { readonly status: string }[];
  readonly households: readonly {
    readonly household: string;
    readonly lines: number;
    readonly goods_final_cents: number;
    readonly difference_cents: number;
  }[];
  readonly producers: readonly { readonly lines: number }[];
}

/** The totals of a week: what the books say, and counts of what was listed. */
export function totalsOf(played: Played, rows: Rows) {
  const { week, readings } = played;
  const { books, orders } = readings;
  const cards = orders.filter((order) => order.payment === "card");
  const ordered = rows.households.filter((household) => household.lines > 0);
  const moved = (way: (difference: number) => boolean) =>
    ordered.filter((household) => way(household.difference_cents)).length;
  return {
    households: week.network.households.length,
    order_lines: rows.lines.length,
    producers_in_network: week.network.producers.length,
    producers_with_orders: rows.producers.filter((producer) => producer.lines > 0).length,
    products: week.network.products.length,
    products_ordered: readings.purchase.length,
    goods_estimated_cents: sum(orders, (order) => order.goodsEstimatedCents),
    goods_final_cents: books.goodsCents,
    delivery_fees_cents: books.deliveryIncomeCents,
    collected_cents: books.collectedCents,
    card_captured_cents: books.cardCapturedCents,
    card_orders: cards.length,
    card_holds_cents: sum(cards, (order) => order.holdCents),
    wallet_debited_cents: books.walletDebitedCents,
    wallet_orders: orders.filter((order) => order.payment === "wallet").length,
    network_fee_cents: books.networkFeeCents,
    producer_payouts_cents: books.payableCents,
    lines_by_status: countBy(rows.lines.map((line) => line.status)),
    home_drops: homeDrops(played, rows),
    orders_up: moved((difference) => difference > 0),
    orders_down: moved((difference) => difference < 0),
    orders_same: moved((difference) => difference === 0),
    vat: vatTotals(week, books),
    by_fulfilment: byFulfilment(played),
  };
}

function homeDrops({ week }: Played, { households }: Rows): number {
  const homes = new Set(
    week.network.households.filter(({ fulfilment }) => fulfilment === "home").map(({ id }) => id),
  );
  return households.filter(
    (household) => homes.has(household.household) && household.goods_final_cents > 0,
  ).length;
}

function byFulfilment({ week, names, readings }: Played) {
  const places = new Map(readings.places.map((place) => [place.place, place]));
  const entry = (place: string) => {
    const { orders = 0, lines = 0, loadGrams = 0 } = places.get(place) ?? {};
    return { orders, lines, grams_approx: loadGrams };
  };
  return {
    ...Object.fromEntries(
      week.network.pickup_points.map(({ id }) => [id, entry(names.places.get(id) ?? "")]),
    ),
    home: entry("home"),
  };
}

function sum(orders: readonly OrderRead[], amount: (order: OrderRead) => number): number {
  return orders.reduce((total, order) => total + amount(order), 0);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function vatTotals(week: Week, books: BooksRead) {
  const rates = new Set(week.network.products.map((product) => product.vat_percent));
  const read = new Map(books.vat.map((vat) => [vat.rate / 100, vat]));
  return Object.fromEntries(
    [...rates].map((rate) => {
      const { grossCents = 0, vatCents = 0 } = read.get(rate) ?? {};
      return [String(rate), { gross_cents: grossCents, vat_cents: vatCents }];
    }),
  );
}
