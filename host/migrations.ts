import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type Database from "libsql";

/** Why a database cannot be used with this version; `message` is one clear line. */
export class MigrationRefusal extends Error {
  readonly code: "newer-database" | "changed-migration" | "changed-schema" | "failed-migration";

  constructor(code: MigrationRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** One file `NNNN_name.sql`; `digest` is the SHA-256 (hex) of its text. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** What was applied now, and the SHA-256 (hex) of the schema as it stands. */
export interface Migrated {
  readonly applied: number[];
  readonly schemaDigest: string;
}

/** Makes the table that records migrations, where there is none. */
export const registerSql = `
  CREATE TABLE IF NOT EXISTS schema_migration (
    number INTEGER PRIMARY KEY CONSTRAINT schema_migration_number CHECK (number > 0),
    name TEXT NOT NULL CONSTRAINT schema_migration_name CHECK (length(name) > 0),
    digest TEXT NOT NULL CONSTRAINT schema_migration_digest CHECK (length(digest) = 64),
    schema_digest TEXT NOT NULL
      CONSTRAINT schema_migration_schema_digest CHECK (length(schema_digest) = 64),
    applied_at INTEGER NOT NULL CONSTRAINT schema_migration_applied_at CHECK (applied_at > 0)
  ) STRICT`;

/**
 * Brings a database to the newest schema in `folder` (files `NNNN_name.sql`), each migration in
 * one transaction, and records it in `schema_migration` with the digest of its text and of the
 * schema that it left.
 * Throws `MigrationRefusal` when the database comes from a newer version, when a migration that it
 * has was edited since, when its schema was changed by hand, or when a migration fails.
 */
export function migrate(database: Database.Database, folder: string): Migrated {
  const migrations = readMigrations(folder);
  database.exec(registerSql);
  const last = checkRecorded(database, migrations);
  const pending = migrations.filter((migration) => migration.number > last);
  for (const migration of pending) apply(database, migration);
  return {
    applied: pending.map((migration) => migration.number),
    schemaDigest: schemaDigest(database),
  };
}

/**
 * Throws `MigrationRefusal` unless the database is one that this version can bring up to date:
 * recorded by our migrations, unchanged, and not from a newer version. Changes nothing.
 */
export function checkVersion(database: Database.Database, folder: string): void {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'");
  if (known.all([]).length === 0) {
    throw new MigrationRefusal("changed-schema", "The database is not one of Filiera's.");
  }
  checkRecorded(database, readMigrations(folder));
}

/** SHA-256 (hex) over the text of every table, index, view and trigger, in a fixed order. */
export function schemaDigest(database: Database.Database): string {
  // sqlite_% are SQLite's own tables, such as those that ANALYZE leaves: no part of the schema.
  const rows = database
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .raw()
    .all([]);
  return digest(JSON.stringify(rows));
}

/** The migrations of a folder in order. @throws `MigrationRefusal` when one is out of order. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.toSorted().map((file, at) => {
    const [, number, name] = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file) ?? [];
    if (Number(number) !== at + 1 || name === undefined) {
      throw new MigrationRefusal("failed-migration", `The migration ${file} is out of order.`);
    }
    const sql = readFileSync(join(folder, file), "utf8");
    return { number: at + 1, name, sql, digest: digest(sql) };
  });
}

// Gives the number of the last migration that the database has.
function checkRecorded(database: Database.Database, migrations: readonly Migration[]): number {
  const recorded = database
    .prepare("SELECT number, name, digest, schema_digest FROM schema_migration ORDER BY number")
    .raw()
    .all([]) as [number, string, string, string][];
  for (const [number, name, recordedDigest] of recorded) {
    const known = migrations[number - 1];
    if (known === undefined) refuseNewer(number, migrations.length);
    if (known.digest !== recordedDigest) {
      const message = `The migration ${number} (${name}) was changed after it had been applied.`;
      throw new MigrationRefusal("changed-migration", message);
    }
  }
  const last = recorded.at(-1);
  if (last !== undefined && last[3] !== schemaDigest(database)) {
    const message = "The tables of the database are not those that its migrations made.";
    throw new MigrationRefusal("changed-schema", message);
  }
  return last?.[0] ?? 0;
}

/** @throws `MigrationRefusal` always: the database has a migration that this version lacks. */
export function refuseNewer(number: number, newest: number): never {
  throw new MigrationRefusal(
    "newer-database",
    `The database is from a newer version: it has migration ${number}, ` +
      `this version knows ${newest}.`,
  );
}

function apply(database: Database.Database, migration: Migration): void {
  const { number, name, sql } = migration;
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec(sql);
    database
      .prepare("INSERT INTO schema_migration VALUES (?, ?, ?, ?, ?)")
      .run([BigInt(number), name, migration.digest, schemaDigest(database), BigInt(Date.now())]);
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationRefusal("failed-migration", `The migration ${number} (${name}): ${reason}`);
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
