/**
 * Ordering and close by RULES §3 and §4: what a line is estimated at and holds, which producers
 * miss their minimum, how many boxes are bought, and who gets what of them.
 */
import { exact, halfUp, percentage, product as times } from "./exact.ts";
import type { ExpectedPurchase } from "./expected-file.ts";
import type { CycleFile, LineEntry, NetworkFile, ProductEntry } from "./week-files.ts";

/** A line beside the product that it asks for. */
export interface Asked {
  readonly line: LineEntry;
  readonly product: ProductEntry;
  readonly estimate: number;
}

export interface Bought {
  readonly purchase: ExpectedPurchase;
  readonly cancelled: boolean;
  /** By line id, in thousandths of the sale unit. */
  readonly allocated: ReadonlyMap<string, number>;
}

/** All lines in order of `seq`, each with its product and its estimate. */
export function askedLines(network: NetworkFile, cycle: CycleFile): Asked[] {
  const products = new Map(network.products.map((product) => [product.id, product]));
  return cycle.lines
    .toSorted((one, other) => one.seq - other.seq)
    .map((line) => {
      const product = products.get(line.product);
      if (product === undefined) throw new Error(`line ${line.id}: no product ${line.product}`);
      return { line, product, estimate: valueAtNominal(product, line.qty_milli) };
    });
}

/** What `milli` of a product cost as ordered: a variable piece counts at its nominal weight. */
export function valueAtNominal(product: ProductEntry, milli: number): number {
  const perUnit = product.kind === "variable" ? exact(nominalGrams(product), 1000) : exact(1);
  return halfUp(times(exact(product.price_cents), perUnit, exact(milli, 1000)));
}

/** The worst case of a line: wanted and tolerance, a variable one raised by the hold percentage. */
export function heldFor({ line, product }: Asked, holdPercent: number): number {
  const value = valueAtNominal(product, line.qty_milli + line.tolerance_milli);
  if (product.kind !== "variable") return value;
  return halfUp(times(exact(value), percentage(holdPercent)));
}

/** What each producer was asked for, wanted quantities only; producers without lines are absent. */
export function orderedGross(asked: readonly Asked[]): Map<string, number> {
  const gross = new Map<string, number>();
  for (const { product, estimate } of asked) {
    gross.set(product.producer, (gross.get(product.producer) ?? 0) + estimate);
  }
  return gross;
}

/** The producers with orders below their minimum. Equal is enough. */
export function belowMinimum(network: NetworkFile, asked: readonly Asked[]): Set<string> {
  const gross = orderedGross(asked);
  return new Set(
    network.producers
      .filter(({ id, min_order_cents }) => (gross.get(id) ?? min_order_cents) < min_order_cents)
      .map(({ id }) => id),
  );
}

/** What is bought of each product with at least one line, in the order of the network. */
export function buy(network: NetworkFile, asked: readonly Asked[]): Map<string, Bought> {
  const missed = belowMinimum(network, asked);
  const bought = new Map<string, Bought>();
  for (const product of network.products) {
    const lines = asked.filter((one) => one.line.product === product.id).map(({ line }) => line);
    if (lines.length > 0) {
      bought.set(product.id, buyProduct(product, lines, missed.has(product.producer)));
    }
  }
  return bought;
}

function buyProduct(
  product: ProductEntry,
  lines: readonly LineEntry[],
  cancelled: boolean,
): Bought {
  const demand = total(lines.map((line) => line.qty_milli));
  const tolerance = total(lines.map((line) => line.tolerance_milli));
  const opened = cancelled ? NOTHING : boxesFor(product.box_qty, { demand, tolerance });
  const purchase = {
    product: product.id,
    demand_milli: demand,
    tolerance_milli: tolerance,
    boxes: opened.boxes,
    ordered_milli: opened.ordered,
  };
  return { purchase, cancelled, allocated: share(opened.ordered, lines) };
}

const NOTHING = { boxes: 0, ordered: 0 };

/** How many boxes are opened, `null` when sold loose, and what they hold in all. */
export function boxesFor(
  boxQty: number,
  { demand, tolerance }: { readonly demand: number; readonly tolerance: number },
): { readonly boxes: number | null; readonly ordered: number } {
  if (boxQty === 1) return { boxes: null, ordered: demand };
  const box = boxQty * 1000;
  const remainder = demand % box;
  const full = (demand - remainder) / box;
  const boxes = remainder > 0 && remainder + tolerance >= box ? full + 1 : full;
  return { boxes, ordered: boxes * box };
}

/** Serves what was wanted, then what was tolerated, the smallest `seq` first. */
function share(ordered: number, lines: readonly LineEntry[]): Map<string, number> {
  let left = ordered;
  const take = (asked: number) => {
    const taken = asked < left ? asked : left;
    left -= taken;
    return taken;
  };
  const allocated = new Map(lines.map((line) => [line.id, take(line.qty_milli)]));
  for (const line of lines) {
    allocated.set(line.id, (allocated.get(line.id) ?? 0) + take(line.tolerance_milli));
  }
  return allocated;
}

function nominalGrams(product: ProductEntry): number {
  if (product.nominal_grams === undefined) throw new Error(`${product.id}: no nominal weight`);
  return product.nominal_grams;
}

/** The sum of whole numbers. */
export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
