import type { Database, Statement } from "#ports/database.ts";

/** A step to be written, or null when there is nothing left to do. */
export type NextStep = () => Promise<readonly Statement[] | null>;

/** How often in a row a step may come to nothing, by how it ended. */
const PATIENCE = { guarded: 200, unknown: 5 };

/**
 * Takes steps one by one, each in a batch of its own, until none is left. Every step is decided on
 * what is written by then, so that the run can die anywhere and be taken up by the next one, and
 * two runs at once do each step only once: the guards in `races` tell that the other was faster.
 * @throws when the database keeps not saying whether it committed.
 */
export async function takeSteps(
  database: Database,
  next: NextStep,
  races: readonly string[],
): Promise<void> {
  let left = PATIENCE;
  while (left.guarded > 0 && left.unknown > 0) {
    const statements = await next();
    if (statements === null) return;
    const written = await database.write(statements);
    if (written.kind === "guarded" && !races.includes(written.guard)) {
      throw new Error(`guard not expected here: ${written.guard}`);
    }
    left = written.kind === "committed" ? PATIENCE : oneLess(left, written.kind);
  }
  throw new Error("a step is taken again and again and never comes to an end");
}

function oneLess(left: typeof PATIENCE, kind: keyof typeof PATIENCE): typeof PATIENCE {
  return { ...left, [kind]: left[kind] - 1 };
}
