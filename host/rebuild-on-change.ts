import { watch } from "node:fs";
import { join } from "node:path";
import type { Host } from "./market-host.ts";
import { root } from "./places.ts";

/** Editors write a file more than once: wait until they are done. */
const QUIET_MS = 100;

/**
 * Rebuilds whenever a source of the Workers or the pages changes, for as long as the process lives,
 * one rebuild after the other. Sources that do not build leave what is served as it is.
 */
export function rebuildOnChange(host: Pick<Host, "rebuild">): void {
  let waiting: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const rebuild = (): void => {
    last = last
      .then(() => host.rebuild())
      .then(
        () => console.log("Rebuilt."),
        (error: unknown) => console.error(String(error)),
      );
  };
  const changed = (_event: string, name: string | null): void => {
    if (name !== null && /\.test\.tsx?$/.test(name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, QUIET_MS);
  };
  for (const folder of ["workers", "frontend", "schema"]) {
    watch(join(root, folder), { recursive: true }, changed);
  }
}
