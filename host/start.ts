import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { prepareDemo } from "./demo/first-start.ts";
import { FolderRefusal } from "./folder-lock.ts";
import { type Host, startHost } from "./market-host.ts";
import { MigrationRefusal } from "./migrations.ts";
import { findPort, PortRefusal } from "./ports-in-use.ts";
import { rebuildOnChange } from "./rebuild-on-change.ts";
import { PLANNER_VARIABLES } from "./runtime.ts";

/** What a person asks of `npm start`, after `--`. */
export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly demo: "veronetta" | "none";
  readonly reset: boolean;
  /** Asks for a set-up token, with which the only officer is let back in. */
  readonly recovery: boolean;
  readonly watch: boolean;
}

/** A wrong word on the command line; `message` is one clear line. */
export class UsageRefusal extends Error {}

const usage = "npm start -- [--port N] [--data DIR] [--demo veronetta|none] [--reset] [--recovery]";

/** Reads the command line. @throws `UsageRefusal` */
export function readArguments(words: readonly string[]): StartOptions {
  const values = parsed(words);
  const port = Number(values.port ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageRefusal(`--port takes a number from 0 to 65535. Usage: ${usage}`);
  }
  const demo = values.demo ?? "veronetta";
  if (demo !== "veronetta" && demo !== "none") {
    throw new UsageRefusal(`--demo takes veronetta or none. Usage: ${usage}`);
  }
  const data = resolve(values.data ?? ".filiera");
  const { reset = false, recovery = false, watch = false } = values;
  return { port, data, demo, reset, recovery, watch };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        demo: { type: "string" },
        reset: { type: "boolean" },
        recovery: { type: "boolean" },
        watch: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageRefusal(`${error instanceof Error ? error.message : ""} Usage: ${usage}`);
  }
}

async function start(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const isDemo = options.demo === "veronetta";
  const tokens = isDemo ? await loadDemoFirst(options) : null;
  const host = await startHost({
    data: options.data,
    port: options.port,
    recovery: options.recovery,
    // The demo has taken the place of what was there already.
    reset: options.reset && !isDemo,
    demo: isDemo,
    ...behindProxy(process.env["CLIENT_ADDRESS_HEADER"]),
    planner: plannerVariables(process.env),
    report: (error) => console.error(`The jobs of this minute failed: ${String(error)}`),
  });
  stopOnSignals(host);
  if (options.watch) rebuildOnChange(host);
  console.log(`Filiera     ${host.url}`);
  if (host.deskUrl !== null) console.log(`Le persone  ${host.deskUrl}`);
  console.log(`La posta    ${host.mailbox.url}`);
  if (tokens !== null) console.log(`Le chiavi   ${tokens}`);
  if (host.setupToken !== null) console.log(`Set-up      ${host.setupToken}`);
}

/** Where a proxy stands before the host, its operator names the header that it writes. */
function behindProxy(clientAddressHeader: string | undefined) {
  return clientAddressHeader === undefined ? {} : { clientAddressHeader };
}

/** Which streets are asked, and by whose key, is said as at Cloudflare (docs/deploy.md). */
function plannerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const given = [...PLANNER_VARIABLES].map((name) => [name, environment[name]] as const);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

// A port that is taken is said before the demo is played, not after.
async function loadDemoFirst({ port, data, reset }: StartOptions): Promise<string | null> {
  await findPort(port);
  const began = performance.now();
  const say = (step: string): void => {
    console.log(`Demo ${((performance.now() - began) / 1000).toFixed(1).padStart(4)} s ${step}`);
  };
  return prepareDemo({ data, reset, say, started: stopOnSignals });
}

/** Set once a signal came: the process ends when its host has. */
let stopping: Promise<never> | undefined;

function stopOnSignals(host: Host): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Miniflare's own handler would end the process before requests and database are done.
    process.removeAllListeners(signal);
    process.once(signal, () => {
      stopping = host.close().then(() => process.exit(0));
    });
  }
}

const refusals = [FolderRefusal, PortRefusal, MigrationRefusal, UsageRefusal];

if (import.meta.main) {
  try {
    await start();
  } catch (error) {
    // A demo whose host was told to stop cannot go on: that is no failure.
    if (stopping !== undefined) await stopping;
    const isExpected = refusals.some((kind) => error instanceof kind);
    console.error(isExpected ? (error as Error).message : error);
    process.exit(1);
  }
}
