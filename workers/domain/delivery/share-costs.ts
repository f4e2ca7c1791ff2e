import { allot } from "#domain/kernel/allot.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Cents } from "#domain/kernel/money.ts";

/** Of so many the costs of all groups can be found and shared exactly. */
export const MOST_SHAPLEY = 8;

/** How producers share what a common round costs: voted on, hence named. */
export type SharingRule = "shapley" | "proportional";

/** What the members of a round would cost alone and together, in whole cents. */
export interface RoundCosts {
  /** What a round for each alone costs. */
  readonly alone: readonly Cents[];
  /** What the common round costs. */
  readonly together: Cents;
  /**
   * What a round for each group costs: bit i of the index says whether member i is in it, so
   * that there are 2^n. Needed for Shapley's rule.
   */
  readonly groups?: readonly Cents[];
}

/**
 * The parts of a common round, which add up to it to the cent. Shapley's rule where it is asked
 * for, the costs of all groups are known and the members are at most eight; else in proportion
 * to what each would cost alone.
 */
export function shareCosts(costs: RoundCosts, rule: SharingRule): Cents[] {
  const { alone, together, groups } = costs;
  const canBeExact = alone.length <= MOST_SHAPLEY && groups !== undefined;
  if (rule === "shapley" && canBeExact) return shapleyShares(groups, alone.length);
  const isFree = alone.every((cost) => cost === 0);
  return allot(together, isFree ? alone.map(() => 1) : alone);
}

/**
 * Shapley's value (1953): what a member adds to the cost, averaged over all orders of joining. A
 * group is taken to cost no more than a larger one, as it could ride along: no part is negative.
 */
export function shapleyShares(groups: readonly Cents[], members: number): Cents[] {
  const everyone = 2 ** members - 1;
  const together = groups[everyone];
  const isWhole = groups.length === everyone + 1;
  invariant(isWhole && together !== undefined, "every group of members has its cost");
  const costs = withoutIncrease(groups, members);
  const weights = Array.from({ length: members }, (_, member) => {
    let sum = 0;
    for (let group = 0; group <= everyone; group++) {
      if (isIn(group, member)) continue;
      const joined = costs[group | (1 << member)] ?? 0;
      sum += ordersWith(sizeOf(group), members) * (joined - (costs[group] ?? 0));
    }
    return sum;
  });
  return allot(together, weights);
}

/** The least cost of any group that contains a group. */
function withoutIncrease(groups: readonly Cents[], members: number): number[] {
  const least: number[] = [...groups];
  for (let group = groups.length - 1; group >= 0; group--) {
    for (let member = 0; member < members; member++) {
      const larger = least[group | (1 << member)] ?? 0;
      least[group] = Math.min(least[group] ?? 0, larger);
    }
  }
  least[0] = 0;
  return least;
}

/** In how many orders of joining exactly a group of that size comes before a given member. */
function ordersWith(size: number, members: number): number {
  return factorial(size) * factorial(members - size - 1);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function isIn(group: number, member: number): boolean {
  return (group & (1 << member)) !== 0;
}

function sizeOf(group: number): number {
  let size = 0;
  for (let rest = group; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
