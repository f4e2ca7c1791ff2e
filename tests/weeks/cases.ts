/** All hard cases by name, and the weeks that together contain them. */
import { closingCases } from "./cases-closing.ts";
import { shortageCases, sumCases, weightCases } from "./cases-delivery.ts";
import { networkCases, orderCases, walletCases } from "./cases-ordering.ts";
import type { Case } from "./cases-ordering.ts";
import { generateWeek } from "./generate.ts";
import { playWeek } from "./played-week.ts";

export const hardCases: Readonly<Record<string, Case>> = {
  ...networkCases,
  ...orderCases,
  ...walletCases,
  ...closingCases,
  ...shortageCases,
  ...weightCases,
  ...sumCases,
};

/**
 * `count` of the given seeds, chosen so that their weeks contain as many hard cases as they can:
 * each is the one that adds most to those before it, the earlier seed on a tie.
 */
export function seedsRichInCases(seeds: readonly number[], count: number): number[] {
  const contained = new Map(seeds.map((seed) => [seed, casesOf(seed)]));
  const seen = new Set<string>();
  const chosen: number[] = [];
  const added = (seed: number) => (contained.get(seed) ?? []).filter((one) => !seen.has(one));
  while (chosen.length < Math.min(count, seeds.length)) {
    const [best] = seeds
      .filter((seed) => !chosen.includes(seed))
      .map((seed) => ({ seed, adds: added(seed).length }))
      .toSorted((one, other) => other.adds - one.adds);
    if (best === undefined) break;
    for (const name of added(best.seed)) seen.add(name);
    chosen.push(best.seed);
  }
  return chosen;
}

function casesOf(seed: number): string[] {
  const played = playWeek(generateWeek(seed));
  return Object.entries(hardCases)
    .filter(([, holds]) => holds(played))
    .map(([name]) => name);
}
