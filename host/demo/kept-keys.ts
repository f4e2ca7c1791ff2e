import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoKey } from "./people.ts";

/** Where a data folder keeps the passkeys of the demo's people. */
const keysFile = "demo-passkeys.json";

/** Writes the keys for their owner's eyes only, all of them or none. */
export function keepKeys(folder: string, keys: readonly DemoKey[]): void {
  const file = join(folder, keysFile);
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The keys that a data folder keeps; none where no demo was played. */
export function keptKeys(folder: string): readonly DemoKey[] {
  const file = join(folder, keysFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as DemoKey[]) : [];
}
