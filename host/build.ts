import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { protection } from "#market/edge/headers.ts";
import { buildOpenApi } from "./build-openapi.ts";
import { bundleScripts, bundleServiceWorker, digestOfPages } from "./build-scripts.ts";
import { bundleThreads } from "./build-threads.ts";
import { bundleStyles } from "./build-styles.ts";
import { root } from "./places.ts";
import { type BuiltAssets, bundleWorker } from "./bundle-workers.ts";

/**
 * Builds everything that the host and a deploy need, step by step: styles, fonts and scripts,
 * public files, the Workers, the OpenAPI document. Tests give a `target` of their own; a deploy
 * takes `build/`.
 * @throws when a step fails, with its own message.
 */
export async function buildAll(target: string = join(root, "build")): Promise<void> {
  await rm(target, { recursive: true, force: true });
  const assets = await publish(join(target, "public"));
  const place = { root, target };
  await Promise.all([
    bundleWorker(place, "market", assets),
    bundleWorker(place, "planner", assets),
    bundleWorker(place, "static-files", assets),
    bundleWorker(place, "demo-front", assets),
    buildOpenApi(join(target, "public")),
  ]);
}

// What the public sees: hashed files under /assets, and at the root those whose names are fixed by
// custom, such as robots.txt. Fonts are there under their digest only.
async function publish(target: string): Promise<BuiltAssets> {
  const styles = await bundleStyles(root, target);
  const scripts = await bundleScripts(root, target);
  await cp(join(root, "frontend", "public"), target, {
    recursive: true,
    filter: (path) => !path.endsWith(".woff2"),
  });
  await writeFile(join(target, "_headers"), headers);
  const files = [styles.path, ...styles.fonts];
  const threads = await bundleThreads(root, target);
  await bundleServiceWorker(root, target, files);
  const pages = await digestOfPages(root, files);
  return {
    styles: styles.path,
    sheet: styles.css,
    fonts: styles.fonts,
    sheetDigest: styles.digest,
    icon: "/icon.svg",
    pages,
    ...scripts,
    ...threads,
  };
}

/** `_headers`: what Cloudflare puts on the files that it serves without asking the Worker. */
const headers = [
  "/assets/*",
  "  Cache-Control: public, max-age=31536000, immutable",
  "/*",
  ...protection("file", true).map(([name, value]) => `  ${name}: ${value}`),
  "",
].join("\n");

if (import.meta.main) {
  // The compiler takes seconds to load and its result is committed: nobody else waits for it.
  const { buildCore } = await import("./build-core.ts");
  await buildCore();
  await buildAll();
}
