import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "#host/places.ts";
import { findPort, PortRefusal } from "#host/ports-in-use.ts";
import type { Dice } from "#tests/weeks/dice.ts";

/** `npm start` in a process of its own, on a folder that outlives it. */
export interface SpawnedHost {
  readonly url: string;
  /** SIGKILL: nothing is closed, nothing is written any more. */
  kill(): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Where a host that is started again and again keeps its data and its address. */
export interface HostPlace {
  readonly data: string;
  readonly port: number;
}

/** Starts the host's own command. */
export async function spawnHost(place: HostPlace): Promise<SpawnedHost> {
  const { child, end } = spawned(place);
  try {
    await announced(child);
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
  return {
    url: `http://127.0.0.1:${place.port}`,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/**
 * Starts a host and kills it so many milliseconds after its Workers are up: in the middle of its
 * first jobs, between what was committed before and what is sent for it.
 */
export async function killAtItsFirstJobs(place: HostPlace, afterMs: number): Promise<void> {
  const { data } = place;
  const before = runtimeOf(data);
  const { end } = spawned(place);
  try {
    const most = Date.now() + PATIENCE_MS;
    while (["", before].includes(runtimeOf(data)) && Date.now() < most) await pause(2);
    await pause(afterMs);
  } finally {
    await end("SIGKILL");
  }
}

/** A port that no outgoing connection takes while its host is down. */
export async function lastingPort(chance: Dice): Promise<number> {
  for (;;) {
    try {
      return await findPort(chance.between(20_000, 29_999));
    } catch (error) {
      if (!(error instanceof PortRefusal)) throw error;
    }
  }
}

/** Which workerd serves the folder, as its host notes it just before the first jobs. */
function runtimeOf(data: string): string {
  try {
    return readFileSync(join(data, "workerd.pid"), "utf8");
  } catch {
    // No host was there yet, or this one is just taking the note of the last one away.
    return "";
  }
}

function spawned({ data, port }: HostPlace) {
  const words = ["host/start.ts", "--data", data, "--demo", "none", "--port", String(port)];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { child, end };
}

/** Resolves when the host says where it is; rejects with what it said when it ends instead. */
function announced(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`no host yet: ${said}`)), PATIENCE_MS);
    child.stderr?.on("data", (chunk) => (said += String(chunk)));
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      if (/^Filiera\s+http/m.test(said)) settle(resolve);
    });
    child.once("exit", () => settle(() => reject(new Error(`the host ended: ${said}`))));
    function settle(act: () => void): void {
      clearTimeout(timer);
      act();
    }
  });
}
