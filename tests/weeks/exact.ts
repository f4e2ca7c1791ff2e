/**
 * Exact fractions for the second opinion on every figure. Nothing is rounded until `halfUp`,
 * and no float takes part: a percentage is read from its decimal text.
 */
interface Exact {
  readonly top: bigint;
  /** Always above zero. */
  readonly bottom: bigint;
}

/** A whole number, or the fraction `over` / `under`. */
export function exact(over: number, under = 1): Exact {
  return { top: BigInt(over), bottom: BigInt(under) };
}

/** Reads a decimal with at most two places, as in 6.5 or "4.35". */
export function decimal(written: number | string): Exact {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(written));
  if (parts === null) throw new Error(`not a decimal with at most two places: ${written}`);
  const [, units, places = ""] = parts;
  return { top: BigInt(`${units}${places.padEnd(2, "0")}`), bottom: 100n };
}

/** The share that a percentage written as a decimal stands for: 6.5 is 65 / 1000. */
export function percentage(written: number | string): Exact {
  const points = decimal(written);
  return { top: points.top, bottom: points.bottom * 100n };
}

export function product(...factors: readonly Exact[]): Exact {
  return factors.reduce(
    (so, factor) => ({ top: so.top * factor.top, bottom: so.bottom * factor.bottom }),
    exact(1),
  );
}

/** The whole number nearest to `value`, a half going up: floor(value + 1/2). */
export function halfUp(value: Exact): number {
  const doubled = 2n * value.top + value.bottom;
  const rest = modulo(doubled, 2n * value.bottom);
  const rounded = Number((doubled - rest) / (2n * value.bottom));
  if (!Number.isSafeInteger(rounded)) throw new Error(`too large to be told exactly: ${rounded}`);
  return rounded;
}

/** Whether `value` lies exactly between two whole numbers, where the direction decides. */
export function isHalf(value: Exact): boolean {
  return modulo(2n * value.top, 2n * value.bottom) === value.bottom;
}

function modulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}
