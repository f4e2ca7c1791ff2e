import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Database from "libsql";

/** Why a data folder cannot be used; `message` is one clear line for the person at the console. */
export class FolderRefusal extends Error {
  readonly code: "folder-in-use" | "folder-not-writable";

  constructor(code: FolderRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The right to be the only host of a data folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a data folder (made when absent, mode 0700) for this process alone.
 *
 * The guard is the operating system's lock on a small SQLite file, held by an open transaction: it
 * falls with its owner, even one that was killed, so there is no stale lock to judge.
 * Throws `FolderRefusal` when another host holds the folder or it cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  makeWritable(folder);
  const database = openLockFile(folder);
  const ownerFile = join(folder, "host.pid");
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch {
    database.close();
    throw new FolderRefusal("folder-in-use", inUse(folder, ownerFile));
  }
  writeFileSync(ownerFile, `${process.pid}\n`);
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
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw notWritable(folder);
  }
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

function inUse(folder: string, ownerFile: string): string {
  const owner = readOwner(ownerFile);
  const by = owner === "" ? "Another Filiera" : `Another Filiera (process ${owner})`;
  return `${by} is already using the folder ${folder}.`;
}

function readOwner(ownerFile: string): string {
  try {
    return readFileSync(ownerFile, "utf8").trim();
  } catch {
    return "";
  }
}
