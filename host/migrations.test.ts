import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";

import { migrate, schemaDigest } from "./migrations.ts";

let folder: string;
let database: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "filiera-migrations-"));
  database = new Database(":memory:");
  write("0001_producers.sql", "CREATE TABLE producer (id INTEGER PRIMARY KEY) STRICT;");
  write("0002_offers.sql", "CREATE TABLE offer (id INTEGER PRIMARY KEY) STRICT;");
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function write(file: string, sql: string): void {
  writeFileSync(join(folder, file), sql);
}

function tables(): unknown {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all([]);
}

test("an empty database gets every migration in order, once", () => {
  const first = migrate(database, folder);
  expect(first.applied).toEqual([1, 2]);
  expect(tables()).toEqual(["offer", "producer", "schema_migration"]);
  expect(migrate(database, folder)).toEqual({ applied: [], schemaDigest: first.schemaDigest });

  write("0003_crates.sql", "CREATE TABLE crate (id INTEGER PRIMARY KEY) STRICT;");
  const next = migrate(database, folder);
  expect(next.applied).toEqual([3]);
  expect(next.schemaDigest).not.toBe(first.schemaDigest);
});

test("the same migrations make the same schema digest, whatever the rows and statistics", () => {
  migrate(database, folder);
  const before = schemaDigest(database);
  database.exec("INSERT INTO producer VALUES (1); CREATE TABLE x (a); DROP TABLE x; ANALYZE");
  expect(schemaDigest(database)).toBe(before);
});

test("a migration that fails halfway leaves nothing of itself", () => {
  write("0003_broken.sql", "CREATE TABLE crate (id INTEGER PRIMARY KEY) STRICT; CREATE NONSENSE;");
  expect(() => migrate(database, folder)).toThrow(/migration 3 \(broken\): near "NONSENSE"/);
  expect(database.inTransaction).toBe(false);
  expect(tables()).toEqual(["offer", "producer", "schema_migration"]);

  write("0003_broken.sql", "CREATE TABLE crate (id INTEGER PRIMARY KEY) STRICT;");
  expect(migrate(database, folder).applied).toEqual([3]);
});

test("a database from a newer version is refused", () => {
  migrate(database, folder);
  rmSync(join(folder, "0002_offers.sql"));
  expect(() => migrate(database, folder)).toThrow(
    "The database is from a newer version: it has migration 2, this version knows 1.",
  );
});

test("an applied migration that was edited since is refused", () => {
  migrate(database, folder);
  write("0001_producers.sql", "CREATE TABLE producer (id INTEGER PRIMARY KEY, name TEXT) STRICT;");
  expect(() => migrate(database, folder)).toThrow("migration 1 (producers) was changed");
});

test("a schema that was changed by hand is refused", () => {
  migrate(database, folder);
  database.exec("CREATE INDEX by_hand ON offer (id)");
  expect(() => migrate(database, folder)).toThrow("not those that its migrations made");
});

test.each(["0004_gap.sql", "0002_twice.sql", "3_short.sql"])(
  "a migration out of order (%s) is refused before anything is applied",
  (file) => {
    write(file, "SELECT 1;");
    expect(() => migrate(database, folder)).toThrow("out of order");
    expect(tables()).toEqual([]);
  },
);
