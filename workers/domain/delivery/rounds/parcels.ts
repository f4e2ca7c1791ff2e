import { type CarriedLine, type Goods, goodsOf, type Temperature } from "./goods.ts";

/** What travels together: of one order, or of one producer, at one temperature. */
export interface Parcel {
  readonly temperature: Temperature;
  readonly grams: number;
  readonly millilitres: number;
  readonly crates: number;
}

/** What a crate of 60 × 40 cm takes. */
const CRATE_GRAMS = 15_000;
const CRATE_MILLILITRES = 40_000;

/** What is counted of a vehicle's room, in this order: grams, millilitres, crates, cold ones. */
export const DIMENSIONS = 4;

/** The parcels of each order: ambient and cold apart, each in crates of its own. */
export function parcelsOfOrders(lines: readonly CarriedLine[]): ReadonlyMap<string, Parcel[]> {
  return parcelsBy(lines, ({ orderId }) => orderId);
}

/** What is fetched at each producer: the goods of all orders together. */
export function parcelsOfProducers(lines: readonly CarriedLine[]): ReadonlyMap<string, Parcel[]> {
  return parcelsBy(lines, ({ enterpriseId }) => enterpriseId);
}

function parcelsBy(
  lines: readonly CarriedLine[],
  whose: (line: CarriedLine) => string,
): ReadonlyMap<string, Parcel[]> {
  const goods = new Map<string, Goods[]>();
  for (const line of lines) {
    if (line.quantityMilli === 0) continue;
    const key = whose(line);
    goods.set(key, [...(goods.get(key) ?? []), goodsOf(line)]);
  }
  return new Map([...goods].map(([key, carried]) => [key, packed(carried)]));
}

function packed(goods: readonly Goods[]): Parcel[] {
  return (["ambient", "cold"] as const).flatMap((temperature) => {
    const together = goods.filter((one) => one.temperature === temperature);
    if (together.length === 0) return [];
    const grams = together.reduce((sum, one) => sum + one.grams, 0);
    const millilitres = together.reduce((sum, one) => sum + one.millilitres, 0);
    return [{ temperature, grams, millilitres, crates: cratesFor(grams, millilitres) }];
  });
}

function cratesFor(grams: number, millilitres: number): number {
  const byWeight = Math.ceil(grams / CRATE_GRAMS);
  return Math.max(1, byWeight, Math.ceil(millilitres / CRATE_MILLILITRES));
}

/** What parcels take of a vehicle, in the order of its room. */
export function amountOf(parcels: readonly Parcel[]): number[] {
  const sum = (part: (parcel: Parcel) => number) =>
    parcels.reduce((total, parcel) => total + part(parcel), 0);
  return [
    sum(({ grams }) => grams),
    sum(({ millilitres }) => millilitres),
    sum(({ crates }) => crates),
    sum(({ crates, temperature }) => (temperature === "cold" ? crates : 0)),
  ];
}
