import { readFileSync, writeFileSync } from "node:fs";
import { check } from "#domain/delivery/check.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { searchFor } from "./timed-search.ts";
import { vroomShape } from "./vroom-shape.ts";

/** What writing the plan and checking it take at the end, of the time allowed. */
const RESERVE_MS = 150;

interface Budget {
  readonly seconds: number;
  readonly seed: number;
}

/**
 * Plans a file of VROOM's JSON into another, within a budget that counts from the start of the
 * process. Answers with VROOM's codes: 0 for a plan, 2 for a problem that cannot be read, 1 for a
 * bug.
 */
export function planFile(problemFile: string, outFile: string, budget: Budget): number {
  const read = readProblem(JSON.parse(readFileSync(problemFile, "utf8")));
  if (!read.ok) {
    const { field, expected } = read.refusal;
    const error = `${field}: expected ${expected}`;
    writeFileSync(outFile, JSON.stringify({ code: 2, error }));
    console.error(error);
    return 2;
  }
  const milliseconds = Math.max(0, budget.seconds * 1000 - RESERVE_MS);
  // Time runs from the start of the process: reading counts.
  const search = searchFor(read.value, budget.seed, {
    milliseconds,
    elapsed: () => performance.now(),
  });
  const best = search.best();
  const verdict = check(read.value, best);
  for (const complaint of verdict.complaints) console.error(JSON.stringify(complaint));
  writeFileSync(outFile, JSON.stringify(vroomShape(best, verdict.cost)));
  return verdict.complaints.length === 0 ? 0 : 1;
}
