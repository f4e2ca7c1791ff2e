import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  type Request as MiniflareRequest,
  Response,
} from "miniflare";
import { bindingLimit, PERIOD_SECONDS, RATE_CLASSES } from "#market/edge/rate-classes.ts";
import type { Desk } from "./demo-desk/desk.ts";
import type { HostClock } from "./host-clock.ts";
import { photosFolder, roadsFolder } from "./places.ts";
import { openSecurityLog } from "./security-log.ts";
import { runtimesOfThisProcess } from "./stray-runtime.ts";

/** What the Workers are given. */
export interface RuntimeOptions {
  /** Where `buildAll` put the bundles. */
  readonly build: string;
  readonly port: number;
  readonly clock: HostClock;
  /** The data folder, where the security log is kept. */
  readonly folder: string;
  /** Variables of the market Worker; the planner gets those of the database, and its own. */
  readonly vars: Readonly<Record<string, string>>;
  /** Where the planner finds the streets of areas; absent: where `npm run roads` puts them. */
  readonly roads?: string;
  /** The demo's sign-in; null outside of a demo, when nothing stands before the market. */
  readonly desk: Desk | null;
}

/** workerd with both Workers. */
export interface Runtime {
  /** workerd's process id, for the data folder's note; unknown where it could not be told. */
  readonly processId: number | undefined;
  /** Fires `scheduled()` of both Workers; rejects when one of them throws. */
  fireScheduled(now: number): Promise<void>;
  /** Loads the bundles and variables anew, on the same port. */
  reload(vars: RuntimeOptions["vars"]): Promise<void>;
  /** Lets the requests under way finish, for at most 5 s, and ends workerd. */
  close(): Promise<void>;
}

/** Variables of the planner alone (docs/deploy.md); the market never sees the key of a service. */
export const PLANNER_VARIABLES: ReadonlySet<string> = new Set([
  "PLANNING",
  "ROADS_AREA",
  "ROADS_SERVICE",
  "ROADS_URL",
  "ROADS_KEY",
  "ROADS_VERSION",
]);
const OF_PLANNER = new Set([...PLANNER_VARIABLES, "DATABASE_URL", "DATABASE_TOKEN"]);

const compatibilityDate = "2026-10-01";

