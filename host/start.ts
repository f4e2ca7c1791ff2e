import { watch } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { FolderRefusal } from "./folder-lock.ts";
import { type Host, startHost } from "./market-host.ts";
import { MigrationRefusal } from "./migrations.ts";
import { root } from "./places.ts";
import { PortRefusal } from "./ports-in-use.ts";

/** What a person asks of `npm start`, after `--`. */
export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly demo: "veronetta" | "none";
  readonly reset: boolean;
  readonly watch: boolean;
}

/** A wrong word on the command line; `message` is one clear line. */
export class UsageRefusal extends Error {}

const usage = "npm start -- [--port N] [--data DIR] [--demo veronetta|none] [--reset]";

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
  return { port, data, demo, reset: values.reset ?? false, watch: values.watch ?? false };
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
        watch: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageRefusal(`${error instanceof Error ? error.message : ""} Usage: ${usage}`);
  }
}

async function start(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const host = await startHost({
    data: options.data,
    port: options.port,
    reset: options.reset,
    report: (error) => console.error(`The jobs of this minute failed: ${String(error)}`),
  });
  stopOnSignals(host);
  if (options.watch) rebuildOnChange(host);
  console.log(`Filiera     ${host.url}`);
  console.log(`La posta    ${host.mailbox.url}`);
  if (host.setupToken !== null) console.log(`Set-up      ${host.setupToken}`);
}

function stopOnSignals(host: Host): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Miniflare's own handler would end the process before requests and database are done.
    process.removeAllListeners(signal);
    process.once(signal, () => {
      void host.close().then(() => process.exit(0));
    });
  }
}

// Editors write a file more than once: wait until they are done.
function rebuildOnChange(host: Host): void {
  let waiting: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      host.rebuild().then(
        () => console.log("Rebuilt."),
        (error: unknown) => console.error(String(error)),
      );
    }, 100);
  };
  for (const folder of ["workers", "frontend", "schema"]) {
    watch(join(root, folder), { recursive: true }, changed);
  }
}

const refusals = [FolderRefusal, PortRefusal, MigrationRefusal, UsageRefusal];

if (import.meta.main) {
  try {
    await start();
  } catch (error) {
    const isExpected = refusals.some((kind) => error instanceof kind);
    console.error(isExpected ? (error as Error).message : error);
    process.exit(1);
  }
}
