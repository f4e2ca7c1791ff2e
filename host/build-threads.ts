import { globSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { invariant } from "#domain/kernel/invariant.ts";
import { writeAsset } from "./write-asset.ts";

/** Programs that run in browsers beside a page. Paths are as a browser asks for them. */
export interface BuiltThreads {
  /** By a file's name in `frontend/threads`: `/assets/plan-round.<digest>.js`. */
  readonly threads: Readonly<Record<string, string>>;
  /** The route planner's compiled core: `/assets/core.<digest>.wasm`. */
  readonly core: string;
}

/**
 * Bundles each program of `frontend/threads` into `assets` under `target`, under its digest, and
 * puts the compiled core beside them.
 * @throws when a module does not resolve or does not parse.
 */
export async function bundleThreads(root: string, target: string): Promise<BuiltThreads> {
  const assets = join(target, "assets");
  await mkdir(assets, { recursive: true });
  const files = globSync("*.ts", { cwd: join(root, "frontend", "threads") }).toSorted();
  const built = files.map(async (file) => {
    const { outputFiles } = await build({
      entryPoints: [join(root, "frontend", "threads", file)],
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
    const name = basename(file, ".ts");
    return [name, await writeAsset(assets, `${name}.js`, script.contents)] as const;
  });
  const core = await readFile(join(root, "workers/domain/delivery/solver/core.wasm"));
  return {
    threads: Object.fromEntries(await Promise.all(built)),
    core: await writeAsset(assets, "core.wasm", core),
  };
}
