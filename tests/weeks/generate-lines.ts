/** The order lines of a generated week. */
import type { Dice } from "./dice.ts";
import type { Identify } from "./identify.ts";
import type { LineEntry, NetworkFile, ProductEntry } from "./week-files.ts";

interface LinesAsked {
  readonly network: NetworkFile;
  readonly count: number;
}

/**
 * `count` lines, fewer if households and products do not make as many pairs. Some households and
 * some producers are left without orders where there are others.
 */
export function orderLines(
  chance: Dice,
  name: Identify,
  { network, count }: LinesAsked,
): LineEntry[] {
  const buyers = most(chance, network.households, 85).map(({ id }) => id);
  const sellers = new Set(most(chance, network.producers, 88).map(({ id }) => id));
  const shelf = most(chance, network.products, 92).filter((one) => sellers.has(one.producer));
  const goods = shelf.length > 0 ? shelf : network.products;
  const nextSeq = sequence(chance);
  const pairs = chancePairs(chance, { buyers, goods, count });
  const lines = pairs.map(({ household, product }, place) => ({
    id: name("L", place + 1),
    seq: nextSeq(),
    household,
    product: product.id,
    ...quantities(chance, product),
  }));
  // The order of the file is not the order of arrival: only `seq` says who came first.
  return chance.chance(30) ? chance.shuffled(lines) : lines;
}

/** About `percent` of the things, at least one. */
function most<Thing>(chance: Dice, things: readonly Thing[], percent: number): Thing[] {
  const kept = things.filter(() => chance.chance(percent));
  return kept.length > 0 ? kept : things.slice(0, 1);
}

function sequence(chance: Dice): () => number {
  const widest = chance.pick([1, 1, 9, 400]);
  let seq = chance.pick([0, 0, 6, 1000]);
  return () => {
    seq += chance.between(1, widest);
    return seq;
  };
}

interface Pair {
  readonly household: string;
  readonly product: ProductEntry;
}

interface PairsAsked {
  readonly buyers: readonly string[];
  readonly goods: readonly ProductEntry[];
  readonly count: number;
}

/** Pairs in no order, none twice; goods early on the shelf are asked for more often. */
function chancePairs(chance: Dice, { buyers, goods, count }: PairsAsked): Pair[] {
  const all = goods.flatMap((product, shelf) =>
    buyers.map((household) => ({ household, product, lot: chance.below(1000) + shelf * 60 })),
  );
  const chosen = all.toSorted((one, other) => one.lot - other.lot).slice(0, count);
  return chance.shuffled(chosen).map(({ household, product }) => ({ household, product }));
}

function quantities(chance: Dice, { kind, step_milli: step }: ProductEntry) {
  const wanted = step * chance.between(1, kind === "kg" ? 12 : 5);
  const tolerated = chance.chance(35) ? step * chance.between(1, chance.chance(15) ? 25 : 3) : 0;
  return { qty_milli: wanted, tolerance_milli: tolerated };
}
