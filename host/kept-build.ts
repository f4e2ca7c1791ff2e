import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { root } from "./places.ts";

/** Builds, each under the digest of its sources; all hosts of this checkout share them. */
const KEPT = join(root, "node_modules", ".cache", "filiera");
const MOST_KEPT = 10;
/** Whoever found a build is done copying it by then, and whoever makes one has made it. */
const IN_USE_MS = 10 * 60_000;

/**
 * Puts the build of the sources as they are now into `target`, in the place of what is there. It is
 * made once for the same sources, whoever asks; each asker has a copy that nobody takes away.
 * @throws what `buildAll` throws.
 */
export async function placeBuild(target: string): Promise<void> {
  const build = await builtNow();
  await rm(target, { recursive: true, force: true });
  await cp(build, target, { recursive: true, preserveTimestamps: true });
}

async function builtNow(): Promise<string> {
  for (;;) {
    const digest = digestOfSources();
    const build = join(KEPT, digest);
    if (isKept(build)) return build;
    mkdirSync(KEPT, { recursive: true });
    const fresh = mkdtempSync(join(KEPT, "fresh-"));
    await buildAll(fresh);
    // A source saved meanwhile may be in the build or not: then it is made anew.
    if (digestOfSources() === digest) keep(fresh, build);
    else rmSync(fresh, { recursive: true });
  }
}

function isKept(build: string): boolean {
  if (!existsSync(build)) return false;
  const now = new Date();
  utimesSync(build, now, now);
  return true;
}

function keep(fresh: string, build: string): void {
  try {
    renameSync(fresh, build);
  } catch {
    // Another process was first with the same.
    rmSync(fresh, { recursive: true });
  }
  forgetOld();
}

function forgetOld(): void {
  const byUse = readdirSync(KEPT)
    .map((name) => join(KEPT, name))
    .map((path) => ({ path, usedAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.usedAt - a.usedAt);
  for (const { path, usedAt } of byUse.slice(MOST_KEPT)) {
    if (Date.now() - usedAt > IN_USE_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** Of everything that a build is made from: our own sources, and which packages are installed. */
function digestOfSources(): string {
  const sources = globSync("{workers,frontend,schema,host}/**/*.*", { cwd: root })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .toSorted();
  const packages = ["package.json", "package-lock.json", "node_modules/.package-lock.json"];
  const digest = createHash("sha256");
  for (const name of [...sources, ...packages.filter((file) => existsSync(join(root, file)))]) {
    const bytes = readFileSync(join(root, name));
    digest.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest("hex");
}
