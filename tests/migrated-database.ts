import { type LibsqlServer, startLibsqlServer } from "#host/libsql-server.ts";
import { migrate } from "#host/migrations.ts";
import { migrationsFolder } from "#host/places.ts";

export { migrationsFolder };

/**
 * A database of its own for a test: in memory, with the real migrations, behind the real server.
 * Connect with `createClient({ url, authToken: token })` from "@libsql/client/web"; `close()` ends
 * it.
 */
export async function openMigratedServer(): Promise<LibsqlServer> {
  const server = await startLibsqlServer({ file: ":memory:" });
  migrate(server.database, migrationsFolder);
  return server;
}
