import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";

/**
 * Copies what the bucket of photos holds, while a host may be writing: its index as it stood at
 * one instant, its files as they are, for a file never changes under its name. Taken after the
 * network's own copy, so that every photo that copy shows is in it.
 */
export function copyPhotos(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /-(?:wal|shm)$/.test(entry.name)) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    if (entry.name.endsWith(".sqlite")) copyIndex(source, target);
    else cpSync(source, target);
  }
}

function copyIndex(source: string, target: string): void {
  const database = new Database(source, { timeout: 10_000 });
  try {
    database.prepare("VACUUM INTO ?").run([target]);
  } finally {
    database.close();
  }
}

/** Puts photos in the place of those that are there, which are kept under another name. */
export function putPhotosBack(from: string, to: string, aside: string): void {
  if (existsSync(to)) renameSync(to, aside);
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
