import { join } from "node:path";
import { build } from "esbuild";

/** The script that answers `navigator.credentials` on the demo's pages, ready for a browser. */
export async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "passkeys-in-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    logLevel: "warning",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("the demo's script was not made");
  return script.text;
}
