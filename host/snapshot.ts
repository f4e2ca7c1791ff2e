import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";
import { lockFolder } from "./folder-lock.ts";
import { checkVersion } from "./migrations.ts";
import { copyPhotos, putPhotosBack } from "./photo-files.ts";
import { migrationsFolder, networkFile, photosFolder } from "./places.ts";

/** Why no copy was made or put back; `message` is one clear line. */
export class SnapshotRefusal extends Error {}

/**
 * Copies the network of a data folder into `file`, as it stood at one instant, while a host may be
 * writing. The copy is checked before it gets its name. The secret key goes beside it, as
 * `<file>.key`: links and tokens are derived from it; the photos in the folder `<file>.photos`.
 * @throws `SnapshotRefusal` when there is no network, `file` exists, or the copy is damaged.
 */
export function takeSnapshot(folder: string, file: string): void {
  const source = join(folder, networkFile);
  if (!existsSync(source)) throw new SnapshotRefusal(`There is no network in ${folder}.`);
  if (existsSync(file)) throw new SnapshotRefusal(`The file ${file} exists already.`);
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const database = new Database(source, { timeout: 10_000 });
  try {
    database.prepare("VACUUM INTO ?").run([partial]);
  } finally {
    database.close();
  }
  checkCopy(partial);
  moveSafely(partial, file);
  const key = join(folder, "secret.key");
  if (existsSync(key)) copyFileSync(key, `${file}.key`);
  copyPhotos(join(folder, photosFolder), `${file}.photos`);
}

/**
 * Puts a copy in the place of a data folder's network. What was there is kept aside, under its
 * name and `.replaced-<milliseconds>`.
 * @throws `FolderRefusal` while a host runs, `SnapshotRefusal` or `MigrationRefusal` when the copy
 * is missing, damaged, not Filiera's or from a newer version; then nothing was changed.
 * @returns the path of what was replaced, or `null` when the folder was empty.
 */
export function restoreSnapshot(folder: string, file: string): string | null {
  if (!existsSync(file)) throw new SnapshotRefusal(`There is no file ${file}.`);
  const lock = lockFolder(folder);
  try {
    const incoming = join(folder, `${networkFile}.incoming`);
    copyFileSync(file, incoming);
    checkCopy(incoming);
    const aside = putAside(folder);
    moveSafely(incoming, join(folder, networkFile));
    const key = `${file}.key`;
    if (existsSync(key)) copyFileSync(key, join(folder, "secret.key"));
    const photos = join(folder, photosFolder);
    putPhotosBack(`${file}.photos`, photos, `${photos}.replaced-${Date.now()}`);
    return aside;
  } finally {
    rmSync(join(folder, `${networkFile}.incoming`), { force: true });
    lock.release();
  }
}

function checkCopy(file: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const found = database.prepare("PRAGMA integrity_check").pluck().all([]);
    const orphans = database.prepare("PRAGMA foreign_key_check").all([]);
    if (found[0] !== "ok" || orphans.length > 0) throw new Error("integrity_check");
  } catch {
    database?.close();
    throw new SnapshotRefusal(`The file ${file} is damaged or no database.`);
  }
  try {
    checkVersion(database, migrationsFolder);
  } finally {
    database.close();
  }
}

function putAside(folder: string): string | null {
  const current = join(folder, networkFile);
  if (!existsSync(current)) return null;
  const aside = `${current}.replaced-${Date.now()}`;
  // A host that was killed leaves commits in the log beside the file: they go with it.
  for (const part of ["-shm", "-wal", ""]) {
    if (existsSync(current + part)) renameSync(current + part, aside + part);
  }
  const key = join(folder, "secret.key");
  if (existsSync(key)) copyFileSync(key, `${aside}.key`);
  return aside;
}

// After this returns, a power cut finds the whole file under its name, or the old state.
function moveSafely(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flush(dirname(to));
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
