import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The network's secret key: 32 random bytes as hex, made once and kept in the data folder for its
 * owner's eyes only. Links and tokens are derived from it, so it must outlive a restart.
 */
export function secretKeyOf(folder: string): string {
  const file = join(folder, "secret.key");
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const key = readFileSync(file, "utf8").trim();
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw new Error(`The file ${file} does not hold a key: restore it from a backup.`);
}
