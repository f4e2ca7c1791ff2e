import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./places.ts";

/**
 * Writes the OpenAPI 3.1 document of the whole API into `target`, ahead of time: the Worker serves
 * it as a file and carries none of what made it. The document comes from the same schemas that
 * validate requests.
 * @throws when the API cannot be described.
 */
export async function buildOpenApi(target: string): Promise<void> {
  const folder = await mkdtemp(join(root, "node_modules", ".openapi-"));
  try {
    const outfile = join(folder, "describe.mjs");
    await build({
      entryPoints: [join(root, "workers", "market", "describe.ts")],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      define: { BUILT_ASSETS: "undefined" },
      jsx: "automatic",
      jsxImportSource: "preact",
      logLevel: "warning",
    });
    const built = (await import(pathToFileURL(outfile).href)) as Describing;
    const path = join(target, "api", "openapi.json");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(await built.describeApi()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Describing {
  describeApi(): Promise<object>;
}
