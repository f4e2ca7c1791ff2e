import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client/web";
import Database from "libsql";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";
import { migrate } from "./migrations.ts";
import { migrationsFolder, networkFile } from "./places.ts";
import { secretKeyOf } from "./secret-key.ts";

// Whole processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const base = mkdtempSync(join(tmpdir(), "filiera-backup-"));
const folder = join(base, "rete");
const copy = join(base, "copie", "venerdi.db");
let server: LibsqlServer;

beforeAll(async () => {
  mkdirSync(folder);
  secretKeyOf(folder);
  server = await startLibsqlServer({ file: join(folder, networkFile) });
  migrate(server.database, migrationsFolder);
});

afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true });
});

async function run(name: "backup" | "restore", ...words: string[]) {
  const script = fileURLToPath(import.meta.resolve(`./${name}.ts`));
  const child = spawn(process.execPath, [script, ...words]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  const [code] = (await once(child, "exit")) as [number];
  return { code, said };
}

function contents(file: string): { digest: string; rows: number; keys: Set<unknown> } {
  const database = new Database(file);
  const rows = database.prepare("SELECT * FROM op_log ORDER BY actor, key").raw().all([]);
  const schema = database.prepare("SELECT sql FROM sqlite_schema ORDER BY name").raw().all([]);
  database.close();
  const digest = createHash("sha256")
    .update(JSON.stringify([rows, schema]))
    .digest("hex");
  return { digest, rows: rows.length, keys: new Set((rows as unknown[][]).map((row) => row[1])) };
}

// Writes in pairs, one batch each, so that a copy taken in the middle of one would show.
async function writePairs(done: Promise<unknown>): Promise<string[]> {
  const client = createClient({ url: server.url, authToken: server.token });
  const acknowledged: string[] = [];
  const end = new AbortController();
  void done.then(() => end.abort());
  for (let pair = 0; !end.signal.aborted; pair += 1) {
    const row = (half: string) => ({
      sql: "INSERT INTO op_log VALUES ('drill', ?, ?, 200, '{}', 1)",
      args: [`${pair}-${half}`, "0".repeat(64)],
    });
    await client.batch([row("a"), row("b")], "write");
    acknowledged.push(`${pair}-a`);
  }
  client.close();
  return acknowledged;
}

test("the drill: a copy under writes, restored elsewhere, is whole and the same", async () => {
  const before = await writePairs(new Promise((resolve) => setTimeout(resolve, 200)));
  server.database.exec("UPDATE op_log SET actor = 'before'");
  const backup = run("backup", copy, "--data", folder);
  const during = await writePairs(backup);
  expect(await backup).toMatchObject({ code: 0 });
  expect([before.length > 0, during.length > 0]).toEqual([true, true]);

  const taken = contents(copy);
  expect(taken.rows % 2).toBe(0);
  expect(taken.rows).toBeGreaterThanOrEqual(before.length * 2);
  expect(before.every((key) => taken.keys.has(key))).toBe(true);

  const elsewhere = join(base, "altrove");
  const restored = await run("restore", copy, "--data", elsewhere);
  expect(restored).toMatchObject({ code: 0 });
  expect(contents(join(elsewhere, networkFile)).digest).toBe(taken.digest);
  expect(secretKeyOf(elsewhere)).toBe(secretKeyOf(folder));
  const reopened = await startLibsqlServer({ file: join(elsewhere, networkFile) });
  expect(migrate(reopened.database, migrationsFolder).applied).toEqual([]);
  await reopened.close();
});

test("what a restore replaces is kept aside, commits in its log included", async () => {
  const target = join(base, "sostituita");
  await run("restore", copy, "--data", target);
  const old = new Database(join(target, networkFile));
  old.exec("PRAGMA journal_mode = WAL; DELETE FROM op_log WHERE key <> '0-a'");
  const { said } = await run("restore", copy, "--data", target);
  old.close();
  const aside = /kept as (.*)\.\n$/.exec(said)?.[1] ?? "";
  expect(contents(aside).rows).toBeLessThan(3);
  expect(contents(join(target, networkFile)).digest).toBe(contents(copy).digest);
});

test("a restore is refused while a host holds the folder", async () => {
  const lock = lockFolder(folder);
  const { code, said } = await run("restore", copy, "--data", folder);
  lock.release();
  expect([code, said]).toEqual([1, expect.stringContaining("is already using the folder")]);
});

test("a damaged, foreign or newer copy is refused and nothing is replaced", async () => {
  const damaged = join(base, "rotta.db");
  writeFileSync(damaged, readFileSync(copy).fill(7, 4096, 16_384));
  const foreign = join(base, "straniera.db");
  new Database(foreign).exec("CREATE TABLE recipe (name TEXT)");
  const newer = join(base, "futura.db");
  writeFileSync(newer, readFileSync(copy));
  new Database(newer).exec(`INSERT INTO schema_migration
    SELECT 9999, 'futuro', digest, schema_digest, 1 FROM schema_migration WHERE number = 1`);
  const target = join(base, "intatta");
  await run("restore", copy, "--data", target);
  const before = contents(join(target, networkFile)).digest;
  for (const [file, why] of [
    [damaged, "is damaged"],
    [foreign, "not one of Filiera's"],
    [newer, "from a newer version"],
    [join(base, "nessuna.db"), "There is no file"],
  ] as const) {
    const { code, said } = await run("restore", file, "--data", target);
    expect([code, said]).toEqual([1, expect.stringContaining(why)]);
  }
  expect(contents(join(target, networkFile)).digest).toBe(before);
});

test("a backup never overwrites, and needs a network to copy", async () => {
  const again = await run("backup", copy, "--data", folder);
  expect([again.code, again.said]).toEqual([1, `The file ${copy} exists already.\n`]);
  const none = await run("backup", join(base, "x.db"), "--data", join(base, "vuota"));
  expect([none.code, existsSync(join(base, "x.db"))]).toEqual([1, false]);
});
