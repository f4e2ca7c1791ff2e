/** The weights of a generated week. */
import type { Dice } from "./dice.ts";
import { expectedWeek } from "./oracle.ts";
import { total } from "./oracle-close.ts";
import type { ExpectedHousehold, ExpectedLine } from "./expected-file.ts";
import type { CycleFile, HouseholdEntry, NetworkFile, ProductEntry } from "./week-files.ts";

type Grams = Record<string, number>;

interface Weighed {
  readonly row: ExpectedLine;
  readonly product: ProductEntry;
}

/** Weights by line id; those of a card order never bring its final total above its hold. */
export function weigh(chance: Dice, network: NetworkFile, unweighed: CycleFile): Grams {
  const { lines, households } = expectedWeek(network, unweighed);
  const products = new Map(network.products.map((product) => [product.id, product]));
  const variable = lines.flatMap((row) => {
    const product = products.get(row.product);
    return product?.kind === "variable" ? [{ row, product }] : [];
  });
  const grams: Grams = {};
  for (const one of variable) {
    const rolled = roll(chance, one);
    if (rolled !== undefined) grams[one.row.id] = rolled;
  }
  for (const [place, household] of network.households.entries()) {
    const figures = households[place];
    if (household.payment === "card" && figures !== undefined) {
      const own = variable.filter(({ row }) => row.household === household.id);
      keepWithinHold(chance, grams, { own, ceiling: goodsCeiling(network, household, figures) });
    }
  }
  return grams;
}

/** A weight, 0 grams, or none at all; at times one even for a line that was not delivered. */
function roll(chance: Dice, { row, product }: Weighed): number | undefined {
  const nominal = ((product.nominal_grams ?? 0) * row.qty_milli) / 1000;
  if (row.delivered_milli === 0) return chance.chance(50) ? nominal : undefined;
  const usual = ((product.nominal_grams ?? 0) * row.delivered_milli) / 1000;
  const kind = chance.below(100);
  if (kind < 6) return undefined;
  if (kind < 12) return 0;
  if (kind < 20) return Math.floor((usual * 7) / 5);
  const about = Math.max(1, Math.floor((usual * chance.between(82, 118)) / 100));
  return kind < 40 ? nearHalfCent(product.price_cents, about) : about;
}

/** The next weight whose price lies exactly between two cents, if there is one close by. */
function nearHalfCent(price: number, about: number): number {
  for (let grams = about; grams < about + 1000; grams += 1) {
    if ((price * grams) % 1000 === 500) return grams;
  }
  return about;
}

/** What the weighed goods of a household may cost, beside its other goods and its delivery. */
function goodsCeiling(
  network: NetworkFile,
  household: HouseholdEntry,
  figures: ExpectedHousehold,
): number {
  const fee = household.fulfilment === "home" ? network.network.home_delivery_fee_cents : 0;
  return figures.hold_cents - fee - figures.goods_final_cents;
}

interface Limit {
  readonly own: readonly Weighed[];
  readonly ceiling: number;
}

/** Lightens lines until they fit; at times the last one fills the hold to the last gram. */
function keepWithinHold(chance: Dice, grams: Grams, { own, ceiling }: Limit): void {
  const delivered = own.filter(({ row }) => row.delivered_milli > 0);
  const fill = chance.chance(12) ? delivered.at(-1) : undefined;
  const spent: number[] = [];
  for (const one of delivered) {
    const weight = grams[one.row.id];
    const heaviest = gramsFor(one.product.price_cents, ceiling - total(spent));
    const fitting = one === fill ? heaviest : Math.min(weight ?? 0, heaviest);
    if (weight !== undefined || one === fill) grams[one.row.id] = fitting;
    spent.push(Math.floor((fitting * one.product.price_cents + 500) / 1000));
  }
}

/** The most grams that cost at most `cents`, rounded half up, at `price` per kg. */
function gramsFor(price: number, cents: number): number {
  return Math.floor((1000 * cents + 499) / price);
}
