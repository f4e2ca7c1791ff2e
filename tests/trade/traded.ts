/** A sales week run through the market's own pure rules: no HTTP, no database. */
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { EnterpriseId, LineId, OfferId, OrderId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import {
  type BasisPoints,
  basisPoints,
  basisPointsFromPercent,
  grams,
  milli,
} from "#domain/kernel/quantity.ts";
import { type ClosedLine, closeProducer } from "#domain/orders/close.ts";
import {
  deliveredState,
  shareShortage,
  shortState,
  weighedState,
} from "#domain/orders/delivery.ts";
import { orderedLine } from "#domain/orders/estimate.ts";
import type { LineState } from "#domain/orders/line.ts";
import { numbered } from "#tests/offer-terms.ts";
import type { LineEntry, NetworkFile, ProductEntry, Week } from "#tests/weeks/week-files.ts";

export interface Traded {
  readonly entry: LineEntry;
  readonly terms: OfferTerms;
  readonly state: LineState;
}

export interface Ids {
  readonly offers: ReadonlyMap<string, OfferId>;
  readonly farms: ReadonlyMap<string, EnterpriseId>;
  readonly orders: ReadonlyMap<string, OrderId>;
  readonly lines: ReadonlyMap<string, LineId>;
}

export function identifiersOf({ network, cycle }: Week): Ids {
  const of = <Of extends OfferId | EnterpriseId | OrderId | LineId>(
    word: string,
    things: readonly { readonly id: string }[],
  ) => new Map(things.map((thing, index) => [thing.id, numbered<Of>(word, index + 1)]));
  return {
    offers: of<OfferId>("ffer", network.products),
    farms: of<EnterpriseId>("farm", network.producers),
    orders: of<OrderId>("rder", network.households),
    lines: of<LineId>("ne", cycle.lines),
  };
}

export function found<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the week has no ${key}`);
  return value;
}

function termsOf(product: ProductEntry, ids: Ids): OfferTerms {
  return {
    offerId: found(ids.offers, product.id),
    enterpriseId: found(ids.farms, product.producer),
    kind: product.kind,
    priceCents: cents(product.price_cents),
    vat: basisPoints(product.vat_percent * 100),
    boxUnits: product.box_qty,
    stepMilli: milli(product.step_milli),
    leastMilli: milli(product.step_milli),
    nominalGrams: product.nominal_grams === undefined ? null : grams(product.nominal_grams),
    netGrams: product.net_grams === undefined ? null : grams(product.net_grams),
    netMl: product.net_ml ?? null,
    depositCents: cents(0),
    poolId: null,
    poolMilliPerUnit: milli(1000),
  };
}

export const percent = (points: number): BasisPoints => basisPointsFromPercent(String(points));

/** Closes every producer of a week. */
export function close(week: Week, ids: Ids) {
  const { network, cycle } = week;
  const shelf = network.products.map((product) => ({ product, terms: termsOf(product, ids) }));
  const byProduct = new Map(shelf.map((one) => [one.product.id, one]));
  const entries = new Map(cycle.lines.map((entry) => [found(ids.lines, entry.id), entry]));
  const closed = network.producers.map((producer) =>
    closeProducer({
      offers: shelf.flatMap((one) => (one.product.producer === producer.id ? [one.terms] : [])),
      lines: cycle.lines.flatMap((entry) => {
        const { product, terms } = found(byProduct, entry.product);
        if (product.producer !== producer.id) return [];
        return [closingLine(entry, terms, { ids, network })];
      }),
      minimumCents: cents(producer.min_order_cents),
      strategy: "first-come",
      freeMilli: new Map(),
    }),
  );
  const lines = closed.flatMap((one) => one.lines.map((line) => traded(line, entries, byProduct)));
  return { closed, lines };
}

function closingLine(
  entry: LineEntry,
  terms: OfferTerms,
  { ids, network }: { readonly ids: Ids; readonly network: NetworkFile },
) {
  const hold = percent(network.network.card_hold_percent_of_variable);
  const quantity = { wanted: milli(entry.qty_milli), tolerance: milli(entry.tolerance_milli) };
  return {
    lineId: found(ids.lines, entry.id),
    orderId: found(ids.orders, entry.household),
    offerId: terms.offerId,
    seq: entry.seq,
    state: orderedLine(terms, quantity, hold),
  };
}

function traded(
  line: ClosedLine,
  entries: ReadonlyMap<LineId, LineEntry>,
  shelf: ReadonlyMap<string, { readonly terms: OfferTerms }>,
): Traded {
  const entry = found(entries, line.lineId);
  return { entry, terms: found(shelf, entry.product).terms, state: line.state };
}

/** What delivery day makes of the allocated lines: shortages, weights, the declaration. */
export function deliver({ cycle }: Week, lines: readonly Traded[]): Traded[] {
  const { shortages, actual_grams: weights } = cycle.delivery_facts;
  const after = new Map(lines.map((line) => [line.entry.id, line]));
  for (const { product, missing_milli } of shortages) {
    const own = [...after.values()].filter(({ entry }) => entry.product === product);
    const walk = own.map(({ entry, state }) => ({ seq: entry.seq, state }));
    const losses = shareShortage(walk, milli(missing_milli));
    for (const [index, line] of own.entries()) {
      const state = shortState(line.terms, line.state, losses[index] ?? milli(0));
      after.set(line.entry.id, { ...line, state });
    }
  }
  return [...after.values()].map((line) => {
    const weight = weights[line.entry.id];
    const weighed =
      weight === undefined || line.terms.kind !== "variable"
        ? line.state
        : weighedState(line.terms, line.state, grams(weight));
    return { ...line, state: deliveredState(line.terms, weighed) };
  });
}
