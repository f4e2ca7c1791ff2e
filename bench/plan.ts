/**
 * `node bench/plan.ts IN OUT SECONDS [SEED]`: VROOM's JSON in, VROOM's shape out. This file knows
 * time, the solver never does.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { check } from "#domain/delivery/check.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { searchFor } from "./timed-search.ts";
import { vroomShape } from "./vroom-shape.ts";

/** What writing the plan and checking it take at the end, of the time allowed. */
const RESERVE_MS = 150;

const [from, to, seconds = "", seed = "1"] = process.argv.slice(2);

if (from === undefined || to === undefined || !(Number(seconds) > 0)) {
  console.error("node bench/plan.ts IN OUT SECONDS [SEED]");
  process.exitCode = 2;
} else {
  process.exitCode = plan(from, to);
}

/** VROOM's codes: 0 for a plan, 2 for a problem that cannot be read, 1 for a bug. */
function plan(problemFile: string, planFile: string): number {
  const read = readProblem(JSON.parse(readFileSync(problemFile, "utf8")));
  if (!read.ok) {
    const { field, expected } = read.refusal;
    const error = `${field}: expected ${expected}`;
    writeFileSync(planFile, JSON.stringify({ code: 2, error }));
    console.error(error);
    return 2;
  }
  const milliseconds = Math.max(0, Number(seconds) * 1000 - RESERVE_MS);
  // Time runs from the start of the process: reading counts.
  const search = searchFor(read.value, Number(seed), {
    milliseconds,
    elapsed: () => performance.now(),
  });
  const best = search.best();
  const verdict = check(read.value, best);
  for (const complaint of verdict.complaints) console.error(JSON.stringify(complaint));
  writeFileSync(planFile, JSON.stringify(vroomShape(best, verdict.cost)));
  return verdict.complaints.length === 0 ? 0 : 1;
}
