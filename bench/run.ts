import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { type Bar, isMet, type Report } from "./report.ts";

/**
 * `npm run bench -- [NAME]`: runs the benchmark of that name, or all of them. Prints a table and
 * one line of JSON for each. A bar that is missed is said, and is no failure: what a machine is
 * doing beside moves figures more than a change of the code does.
 */
async function main(wanted: string | undefined): Promise<number> {
  const names = benchmarks();
  const chosen = names.filter((name) => wanted === undefined || name === wanted);
  if (chosen.length === 0) {
    console.error(`no benchmark "${wanted}"; there are: ${names.join(", ")}`);
    return 2;
  }
  for (const name of chosen) {
    const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<Report> };
    tell(await run());
  }
  return 0;
}

/** The files of this folder that export `run`; the others are programs of their own. */
function benchmarks(): string[] {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => /^export (async )?function run\(/m.test(readFileSync(folder + file, "utf8")))
    .map((file) => file.slice(0, -".ts".length))
    .toSorted();
}

function tell(report: Report): void {
  console.log(`\n${report.name}`);
  console.table(report.measured);
  for (const bar of report.bars) console.log(`${isMet(bar) ? "met" : "MISSED"}: ${spoken(bar)}`);
  const machine = { node: process.version, cpus: cpus().length, load: loadavg()[0] };
  console.log(JSON.stringify({ bench: report.name, ...machine, ...report }));
}

function spoken({ what, value, atLeast, atMost }: Bar): string {
  const bounds = [
    atLeast === undefined ? [] : [`at least ${atLeast}`],
    atMost === undefined ? [] : [`at most ${atMost}`],
  ].flat();
  return `${what} is ${value} (${bounds.join(", ")})`;
}

process.exitCode = await main(process.argv[2]);
