import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Desk, DESK_PATH, openDesk } from "./demo-desk/desk.ts";
import { keepKeys, keptKeys } from "./demo/kept-keys.ts";
import type { DemoKey } from "./demo/people.ts";
import type { NewsPlace } from "./doubles/mail-news.ts";
import { type Mailbox, startMailbox } from "./doubles/mailbox.ts";
import { type Payments, startPayments } from "./doubles/payments.ts";
import { lockFolder } from "./folder-lock.ts";
import { type HostClock, movableClock, realClock } from "./host-clock.ts";
import { placeBuild } from "./kept-build.ts";
import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";
import { migrate } from "./migrations.ts";
import { migrationsFolder, networkFile, photosFolder } from "./places.ts";
import { findPort } from "./ports-in-use.ts";
import { type Runtime, startRuntime } from "./runtime.ts";
import { secretKeyOf } from "./secret-key.ts";
import { endStrayRuntime, noteRuntime } from "./stray-runtime.ts";
import { startTicker } from "./ticker.ts";

/** What a host is started with. Nothing is needed: then it is private and leaves nothing. */
export interface HostOptions {
  /** Data folder; absent: a temporary one, removed at the end. */
  readonly data?: string;
  /** Port of the market on loopback; 0, the default, takes a free one. */
  readonly port?: number;
  /** Milliseconds UTC at which a clock stands that only `host.clock` moves; absent: real time. */
  readonly clockAt?: number;
  /** Gives a set-up token also to a network that is set up: its only officer lost every passkey. */
  readonly recovery?: boolean;
  /** Forgets what the data folder holds. */
  readonly reset?: boolean;
  /** Puts something between the Workers and a neighbour, such as a proxy that makes faults. */
  readonly between?: (neighbour: Neighbour, url: string) => Promise<string>;
  /** The header in which a proxy before the host names its clients; absent: nobody does. */
  readonly clientAddressHeader?: string;
  /** The planner's own variables (docs/deploy.md); absent: it plans, and estimates distances. */
  readonly planner?: Readonly<Record<string, string>>;
  /** Where the streets of areas are; absent: where `npm run roads` puts them. */
  readonly roads?: string;
  /** Opens the demo's sign-in, where the folder holds a demo's people; absent: never. */
  readonly demo?: boolean;
  /** Told of a failure of the every-minute jobs. */
  readonly report?: (error: unknown) => void;
}

/** Who a Worker speaks to by URL. */
export type Neighbour = "database" | "payments" | "mail";

