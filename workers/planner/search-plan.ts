import type { Problem } from "#domain/delivery/problem.ts";
import { type Searched, searchBySeeds, type SearchStart } from "#domain/delivery/solver/seeds.ts";

/** A tenth of the whole: so often who waits hears how far it is. */
const STEP = 100;

/**
 * Gives each better plan as it is found, and every tenth of the way, and lets others have their
 * turn between slices: other requests of this isolate and, on one machine, the other Worker.
 * @throws SearchFailed
 */
export async function* searchPlans(
  problem: Problem,
  start: SearchStart,
): AsyncGenerator<Searched, void> {
  let told = 0;
  for (const searched of searchBySeeds(problem, start)) {
    const isFurther = searched.thousandths >= told + STEP;
    if (isFurther) told = searched.thousandths;
    if (isFurther || searched.found !== null) yield searched;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
