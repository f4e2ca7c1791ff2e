/** Runs a list of commands, two at a time, and says in one line how each went. */
import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

export interface Step {
  readonly name: string;
  /** A program of node_modules/.bin or node itself, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** The environment in which the house's own programs, its Node among them, come first. */
export const houseEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [resolve("node_modules/.bin"), process.env["PATH"]].join(delimiter),
};

/** @returns how each step went, in the order of the list; a failed step prints its output. */
export async function runSteps(steps: readonly Step[], lanes = 2): Promise<readonly StepResult[]> {
  const results = new Map<Step, StepResult>();
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.set(step, await runStep(step));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return steps.flatMap((step) => results.get(step) ?? []);
}

async function runStep({ name, command }: Step): Promise<StepResult> {
  const start = performance.now();
  const { status, output } = await run(command);
  const seconds = (performance.now() - start) / 1000;
  const passed = status === 0;
  console.log(`${passed ? "ok    " : "FAILED"} ${seconds.toFixed(1).padStart(5)} s  ${name}`);
  if (!passed) console.log(`\n${command.join(" ")}\n${output.trim()}\n`);
  return { name, passed, seconds };
}

interface Ended {
  /** null when the program was killed or could not start. */
  readonly status: number | null;
  readonly output: string;
}

function run([program, ...args]: Step["command"]): Promise<Ended> {
  return new Promise((settle) => {
    let output = "";
    const child = spawn(program, args, {
      env: houseEnvironment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => settle({ status: null, output: error.message }));
    child.on("close", (status) => settle({ status, output }));
  });
}
