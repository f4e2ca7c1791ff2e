import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { FolderRefusal } from "./folder-lock.ts";
import { MigrationRefusal } from "./migrations.ts";
import { SnapshotRefusal } from "./snapshot.ts";

/**
 * Runs `npm run backup` or `npm run restore`: one file, `--data DIR` (default `.filiera`).
 * Says what `act` tells; a refusal is one line and exit code 1.
 */
export function runSnapshotCommand(
  name: "backup" | "restore",
  act: (folder: string, file: string) => string,
): void {
  try {
    const { values, positionals } = parseArgs({
      options: { data: { type: "string", default: ".filiera" } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      throw new SnapshotRefusal(`Usage: npm run ${name} -- FILE [--data DIR]`);
    }
    console.log(act(resolve(values.data), resolve(file)));
  } catch (error) {
    const expected = [SnapshotRefusal, FolderRefusal, MigrationRefusal, TypeError];
    const isExpected = expected.some((kind) => error instanceof kind);
    console.error(isExpected ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
