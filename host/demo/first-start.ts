import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { instant } from "#domain/kernel/instant.ts";
import { lockFolder } from "#host/folder-lock.ts";
import { type DemoSecrets, loadDemo } from "#host/load-demo.ts";
import { type Host, startHost } from "#host/market-host.ts";
import { checkVersion } from "#host/migrations.ts";
import { migrationsFolder, networkFile } from "#host/places.ts";
import { keyring } from "#host/passkeys/keyring.ts";
import { sendOver } from "#host/week/client.ts";
import { demoCalendar } from "./calendar.ts";
import { keepKeys } from "./kept-keys.ts";
import { keepTokens } from "./tokens.ts";

/** Files of a data folder with all that a network is. Its database goes last: it is the proof. */
const belongings = ["secret.key", "payments.db", "mailbox.db", networkFile];

export interface FirstStart {
  readonly data: string;
  /** Puts the demo in the place of what the folder holds, whatever it is. */
  readonly reset: boolean;
  /** False leaves out the weeks of earlier months. */
  readonly hasPast?: boolean;
  /** Told of each step once it is done. */
  readonly say: (step: string) => void;
  /** Given the host on which the demo is played, so that a signal can end it. */
  readonly started?: (host: Host) => void;
}

/**
 * Gives an empty data folder the demo: plays it in a folder inside, on a host of its own whose
 * clock goes from four months ago to now, and moves it up when it is whole. A loading that is cut
 * off leaves the folder as it was, and begins anew at the next start.
 * @returns the path of the role tokens' file; null where a network is set up already.
 * @throws `FolderRefusal`, `MigrationRefusal`, and what `startHost` throws.
 */
export async function prepareDemo(asked: FirstStart): Promise<string | null> {
  const { data } = asked;
  const lock = lockFolder(data);
  try {
    if (!asked.reset && hasNetwork(data)) return null;
    const nursery = join(data, "demo");
    rmSync(nursery, { recursive: true, force: true });
    const { tokens, people } = await playIn(nursery, asked);
    for (const name of belongings.toReversed()) forget(data, name);
    for (const name of belongings) moveUp(nursery, data, name);
    rmSync(nursery, { recursive: true });
    keepKeys(data, people);
    return keepTokens(data, tokens);
  } finally {
    lock.release();
  }
}

async function playIn(data: string, asked: FirstStart): Promise<DemoSecrets> {
  const until = Date.now();
  const host = await startHost({ data, clockAt: demoCalendar(instant(until)).foundedAt });
  try {
    asked.started?.(host);
    const { setupToken, clock } = host;
    if (setupToken === null) throw new Error(`${data} is not empty`);
    const stage = {
      send: sendOver(host.url),
      setupToken,
      keys: keyring(host.url, "does not count"),
      clock,
      tick: () => host.tick(),
      letters: () => host.mailbox.messages(),
    };
    return await loadDemo(stage, until, asked);
  } finally {
    await host.close();
  }
}

function hasNetwork(folder: string): boolean {
  const file = join(folder, networkFile);
  if (!existsSync(file)) return false;
  const database = new Database(file);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema").pluck().all([]);
    if (tables.length === 0) return false;
    checkVersion(database, migrationsFolder);
    if (!tables.includes("network")) return false;
    return database.prepare("SELECT 1 FROM network").all([]).length > 0;
  } finally {
    database.close();
  }
}

// A database may have left pages in its log.
const parts = ["", "-wal", "-shm"];

function forget(folder: string, name: string): void {
  for (const part of parts) rmSync(join(folder, name + part), { force: true });
}

function moveUp(from: string, to: string, name: string): void {
  for (const part of parts.toReversed()) {
    const file = join(from, name + part);
    if (existsSync(file)) renameSync(file, join(to, name + part));
  }
}
