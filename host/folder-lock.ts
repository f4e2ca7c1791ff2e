import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import Database from "libsql";

/** Why a data folder cannot be used; `message` is one clear line for the person at the console. */
export class FolderRefusal extends Error {
  readonly code: "folder-in-use" | "folder-not-writable" | "folder-full";

  constructor(code: FolderRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The right to be the only host of a data folder. */
export interface FolderLock {
  release(): void;
}

/** What an empty network takes at its first start, with its log and its build. */
const ROOM_BYTES = 16 * 1024 * 1024;

/**
 * Takes a data folder (made when absent, mode 0700) for this process alone.
 *
 * The guard is the operating system's lock on a small SQLite file, held by an open transaction: it
 * falls with its owner, even one that was killed, so there is no stale lock to judge.
 * Throws `FolderRefusal` when another host holds the folder, or it cannot be written, or has less
 * than `roomBytes` free.
 */
export function lockFolder(folder: string, roomBytes: number = ROOM_BYTES): FolderLock {
  makeWritable(folder);
  if (!hasRoom(folder, roomBytes)) throw full(folder, roomBytes);
  const database = openLockFile(folder);
  const ownerFile = join(folder, "host.pid");
  try {
    database.exec("BEGIN EXCLUSIVE");
    writeFileSync(ownerFile, `${process.pid}\n`);
  } catch (error) {
    database.close();
    const isHeld = (error as { code?: unknown }).code === "SQLITE_BUSY";
    throw isHeld ? inUse(folder, ownerFile) : notWritable(folder);
  }
  return {
    release() {
      if (!database.open) return;
      writeFileSync(ownerFile, "");
      database.exec("ROLLBACK");
      database.close();
    },
  };
}

function makeWritable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw notWritable(folder);
  }
}

// Where no blocks are counted there is nothing to run out of.
function hasRoom(folder: string, roomBytes: number): boolean {
  const { blocks, bavail, bsize } = statfsSync(folder);
  return blocks === 0 || bavail * bsize >= roomBytes;
}

// One by one: where a file system makes no folders, as /proc, Node's `recursive` tries for ever.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function openLockFile(folder: string): Database.Database {
  try {
    return new Database(join(folder, "host.lock"), { timeout: 0 });
  } catch {
    throw notWritable(folder);
  }
}

function notWritable(folder: string): FolderRefusal {
  return new FolderRefusal("folder-not-writable", `The folder ${folder} cannot be written.`);
}

function full(folder: string, roomBytes: number): FolderRefusal {
  const megabytes = Math.ceil(roomBytes / 1024 / 1024);
  const message = `The folder ${folder} has no room: ${megabytes} MB must be free.`;
  return new FolderRefusal("folder-full", message);
}

function inUse(folder: string, ownerFile: string): FolderRefusal {
  const owner = readOwner(ownerFile);
  const by = owner === "" ? "Another Filiera" : `Another Filiera (process ${owner})`;
  return new FolderRefusal("folder-in-use", `${by} is already using the folder ${folder}.`);
}

function readOwner(ownerFile: string): string {
  try {
    return readFileSync(ownerFile, "utf8").trim();
  } catch {
    return "";
  }
}
