import type { Client } from "@libsql/client/web";
import Database from "libsql";
import {
  migrate,
  type Migration,
  MigrationRefusal,
  readMigrations,
  refuseNewer,
  registerSql,
} from "./migrations.ts";

/**
 * Brings a database behind a libSQL server (Turso, sqld) to the newest schema, each migration in
 * one request and one transaction. What it must come to is worked out on an empty local database.
 * Gives the numbers applied.
 * @throws `MigrationRefusal` as `migrate` does, and when the schema there is not the one here.
 */
export async function migrateRemote(client: Client, folder: string): Promise<number[]> {
  const migrations = readMigrations(folder);
  const model = new Database(":memory:");
  migrate(model, folder);
  await client.execute(registerSql);
  const last = await checkRecorded(client, migrations);
  const applied: number[] = [];
  for (const migration of migrations.slice(last)) {
    await client.executeMultiple(script(migration, model));
    applied.push(migration.number);
  }
  await compareSchemas(client, model);
  model.close();
  return applied;
}

async function checkRecorded(client: Client, migrations: readonly Migration[]): Promise<number> {
  const { rows } = await client.execute(
    "SELECT number, digest FROM schema_migration ORDER BY number",
  );
  for (const row of rows) {
    const number = Number(row["number"]);
    const known = migrations[number - 1] ?? refuseNewer(number, migrations.length);
    if (known.digest !== row["digest"]) {
      const message = `The migration ${number} was changed after it had been applied.`;
      throw new MigrationRefusal("changed-migration", message);
    }
  }
  return rows.length;
}

// Sequences take no arguments; each of these values has passed readMigrations or is a digest.
function script(migration: Migration, model: Database.Database): string {
  const { number, name, digest, sql } = migration;
  const left = model
    .prepare("SELECT schema_digest FROM schema_migration WHERE number = ?")
    .pluck()
    .all([number])[0] as string;
  return `BEGIN IMMEDIATE;
${sql}
;INSERT INTO schema_migration VALUES
  (${number}, '${name}', '${digest}', '${left}', ${Date.now()});
COMMIT;`;
}

// A server may keep tables of its own beside ours: ours must be there, word for word.
async function compareSchemas(client: Client, model: Database.Database): Promise<void> {
  const ask = "SELECT type || ' ' || name || ': ' || sql AS line FROM sqlite_schema";
  const { rows } = await client.execute(ask);
  const there = new Set(rows.map((row) => row["line"]));
  const ours = model.prepare(`${ask} WHERE sql IS NOT NULL`).pluck().all([]) as string[];
  const missing = ours.find((line) => !there.has(line));
  if (missing === undefined) return;
  const what = missing.slice(0, missing.indexOf(":"));
  const message = `The database's ${what} is not the one that the migrations make.`;
  throw new MigrationRefusal("changed-schema", message);
}
