import type { Played } from "./played.ts";
import type { LineRead, OrderRead, VatRead } from "./readings.ts";
import { totalsOf } from "./totals.ts";

/** The result of a week, in the form of `expected.json`. */
export function weekResult(played: Played) {
  const lines = linesOf(played);
  const households = householdsOf(played);
  const producers = producersOf(played);
  return {
    totals: totalsOf(played, { lines, households, producers }),
    purchase: purchaseOf(played),
    producers,
    households,
    lines,
    ...(played.week.attempts === null ? {} : { attempts: played.ordered.attempts }),
  };
}

function purchaseOf({ cycle, readings }: Played) {
  const products = inverse(cycle.offers);
  return readings.purchase.map((row) => ({
    product: products.get(row.offerId) ?? "",
    demand_milli: row.demandMilli,
    tolerance_milli: row.toleranceMilli,
    boxes: row.boxes,
    ordered_milli: row.orderedMilli,
  }));
}

function linesOf({ week, cycle, ordered, readings }: Played) {
  const read = new Map(readings.lines.map((line) => [line.id, line]));
  const households = inverse(ordered.orders);
  const products = inverse(cycle.offers);
  return week.cycle.lines.map(({ id, seq }) => {
    const line = found(read, ordered.lines.get(id));
    return {
      id,
      seq,
      household: households.get(line.orderId) ?? "",
      product: products.get(line.offerId) ?? "",
      qty_milli: line.wantedMilli,
      tolerance_milli: line.toleranceMilli,
      allocated_milli: line.allocatedMilli,
      status: line.status,
      ...weighed(line),
      delivered_milli: line.deliveredMilli,
      estimated_cents: line.estimatedCents,
      final_cents: line.finalCents,
    };
  });
}

function weighed({ actualGrams }: LineRead) {
  return actualGrams === null ? {} : { actual_grams: actualGrams };
}

const NO_ORDER: Omit<OrderRead, "id" | "payment" | "capturedCents"> = {
  lines: 0,
  goodsEstimatedCents: 0,
  checkoutTotalCents: 0,
  holdCents: 0,
  goodsFinalCents: 0,
  finalFeeCents: 0,
  finalTotalCents: 0,
  differenceCents: 0,
};

function householdsOf({ week, ordered, openings, readings }: Played) {
  const orders = new Map(readings.orders.map((order) => [order.id, order]));
  return week.network.households.map(({ id, payment }) => {
    const orderId = ordered.orders.get(id);
    const order = orderId === undefined ? NO_ORDER : found(orders, orderId);
    return {
      household: id,
      lines: order.lines,
      goods_estimated_cents: order.goodsEstimatedCents,
      checkout_total_cents: order.checkoutTotalCents,
      hold_cents: order.holdCents,
      goods_final_cents: order.goodsFinalCents,
      delivery_fee_cents: order.finalFeeCents,
      final_total_cents: order.finalTotalCents,
      difference_cents: order.differenceCents,
      ...(payment === "card"
        ? {}
        : {
            wallet_opening_cents: openings.get(id),
            wallet_closing_cents: readings.wallets.get(id),
          }),
    };
  });
}

function producersOf({ week, names, readings }: Played) {
  const statements = new Map(readings.statements.map((row) => [row.enterpriseId, row]));
  const books = new Map(readings.books.producers.map((row) => [row.enterpriseId, row]));
  return week.network.producers.map(({ id, min_order_cents }) => {
    const enterpriseId = names.producers.get(id) ?? "";
    const statement = statements.get(enterpriseId);
    const book = books.get(enterpriseId);
    return {
      producer: id,
      lines: statement?.lines ?? 0,
      min_order_cents: statement?.minimumCents ?? min_order_cents,
      ordered_gross_cents: statement?.orderedGrossCents ?? 0,
      status: statement?.status ?? "no_orders",
      delivered_gross_cents: book?.goodsCents ?? 0,
      network_fee_cents: book?.networkFeeCents ?? 0,
      payout_cents: book?.payableCents ?? 0,
      vat: vatOf(book?.vat ?? []),
    };
  });
}

/** By rate in whole percent, as text. */
function vatOf(rates: readonly VatRead[]) {
  return Object.fromEntries(
    rates
      .filter(({ grossCents }) => grossCents !== 0)
      .map(({ rate, grossCents, vatCents, netCents }) => [
        String(rate / 100),
        { gross_cents: grossCents, vat_cents: vatCents, net_cents: netCents },
      ]),
  );
}

function inverse(names: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...names].map(([name, id]) => [id, name]));
}

function found<T>(rows: ReadonlyMap<string, T>, id: string | undefined): T {
  const row = rows.get(id ?? "");
  if (row === undefined) throw new Error(`the API does not know ${id}`);
  return row;
}
