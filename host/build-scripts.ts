import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { invariant } from "#domain/kernel/invariant.ts";
import { writeAsset } from "./write-asset.ts";

/** Scripts that run in browsers. Paths are as a browser asks for them. */
export interface BuiltScripts {
  /** Asks authenticators for passkeys: `/assets/passkeys.<digest>.js`. */
  readonly passkeys: string;
  readonly islands: BuiltIslands;
}

/** The scripts of the islands. */
export interface BuiltIslands {
  /** Wakes the islands of a page: `/assets/start-<digest>.js`. */
  readonly start: string;
  /** By an island's name, what has to be there before it lives. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** The browsers we serve know ES2022 (Safari 16, 2022). */
const FOR_BROWSERS = {
  bundle: true,
  write: false,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Bundles what runs in browsers into `assets` under `target`, each under its digest so that a
 * browser may keep it forever.
 * @throws when a module does not resolve or does not parse.
 */
export async function bundleScripts(root: string, target: string): Promise<BuiltScripts> {
  const assets = join(target, "assets");
  await mkdir(assets, { recursive: true });
  const { outputFiles } = await build({
    ...FOR_BROWSERS,
    entryPoints: [join(root, "frontend", "browser", "passkeys.ts")],
  });
  const [script] = outputFiles;
  invariant(script !== undefined, "one entry is bundled into one file");
  const passkeys = await writeAsset(assets, "passkeys.js", script.contents);
  return { passkeys, islands: await bundleIslands(root, assets) };
}

/**
 * Bundles the islands: a small script that wakes them, one file an island, and what they share
 * (Preact, signals) in files of its own, so that a page loads what it has and nothing twice.
 * @param entry the script that wakes them; a test gives one that listens to Preact's complaints
 */
export async function bundleIslands(
  root: string,
  assets: string,
  entry: string = join(root, "frontend", "islands", "start.ts"),
): Promise<BuiltIslands> {
  const { outputFiles, metafile } = await build({
    ...FOR_BROWSERS,
    entryPoints: { start: entry },
    outdir: assets,
    splitting: true,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  return islandsOf(metafile, basename(entry));
}

/**
 * Bundles the service worker into `/sw.js`, whose name custom fixes. A browser takes a new one when
 * it differs: what a page without network is made of is part of it.
 * @param files what that page is drawn with
 */
export async function bundleServiceWorker(
  root: string,
  target: string,
  files: readonly string[],
): Promise<void> {
  const version = `filiera-${await digestOfPages(root, files)}`;
  const { outputFiles } = await build({
    ...FOR_BROWSERS,
    entryPoints: [join(root, "frontend", "browser", "offline.ts")],
    format: "iife",
    define: { KEPT: JSON.stringify({ version, files }) },
  });
  const [script] = outputFiles;
  invariant(script !== undefined, "one entry is bundled into one file");
  await writeFile(join(target, "sw.js"), script.contents);
}

/** A digest of everything that draws the pages, and of the `files` that they point at. */
export async function digestOfPages(root: string, files: readonly string[]): Promise<string> {
  const drawing = "{frontend,workers/market/shop,workers/market/member}/**/*.{ts,tsx}";
  const digest = createHash("sha256").update(files.join());
  for (const name of globSync(drawing, { cwd: root }).toSorted()) {
    digest.update(await readFile(join(root, name)));
  }
  return digest.digest("hex").slice(0, 12);
}

function islandsOf({ outputs }: Metafile, entry: string): BuiltIslands {
  const built = Object.entries(outputs);
  const wanted = new Map<string, readonly string[]>();
  let start = "";
  for (const [path, { entryPoint = "", imports }] of built) {
    const shared = imports.filter(({ kind }) => kind === "import-statement");
    const files = [path, ...shared.map((one) => one.path)].map(addressOf);
    const name = /islands\/([\w-]+)\.tsx?$/.exec(entryPoint)?.[1];
    if (basename(entryPoint) === entry) start = addressOf(path);
    else if (name !== undefined) wanted.set(name, files);
  }
  invariant(start !== "", "the islands have a script that wakes them");
  const { wake = [], ...files } = Object.fromEntries(wanted);
  const withWaking = Object.entries(files).map(([name, own]) => {
    return [name, [...new Set([...wake, ...own])]] as const;
  });
  return { start, files: Object.fromEntries(withWaking) };
}

function addressOf(path: string): string {
  return `/assets/${basename(path)}`;
}
