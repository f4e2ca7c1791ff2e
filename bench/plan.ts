/**
 * `node bench/plan.ts IN OUT SECONDS [SEED]`: VROOM's JSON in, VROOM's shape out. This program
 * knows time, the solver never does.
 */
import { enableCompileCache } from "node:module";

// Half of a short budget would go into reading the sources: from the second time on it does not.
enableCompileCache();
const { planFile } = await import("./plan-file.ts");

const [from, to, seconds = "", seed = "1"] = process.argv.slice(2);

if (from === undefined || to === undefined || !(Number(seconds) > 0)) {
  console.error("node bench/plan.ts IN OUT SECONDS [SEED]");
  process.exitCode = 2;
} else {
  process.exitCode = planFile(from, to, { seconds: Number(seconds), seed: Number(seed) });
}
