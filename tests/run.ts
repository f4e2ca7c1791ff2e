/**
 * `npm test`: the check, then every test, and last one line alone
 * `N passed, N failed, N skipped` that counts them all. Steps of the check count as tests; a
 * runner that crashes or a file that cannot be loaded counts as failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "#ci/check.ts";
import { houseEnvironment } from "#ci/steps.ts";
import { addCounts, countRun, exitCodeOf, noCounts, readReport, slowest } from "./count.ts";
import type { Counts, FileTime } from "./count.ts";
import { houseFiles, testShare } from "./house/tree.ts";

/** Each group is a process of its own: a crash in one cannot take the figures of another. */
const groups = [["unit", "store", "house"], ["journeys"], ["browser"]];
const minutes = 9;

const seed = process.env["FILIERA_SEED"] ?? String(1 + Math.floor(Math.random() * 0x7fff_fffe));
const reports = mkdtempSync(join(tmpdir(), "filiera-tests-"));
const times: FileTime[] = [];

console.log(`seed ${seed} (repeat with FILIERA_SEED=${seed})\n`);
const steps = await check({ withHouse: false });
let counts: Counts = {
  ...noCounts,
  passed: steps.filter(({ passed }) => passed).length,
  failed: steps.filter(({ passed }) => !passed).length,
};
for (const projects of groups) counts = addCounts(counts, runGroup(projects));
rmSync(reports, { recursive: true });

console.log("\nThe slowest test files:");
for (const { file, seconds } of slowest(times, 10)) {
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}`);
}
const share = testShare(houseFiles("."), "workers/domain/").toFixed(2);
console.log(`\n${share} lines of test for each line of workers/domain`);
console.log(`seed ${seed}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = exitCodeOf(counts);

function runGroup(projects: readonly string[]): Counts {
  const report = join(reports, `${projects.join("-")}.json`);
  const args = ["run", "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const { status } = spawnSync(
    "vitest",
    [...args, `--outputFile.json=${report}`, ...projects.map((name) => `--project=${name}`)],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...houseEnvironment, FILIERA_SEED: seed },
      timeout: minutes * 60_000,
    },
  );
  const run = countRun(readReport(report), status);
  times.push(...run.times);
  return run.counts;
}
