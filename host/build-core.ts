import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { main } from "assemblyscript/asc";
import { root } from "./places.ts";

const folder = join(root, "workers", "domain", "delivery", "solver");
const source = join(folder, "core.as");

/** The compiled hot part of the route planner. It is committed: only who changes it builds it. */
export const coreFile: string = join(folder, "core.wasm");

/**
 * Compiles `core.as`, always to the same bytes.
 * @throws when it does not compile, with the compiler's complaints.
 */
export async function compileCore(): Promise<Uint8Array> {
  const text = await readFile(source, "utf8");
  const complaints: string[] = [];
  let compiled: Uint8Array | undefined;
  const { error } = await main(
    // No start-up code, no memory of its own and no collector: it works on what it is given.
    ["core.ts", "-O3", "--noAssert", "--runtime", "stub", "--importMemory", "-o", "core.wasm"],
    {
      readFile: (name) => (name === "core.ts" ? text : null),
      writeFile: (_name, contents) => {
        if (typeof contents !== "string") compiled = contents;
      },
      listFiles: () => [],
      stderr: { write: (line) => void complaints.push(String(line)) },
    },
  );
  if (error || compiled === undefined) throw new Error(complaints.join(""), { cause: error });
  return compiled;
}

/** Writes it anew. */
export async function buildCore(): Promise<void> {
  await writeFile(coreFile, await compileCore());
}
