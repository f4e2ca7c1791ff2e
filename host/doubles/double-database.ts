import type Database from "libsql";
import { openDatabase } from "#host/hrana-connection.ts";

/** Where a double keeps what it was told. */
export interface DoubleDatabase {
  readonly database: Database.Database;
  /** Prepares each text once. */
  readonly prepare: (sql: string) => Database.Statement;
}

/**
 * Opens a double's database, in a file or in ":memory:". What is in it outlives a restart of the
 * host; a loss of power may cost the last of it. A neighbour is somebody else's machine: its syncs
 * of a disk must not be counted as the market's own.
 */
export function openDoubleDatabase(file: string, schema: string): DoubleDatabase {
  const database = openDatabase(file, 2000);
  database.exec(schema);
  database.exec("PRAGMA synchronous = NORMAL");
  const kept = new Map<string, Database.Statement>();
  return {
    database,
    prepare: (sql) => {
      const prepared = kept.get(sql) ?? database.prepare(sql);
      kept.set(sql, prepared);
      return prepared;
    },
  };
}
