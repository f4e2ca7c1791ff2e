import { createClient } from "@libsql/client/web";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";
import { migrateRemote } from "./migrate-remote.ts";
import { migrate, readMigrations } from "./migrations.ts";
import { migrationsFolder } from "./places.ts";

let server: LibsqlServer;
const connect = () => createClient({ url: server.url, authToken: server.token });

beforeEach(async () => {
  server = await startLibsqlServer({ file: ":memory:" });
});
afterEach(() => server.close());

test("a database behind a server comes to the very schema of the host's own", async () => {
  const all = readMigrations(migrationsFolder).map((migration) => migration.number);
  expect(await migrateRemote(connect(), migrationsFolder)).toEqual(all);
  expect(await migrateRemote(connect(), migrationsFolder)).toEqual([]);
  expect(migrate(server.database, migrationsFolder).applied).toEqual([]);
});

test("a newer database and one changed by hand are refused", async () => {
  await migrateRemote(connect(), migrationsFolder);
  server.database.exec("DROP INDEX op_log_by_age");
  await expect(migrateRemote(connect(), migrationsFolder)).rejects.toThrow(
    "The database's index op_log_by_age is not the one that the migrations make.",
  );
  server.database.exec(`INSERT INTO schema_migration
    SELECT 9999, 'futuro', digest, schema_digest, 1 FROM schema_migration WHERE number = 1`);
  await expect(migrateRemote(connect(), migrationsFolder)).rejects.toThrow("newer version");
});