/** Starts workerd; resolves when it answers on `127.0.0.1:port`. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const before = new Set(runtimesOfThisProcess());
  const miniflare = new Miniflare(miniflareOptions(options));
  await miniflare.ready;
  const processId = runtimesOfThisProcess().find((id) => !before.has(id));
  return {
    processId,
    fireScheduled: (now) => fireScheduled(miniflare, now),
    reload: (vars) => miniflare.setOptions(miniflareOptions({ ...options, vars })),
    async close() {
      await drain(processId);
      await miniflare.dispose();
    },
  };
}

function miniflareOptions(options: RuntimeOptions) {
  const { build, port, clock, vars, desk } = options;
  // Straight to the Worker: Miniflare's own entry would triple the cost of a request.
  const open = { unsafeDirectSockets: [{ host: "127.0.0.1", port }] };
  const CLOCK = () => Response.json({ now: clock.now() });
  const clockBinding = clock.isMovable ? { CLOCK } : {};
  const common = { compatibilityDate };
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    ...logging(options.folder),
    resourcePersistencePath: join(options.folder, photosFolder),
    workers: [
      {
        ...common,
        name: "market",
        ...modulesOf(join(build, "market")),
        bindings: variablesOf("market", vars),
        queueProducers: { PLAN_QUEUE: "filiera-plan" },
        r2Buckets: { PHOTOS: "filiera-photos" },
        serviceBindings: { ASSETS: "static-files", ...clockBinding },
        ratelimits: RATES,
        ...(desk === null ? open : {}),
      },
      { ...common, ...planner(options, clockBinding) },
      { ...common, ...staticFiles(build) },
      ...(desk === null ? [] : [{ ...common, ...open, ...demoFront(build, desk) }]),
    ],
  });
}

function planner(
  { build, vars, roads = roadsFolder }: RuntimeOptions,
  bound: Readonly<Record<string, () => Response>>,
) {
  return {
    name: "planner",
    ...modulesOf(join(build, "planner")),
    bindings: variablesOf("planner", vars),
    queueProducers: { PLAN_QUEUE: "filiera-plan" },
    // As in its wrangler.toml: one problem a run.
    queueConsumers: { "filiera-plan": { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 10 } },
    serviceBindings: { ROADS: { disk: { path: roads } }, ...bound },
  };
}

function variablesOf(worker: "market" | "planner", vars: RuntimeOptions["vars"]) {
  const isGiven = (name: string) =>
    worker === "market" ? !PLANNER_VARIABLES.has(name) : OF_PLANNER.has(name);
  return Object.fromEntries(Object.entries(vars).filter(([name]) => isGiven(name)));
}

function staticFiles(build: string) {
  return {
    name: "static-files",
    ...modulesOf(join(build, "static-files")),
    serviceBindings: { DISK: { disk: { path: join(build, "public") } } },
  };
}

/** What stands before the market in a demo. */
function demoFront(build: string, desk: Desk) {
  const DESK = async (asked: MiniflareRequest): Promise<Response> => {
    const { method, headers, url } = asked;
    const body = method === "GET" || method === "HEAD" ? null : await asked.text();
    const told = await desk(new Request(url, { method, headers: [...headers], body }));
    const { status } = told;
    return new Response(await told.text(), { status, headers: [...told.headers] });
  };
  return {
    name: "demo-front",
    ...modulesOf(join(build, "demo-front")),
    serviceBindings: { MARKET: "market", DESK },
  };
}

/** The platform's counters of floods, as Miniflare keeps them: the same names and figures. */
const RATES = Object.fromEntries(
  Object.values(RATE_CLASSES).map((rate, i) => {
    const simple = { limit: bindingLimit(rate), period: PERIOD_SECONDS } as const;
    return [rate.binding, { namespace_id: String(1001 + i), simple }] as const;
  }),
);

/** What Workers say: the security log has a file, failures are for whoever started the host. */
function logging(folder: string) {
  const keep = openSecurityLog(folder);
  return {
    // Miniflare's own warnings speak of workerd's end, which is wanted here.
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: ({ level, message }: { level: string; message: string }) => {
      if (message.startsWith('{"at":"security"')) keep(message);
      else if (level === "error" || level === "warn") console.error(message);
      else console.log(message);
    },
  };
}

// The bundle, and WebAssembly beside it: workerd compiles that before the Worker runs.
function modulesOf(folder: string) {
  const wasm = readdirSync(folder).filter((file) => file.endsWith(".wasm"));
  const modules = ["index.js", ...wasm].map((file) => ({
    type: file.endsWith(".wasm") ? ("CompiledWasm" as const) : ("ESModule" as const),
    path: join(folder, file),
    contents: readFileSync(join(folder, file)),
  }));
  return { modules, modulesRoot: folder };
}

async function fireScheduled(miniflare: Miniflare, now: number): Promise<void> {
  const fired = ["market", "planner"].map(async (name) => {
    const worker = await miniflare.getWorker(name);
    const event = { cron: "* * * * *", scheduledTime: new Date(now) };
    const { outcome } = await worker.scheduled(event);
    if (outcome !== "ok") throw new Error(`scheduled() of ${name} ended with: ${outcome}`);
  });
  await Promise.all(fired);
}

// At SIGTERM workerd takes no new connection and ends when its requests have.
async function drain(processId: number | undefined): Promise<void> {
  if (processId === undefined) return;
  const isRunning = (): boolean => runtimesOfThisProcess().includes(processId);
  if (isRunning()) process.kill(processId, "SIGTERM");
  const patience = 100;
  for (let tries = 0; tries < patience && isRunning(); tries += 1) await pause(50);
}
