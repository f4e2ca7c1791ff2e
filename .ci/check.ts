/** `npm run check`: format, lint (floors included), types, dead code, house test. */
import { runSteps, type Step, type StepResult } from "./steps.ts";

const majorNode = 24;

const steps: readonly Step[] = [
  { name: "the code lints, floors and types included", command: ["oxlint", "."] },
  { name: "the code is formatted", command: ["oxfmt", "--check", "."] },
  {
    name: "the lint rules are those of the table of floors",
    command: ["node", ".ci/lint-config.ts", "--check"],
  },
  { name: "the Workers type-check", command: ["tsc", "-p", "workers"] },
  { name: "the storefront type-checks", command: ["tsc", "-p", "frontend"] },
  { name: "host, tests and benchmarks type-check", command: ["tsc", "-p", "tests"] },
  { name: "no code is dead", command: ["knip", "--no-progress"] },
];

const house: Step = {
  name: "the house is in order",
  command: ["vitest", "run", "--project", "house", "--reporter", "dot"],
};

/** @returns how each step went. `npm test` leaves the house to its own runner, which counts it. */
export async function check({ withHouse }: { withHouse: boolean }): Promise<readonly StepResult[]> {
  const fault = wrongNode(process.versions.node);
  if (fault !== undefined) {
    console.error(fault);
    return [{ name: "Node is the right one", passed: false, seconds: 0 }];
  }
  return runSteps(withHouse ? [house, ...steps] : steps);
}

/** What to tell who runs another Node than the house was built with. */
export function wrongNode(version: string): string | undefined {
  if (version.split(".")[0] === String(majorNode)) return undefined;
  return `Filiera needs Node ${majorNode}, this is ${version}: use the npm scripts, they bring it.`;
}

if (import.meta.main) {
  const results = await check({ withHouse: true });
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
