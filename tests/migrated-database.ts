import { fileURLToPath } from "node:url";

import { type LibsqlServer, startLibsqlServer } from "#host/libsql-server.ts";
import { migrate } from "#host/migrations.ts";

/** Where the hand-written migrations live. */
export const migrationsFolder = fileURLToPath(import.meta.resolve("#schema/migrations"));

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