/** A whole Filiera on one machine: workerd, database, doubles of the outside world. */
export interface Host {
  readonly url: string;
  readonly databaseUrl: string;
  readonly databaseToken: string;
  /** The connection behind the database's server: read it anew at each use. */
  readonly database: LibsqlServer["database"];
  /** Opens an empty network once, or lets its only officer back in; else `null`. */
  readonly setupToken: string | null;
  /** Where a newcomer picks whom to be; `null` outside of a demo. */
  readonly deskUrl: string | null;
  readonly clock: HostClock;
  readonly mailbox: Mailbox;
  readonly payments: Payments;
  /** Runs `scheduled()` of both Workers now; rejects when one throws. */
  tick(): Promise<void>;
  /** Builds the sources as they are now and loads the Workers anew, with the same database. */
  rebuild(): Promise<void>;
  /** Lets requests finish, then ends everything. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a host: locks the folder, builds what is not built yet, migrates, serves, and runs what
 * is due.
 * @throws `FolderRefusal`, `PortRefusal` or `MigrationRefusal`, each with one clear line.
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const ends: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= endAll(ends));
  try {
    return await assemble(options, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

// Each end waits for the one before: requests first, the lock and the folder last.
async function endAll(ends: readonly (() => unknown)[]): Promise<void> {
  await ends
    .toReversed()
    .reduce<Promise<unknown>>((before, end) => before.then(end), Promise.resolve());
}

async function assemble(
  options: HostOptions,
  ends: (() => unknown)[],
  close: () => Promise<void>,
): Promise<Host> {
  const folder = await openFolder(options, ends);
  const port = await findPort(options.port ?? 0);
  const build = join(folder, "build");
  await placeBuild(build);
  const clock = options.clockAt === undefined ? realClock : movableClock(options.clockAt);
  const news = { url: `http://127.0.0.1:${port}/api/v1/mail-events`, secret: newsSecret() };
  const neighbours = await openNeighbours({ folder, clock, news }, ends);
  const isOpened = isEmpty(neighbours.server) || options.recovery === true;
  const setupToken = isOpened ? randomBytes(20).toString("hex") : null;
  const vars = await variables({ options, folder, port, setupToken, news, ...neighbours });
  const url = `http://localhost:${port}`;
  const desk = options.demo === true ? await deskOf(folder, url, neighbours.server) : null;
  const runtime = await startRuntime({ ...options, folder, build, port, clock, vars, desk });
  ends.push(() => runtime.close());
  noteRuntime(folder, runtime.processId);
  const ticker = openTicker(runtime, clock, options.report ?? rethrow);
  ends.push(() => ticker.stop());
  await ticker.tick();
  return {
    url,
    databaseUrl: neighbours.server.url,
    databaseToken: neighbours.server.token,
    get database() {
      return neighbours.server.database;
    },
    setupToken,
    deskUrl: desk === null ? null : url + DESK_PATH,
    clock,
    mailbox: neighbours.mailbox,
    payments: neighbours.payments,
    tick: () => ticker.tick(),
    rebuild: () => placeBuild(build).then(() => runtime.reload(vars)),
    close,
  };
}

async function openFolder(options: HostOptions, ends: (() => unknown)[]): Promise<string> {
  const folder = options.data ?? mkdtempSync(join(tmpdir(), "filiera-"));
  if (options.data === undefined) ends.push(() => rmSync(folder, { recursive: true }));
  const lock = lockFolder(folder);
  ends.push(() => lock.release());
  await endStrayRuntime(folder);
  if (options.reset === true) forget(folder);
  return folder;
}

/** What opens a demo is forgotten with it. */
const DEMO_FILES = ["demo-passkeys.json", "demo-tokens.json"];

function forget(folder: string): void {
  rmSync(join(folder, photosFolder), { recursive: true, force: true });
  for (const name of [networkFile, "payments.db", "mailbox.db", "secret.key", ...DEMO_FILES]) {
    for (const part of ["", "-wal", "-shm"]) rmSync(join(folder, name + part), { force: true });
  }
}

interface Neighbours {
  readonly server: LibsqlServer;
  readonly payments: Payments;
  readonly mailbox: Mailbox;
}

/** What the mailbox signs its news with, another one at each start. */
function newsSecret(): string {
  return `whsec_${randomBytes(24).toString("base64")}`;
}

interface Ground {
  readonly folder: string;
  readonly clock: HostClock;
  readonly news: NewsPlace;
}

async function openNeighbours(
  { folder, clock, news }: Ground,
  ends: (() => unknown)[],
): Promise<Neighbours> {
  const server = await startLibsqlServer({ file: join(folder, networkFile) });
  ends.push(() => server.close());
  migrate(server.database, migrationsFolder);
  const payments = await startPayments(join(folder, "payments.db"));
  ends.push(() => payments.close());
  const mailbox = await startMailbox(join(folder, "mailbox.db"), () => clock.now(), news);
  ends.push(() => mailbox.close());
  return { server, payments, mailbox };
}

/** Keys of another network open nothing here: without one of this network's there is no desk. */
async function deskOf(folder: string, url: string, server: LibsqlServer): Promise<Desk | null> {
  const known = server.database.prepare("SELECT 1 FROM passkey WHERE credential_id = ?");
  const isOurs = ({ passkey }: DemoKey) => known.all([passkey.id]).length > 0;
  if (!keptKeys(folder).some(isOurs)) return null;
  return openDesk({
    url,
    keys: () => keptKeys(folder),
    keep: (keys) => keepKeys(folder, keys),
  });
}

function isEmpty(server: LibsqlServer): boolean {
  return server.database.prepare("SELECT 1 FROM network").all([]).length === 0;
}

interface Wiring extends Neighbours {
  readonly options: HostOptions;
  readonly folder: string;
  readonly port: number;
  readonly setupToken: string | null;
  readonly news: NewsPlace;
}

async function variables(wiring: Wiring): Promise<Record<string, string>> {
  const { server, payments, mailbox, folder, port, setupToken, news } = wiring;
  const { clientAddressHeader } = wiring.options;
  const between = wiring.options.between ?? ((_, url) => Promise.resolve(url));
  return {
    DATABASE_URL: await between("database", server.url),
    DATABASE_TOKEN: server.token,
    SECRET_KEY: secretKeyOf(folder),
    ORIGIN_HOSTS: `localhost:${port},127.0.0.1:${port}`,
    PAYMENTS_URL: await between("payments", payments.url),
    MAIL_URL: await between("mail", mailbox.url),
    MAIL_FROM: "rete@filiera.example",
    MAIL_EVENTS_SECRET: news.secret,
    ...wiring.options.planner,
    ...(setupToken === null ? {} : { SETUP_TOKEN: setupToken }),
    ...(clientAddressHeader === undefined ? {} : { CLIENT_ADDRESS_HEADER: clientAddressHeader }),
  };
}

function openTicker(runtime: Runtime, clock: HostClock, report: (error: unknown) => void) {
  const fire = (): Promise<void> => runtime.fireScheduled(clock.now());
  return startTicker({ fire, report, everyMinute: !clock.isMovable });
}

function rethrow(error: unknown): never {
  throw error;
}
