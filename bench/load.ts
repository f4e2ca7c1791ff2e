import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Host, startHost } from "#host/market-host.ts";
import { root } from "#host/places.ts";
import { runtimesOfThisProcess } from "#host/stray-runtime.ts";

const TOOL = join(root, "..", "shared", "bench", "commerce", "load.mjs");

/** A host under load, with the processes whose time counts: workerd, and the database's own. */
export interface LoadedHost {
  readonly host: Host;
  readonly processes: readonly number[];
  /** The process of the card company and the mail carrier: its time is theirs. */
  readonly neighbours: number;
  /** The first officer's token. */
  readonly officer: string;
  close(): Promise<void>;
}

/** What the load generator tells of one scenario. */
export interface Loaded {
  readonly n: number;
  readonly ops_s: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly err: readonly string[];
  /** Milliseconds of processor time an operation took in each process, by its id. */
  readonly cpu_ms_op_each: Readonly<Record<string, number>>;
}

/** Starts a private host on real time, with an empty network. */
export async function startLoadedHost(): Promise<LoadedHost> {
  const before = new Set(runtimesOfThisProcess());
  const { child, urls } = await startNeighbours();
  const host = await startHost({ between: async (name, url) => urls[name] ?? url });
  const runtime = runtimesOfThisProcess().filter((id) => !before.has(id));
  const officer = await setUp(host);
  const processes = [...runtime, process.pid];
  const close = () => host.close().finally(() => child.stdin?.end());
  return { host, processes, neighbours: child.pid ?? 0, officer, close };
}

/** The doubles of the outside world, apart from the market: their time is not its own. */
async function startNeighbours() {
  const program = join(root, "bench", "neighbours.ts");
  const child: ChildProcess = spawn(process.execPath, [program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout ?? child, "data")) as [Buffer];
  const urls = JSON.parse(String(said)) as Readonly<Record<string, string>>;
  return { child, urls };
}

/** What the market itself spends on an operation. */
export function ownTime({ processes }: LoadedHost, loaded: Loaded): number {
  const each = processes.map((id) => loaded.cpu_ms_op_each[id] ?? 0);
  return Math.round(each.reduce((sum, one) => sum + one, 0) * 1000) / 1000;
}

async function setUp(host: Host): Promise<string> {
  const headers = {
    Authorization: `Bearer ${host.setupToken ?? ""}`,
    "Content-Type": "application/json",
    "Idempotency-Key": "set-up",
  };
  const body = JSON.stringify({ name: "Rete di Veronetta" });
  const answer = await fetch(`${host.url}/api/v1/network`, { method: "PUT", headers, body });
  const { token } = (await answer.json()) as { readonly token?: string };
  if (token === undefined) throw new Error(`the network was not set up: ${answer.status}`);
  return token;
}

/**
 * Drives one scenario of `bench/commerce-adapter.ts` with eight connections.
 * @throws when the generator is not beside the repository, or a request is refused.
 */
export async function load(
  { host, processes, neighbours, officer }: LoadedHost,
  scenario: string,
  seconds: number,
): Promise<Loaded> {
  if (!existsSync(TOOL)) throw new Error(`The load generator is not there: ${TOOL}`);
  const words = {
    base: host.url.replace("localhost", "127.0.0.1"),
    adapter: "./bench/commerce-adapter.ts",
    scenario,
    conns: "8",
    secs: String(seconds),
    warm: "1",
    pids: [...processes, neighbours].join(","),
    token: officer,
  };
  const args = Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [TOOL, ...args], { cwd: root });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (said === "") throw new Error(complained);
  const loaded = JSON.parse(said) as Loaded;
  if (loaded.errors > 0) throw new Error(`${scenario}: ${loaded.err.join("; ")}`);
  return loaded;
}
