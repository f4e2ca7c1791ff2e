import { type Fraction, readFraction } from "./fraction.ts";

/** An object of a JSON file, not yet trusted. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : null;
}

export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

export function wholeNumber(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const isWhole = typeof value === "number" && Number.isSafeInteger(value);
  return isWhole && value >= least && value <= most ? value : null;
}

/** A list of texts with at least one in it. */
export function textsOf(value: unknown): readonly string[] | null {
  const list = listOf(value);
  const isTexts = list?.every((one) => typeof one === "string") === true && list.length > 0;
  return isTexts ? list : null;
}

/** Zero or more: a text such as "3/4" or "45.2", or a number, taken as its decimals say. */
export function fractionOf(value: unknown): Fraction | null {
  const isSaid = typeof value === "string" || typeof value === "number";
  const read = isSaid ? readFraction(String(value)) : null;
  return read === null || read.num < 0n ? null : read;
}

/** Numbers from 1 to `most`, each at most once, as indexes from 0. */
export function indexesOf(value: unknown, most: number): readonly number[] | null {
  const indexes: number[] = [];
  for (const one of listOf(value) ?? [null]) {
    const number = wholeNumber(one, { least: 1, most });
    if (number === null || indexes.includes(number - 1)) return null;
    indexes.push(number - 1);
  }
  return indexes;
}

/**
 * Reads each `[count, ballot]` of a list.
 * @returns the ballots, or the number of the first that cannot be read (0 when there is no list).
 */
export function pairsOf<T>(
  value: unknown,
  read: (first: unknown, second: unknown) => T | null,
): readonly T[] | number {
  const list = listOf(value);
  if (list === null) return 0;
  const ballots: T[] = [];
  for (const [index, pair] of list.entries()) {
    const parts = listOf(pair);
    const ballot = parts?.length === 2 ? read(parts[0], parts[1]) : null;
    if (ballot === null) return index;
    ballots.push(ballot);
  }
  return ballots;
}
