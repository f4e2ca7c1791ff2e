import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { invariant } from "#domain/kernel/invariant.ts";
import { writeAsset } from "./write-asset.ts";

/** Scripts that run in browsers. Paths are as a browser asks for them. */
export interface BuiltScripts {
  /** Asks authenticators for passkeys: `/assets/passkeys.<digest>.js`. */
  readonly passkeys: string;
}

/**
 * Bundles what runs in browsers into `assets` under `build`, each under its digest so that a
 * browser may keep it forever. The browsers we serve know ES2022 (Safari 16, 2022).
 * @throws when a module does not resolve or does not parse.
 */
export async function bundleScripts(root: string, target: string): Promise<BuiltScripts> {
  const assets = join(target, "assets");
  await mkdir(assets, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [join(root, "frontend", "browser", "passkeys.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  const [script] = outputFiles;
  invariant(script !== undefined, "one entry is bundled into one file");
  return { passkeys: await writeAsset(assets, "passkeys.js", script.contents) };
}
