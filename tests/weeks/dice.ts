/** Chance that can be repeated: the same seed rolls the same numbers on every machine. */
export interface Dice {
  /** A whole number from 0 to `sides` - 1. */
  readonly below: (sides: number) => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** True about `percent` times out of a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  readonly shuffled: <Thing>(things: readonly Thing[]) => Thing[];
}

export function dice(seed: number): Dice {
  const roll = splitMix(seed);
  const below = (sides: number) => Math.floor(roll() / (2 ** 32 / sides));
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const [thing] = things.slice(below(things.length));
    if (thing === undefined) throw new Error("nothing to pick from");
    return thing;
  };
  return {
    below,
    pick,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, lot: roll() }))
        .toSorted((one, other) => one.lot - other.lot)
        .map(({ thing }) => thing),
  };
}

/** SplitMix32 (after Steele, Lea and Flood, 2014): whole numbers from 0 to 2^32 - 1. */
function splitMix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
