import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildAll } from "#host/build.ts";
import { type Measured, median, type Report } from "./report.ts";

const STARTS = 7;
const MOST_KIB = 1024;
const MOST_START_MS = 100;

/**
 * Imports a bundle in a fresh process and tells the processor time of the import alone. What Node
 * loads the first time that it is asked for, and workerd has from the start, is asked for before.
 */
const PROBE = `new Response(); new Headers(); crypto.subtle; new TextDecoder();
  const began = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(began);
  console.log((user + system) / 1000);`;

/** What the platform loads: the size of each Worker, and the time it takes to start. */
export async function run(): Promise<Report> {
  const build = mkdtempSync(join(tmpdir(), "filiera-bundle-"));
  try {
    await buildAll(build);
    const measured: Measured[] = ["market", "planner"].map((worker) => {
      const bundle = join(build, worker, "index.js");
      const bytes = readFileSync(bundle);
      return {
        worker,
        KiB: kib(bytes.length),
        "KiB gzip": kib(gzipSync(bytes, { level: 9 }).length),
        "start-up CPU ms": startOf(bundle),
      };
    });
    const bars = measured.flatMap((one) => [
      { what: `KiB gzip of ${one["worker"]}`, value: Number(one["KiB gzip"]), atMost: MOST_KIB },
      {
        what: `start-up CPU ms of ${one["worker"]}`,
        value: Number(one["start-up CPU ms"]),
        atMost: MOST_START_MS,
      },
    ]);
    return { name: "bundle", measured, bars };
  } finally {
    rmSync(build, { recursive: true });
  }
}

function kib(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}

function startOf(bundle: string): number {
  // By this name Node need not read it through to see that it is a module.
  const module = bundle.replace(/js$/, "mjs");
  copyFileSync(bundle, module);
  const times = Array.from({ length: STARTS }, () => {
    const words = ["--input-type=module", "--eval", PROBE, module];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    const ms = Number.parseFloat(stdout);
    if (Number.isNaN(ms)) throw new Error(stderr);
    return ms;
  });
  return Math.round(median(times) * 10) / 10;
}
