import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { build } from "esbuild";
import type { BuiltScripts } from "./build-scripts.ts";
import type { BuiltThreads } from "./build-threads.ts";

/** A Worker's name, and the name of the folder that it is bundled into. */
export type WorkerName = "market" | "planner" | "static-files" | "demo-front";

const entries: Record<WorkerName, string> = {
  market: "workers/market/index.ts",
  planner: "workers/planner/index.ts",
  "static-files": "host/static-files-worker.ts",
  "demo-front": "host/demo-desk/front-worker.ts",
};

/** What the pages point at, by the names of `workers/market/shop/http-assets.ts`. */
export interface BuiltAssets extends BuiltScripts, BuiltThreads {
  readonly styles: string;
  readonly sheet: string;
  readonly fonts: readonly string[];
  readonly sheetDigest: string;
  readonly icon: string;
  readonly pages: string;
}

/**
 * Bundles one Worker into `<target>/<name>/index.js`: one ES module with its source map, names
 * kept for stack traces, WebAssembly beside it as compiled modules.
 * The constant `BUILT_ASSETS` is replaced by `assets`.
 * @throws when a module does not resolve or does not parse.
 */
export async function bundleWorker(
  place: { readonly root: string; readonly target: string },
  name: WorkerName,
  assets: BuiltAssets,
): Promise<void> {
  await build({
    entryPoints: { index: join(place.root, entries[name]) },
    outdir: join(place.target, name),
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2024",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    loader: { ".wasm": "copy" },
    // hono-openapi asks for zod only for schemas made with zod; ours are valibot's.
    alias: { zod: fileURLToPath(import.meta.resolve("./without-zod.ts")) },
    define: { BUILT_ASSETS: JSON.stringify(assets) },
    jsx: "automatic",
    jsxImportSource: "preact",
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: "linked",
    logLevel: "warning",
  });
}
