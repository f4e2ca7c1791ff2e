import type { Problem } from "#domain/delivery/problem.ts";
import { type Found, searchBySeeds, type SearchStart } from "#domain/delivery/solver/seeds.ts";

/**
 * Gives each better plan as it is found, and lets others have their turn between slices: other
 * requests of this isolate and, on one machine, the other Worker.
 * @throws SearchFailed
 */
export async function* searchPlans(
  problem: Problem,
  start: SearchStart,
): AsyncGenerator<Found, void> {
  for (const { found } of searchBySeeds(problem, start)) {
    if (found !== null) yield found;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
