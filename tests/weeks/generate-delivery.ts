/** Delivery day of a generated week: what is missing, and what the weighed goods weigh. */
import type { Dice } from "./dice.ts";
import { belowMinimum, askedLines, buy, total } from "./oracle-close.ts";
import type { Asked, Bought } from "./oracle-close.ts";
import { weigh } from "./generate-weights.ts";
import type { CycleFile, NetworkFile, ProductEntry, ShortageEntry } from "./week-files.ts";

type Facts = CycleFile["delivery_facts"];

export function deliveryFacts(
  chance: Dice,
  network: NetworkFile,
  orders: Pick<CycleFile, "cycle" | "lines">,
): Facts {
  const before = { ...orders, delivery_facts: { actual_grams: {}, shortages: [] } };
  const asked = askedLines(network, before);
  const shortages = missing(chance, network, asked);
  const short = { ...orders, delivery_facts: { actual_grams: {}, shortages } };
  return { actual_grams: weigh(chance, network, short), shortages };
}

/** At most one shortage per product, never on a cancelled one. */
function missing(chance: Dice, network: NetworkFile, asked: readonly Asked[]): ShortageEntry[] {
  const missed = belowMinimum(network, asked);
  const bought = buy(network, asked);
  return network.products.flatMap((product) => {
    const purchase = bought.get(product.id);
    const likely = purchase === undefined ? 2 : isCutOrFilled(purchase) ? 50 : 20;
    if (missed.has(product.producer) || !chance.chance(likely)) return [];
    const milli = inUnits(product, amount(chance, purchase));
    return [{ product: product.id, missing_milli: milli, rule: "latest orders lose first" }];
  });
}

/** Whether boxes took something from somebody, or gave somebody what was only tolerated. */
function isCutOrFilled({ purchase }: Bought): boolean {
  return purchase.ordered_milli !== purchase.demand_milli;
}

/** A little, the latest line, part of it, a little more, everything, or more than there is. */
function amount(chance: Dice, bought: Bought | undefined): number {
  const allocated = [...(bought?.allocated.values() ?? [])].filter((milli) => milli > 0);
  const last = allocated.at(-1) ?? 1000;
  const all = total(allocated);
  const some = chance.between(1, Math.max(1, last - 1));
  return chance.pick([1000, last, some, some, last + some, last + some, all, all + 2500]);
}

/** Whole pieces, or any grams for goods sold by the kilogram. */
function inUnits({ kind }: ProductEntry, milli: number): number {
  if (kind === "kg") return milli;
  return Math.max(1, Math.floor(milli / 1000)) * 1000;
}
