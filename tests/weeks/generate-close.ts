/** Boxes and producer minimums of a generated week, set once it is known what was ordered. */
import type { Dice } from "./dice.ts";
import { askedLines, orderedGross, total } from "./oracle-close.ts";
import type { CycleFile, LineEntry, NetworkFile } from "./week-files.ts";

/** Gives each product a box that puts its demand in one of the cases of RULES §4. */
export function setBoxes(
  chance: Dice,
  network: NetworkFile,
  lines: readonly LineEntry[],
): NetworkFile {
  const products = network.products.map((product) => {
    const own = lines.filter((line) => line.product === product.id);
    const asked = {
      demand: total(own.map((line) => line.qty_milli)),
      tolerance: total(own.map((line) => line.tolerance_milli)),
    };
    return { ...product, box_qty: chance.chance(38) ? 1 : boxLike(chance, asked) };
  });
  return { ...network, products };
}

interface Demand {
  readonly demand: number;
  readonly tolerance: number;
}

function boxLike(chance: Dice, asked: Demand): number {
  const wished = chance.pick(WISHES);
  const fitting = BOXES.filter((units) => wished(asked, units * 1000));
  return chance.pick(fitting.length > 0 ? fitting : [6, 10, 12]);
}

const BOXES = Array.from({ length: 40 }, (_, index) => index + 2);

/** Which boxes would make: no remainder, tolerance just enough, more than enough, too little… */
const WISHES: readonly ((asked: Demand, box: number) => boolean)[] = [
  ({ demand }, box) => demand > 0 && demand % box === 0,
  ({ demand, tolerance }, box) => demand % box > 0 && (demand % box) + tolerance === box,
  ({ demand, tolerance }, box) => demand % box > 0 && (demand % box) + tolerance > box,
  ({ demand, tolerance }, box) =>
    demand > box && demand % box > 0 && (demand % box) + tolerance < box,
  ({ demand, tolerance }, box) => demand < box && demand + tolerance < box,
  ({ demand, tolerance }, box) => demand < box && demand + tolerance >= box,
  ({ demand, tolerance }, box) => demand % box > 0 && (demand % box) + tolerance >= 2 * box,
];

/** Gives each producer a minimum: none, met exactly, missed by one cent, far from either. */
export function setMinimums(
  chance: Dice,
  network: NetworkFile,
  lines: readonly LineEntry[],
): NetworkFile {
  const gross = orderedGross(askedLines(network, ordersOnly(lines)));
  const producers = network.producers.map((producer) => {
    const ordered = gross.get(producer.id);
    const least = ordered === undefined ? chance.pick([0, 5000]) : minimum(chance, ordered);
    return { ...producer, min_order_cents: least };
  });
  return { ...network, producers };
}

function minimum(chance: Dice, ordered: number): number {
  const roll = chance.below(100);
  if (roll < 20) return ordered;
  if (roll < 30) return ordered + 1;
  if (roll < 48) return chance.between(0, ordered);
  if (roll < 54) return ordered + chance.between(2, 9000);
  return 0;
}

/** A cycle before delivery day. */
export function ordersOnly(lines: readonly LineEntry[]): CycleFile {
  return {
    cycle: { id: "", opens: "", closes: "", delivery_date: "" },
    lines,
    delivery_facts: { actual_grams: {}, shortages: [] },
  };
}
