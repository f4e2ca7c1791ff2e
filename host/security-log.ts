import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const securityLogFile = "security.log";

const MOST_BYTES = 10_000_000;

/**
 * Keeps the security log of a host beside its data, so that it outlives the screen. At 10 MB the
 * file becomes `security.log.1`, in place of the one before: a flood cannot fill the disk.
 */
export function openSecurityLog(folder: string): (line: string) => void {
  const path = join(folder, securityLogFile);
  let size = existsSync(path) ? statSync(path).size : 0;
  return (line) => {
    // Lines that come while the folder is being removed are of nobody's interest.
    if (!existsSync(folder)) return;
    if (size > MOST_BYTES) {
      renameSync(path, `${path}.1`);
      size = 0;
    }
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
    size += line.length + 1;
  };
}
