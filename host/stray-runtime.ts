import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * The process ids of the workerd processes that this process has started.
 * Miniflare does not tell them, and when its owner is killed workerd lives on and keeps the port.
 */
export function runtimesOfThisProcess(): readonly number[] {
  return listProcesses().flatMap((one) => (one.parent === process.pid ? [one.id] : []));
}

/** Notes in the data folder which workerd serves it. */
export function noteRuntime(folder: string, id: number | undefined): void {
  writeFileSync(join(folder, "workerd.pid"), id === undefined ? "" : `${id}\n`);
}

/** Ends the workerd that a killed host left behind. Call it with the folder's lock in hand. */
export async function endStrayRuntime(folder: string): Promise<void> {
  const file = join(folder, "workerd.pid");
  if (!existsSync(file)) return;
  const id = Number(readFileSync(file, "utf8"));
  // The number may have been given to another program since: only a workerd is ended.
  const isThere = (): boolean => listProcesses().some((one) => one.id === id);
  if (id > 0 && isThere()) process.kill(id, "SIGKILL");
  while (isThere()) await pause(10);
  rmSync(file);
}

interface Running {
  readonly id: number;
  readonly parent: number;
}

function listProcesses(): readonly Running[] {
  return existsSync("/proc/self/stat") ? listFromProc() : listFromPs();
}

function listFromProc(): readonly Running[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // A zombie (Z) has ended already: it waits for its parent to notice.
      const [, command, parent] = /\((.*)\) [^Z] (\d+)/.exec(readStat(name)) ?? [];
      return command === "workerd" ? [{ id: Number(name), parent: Number(parent) }] : [];
    });
}

// A process may end between the listing and the reading.
function readStat(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    return "";
  }
}

function listFromPs(): readonly Running[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,comm="], { encoding: "utf8" });
  return [...lines.matchAll(/^\s*(\d+)\s+(\d+)\s+(?:.*\/)?workerd$/gm)].map(([, id, parent]) => ({
    id: Number(id),
    parent: Number(parent),
  }));
}
