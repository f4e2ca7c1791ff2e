import type { Database, Statement } from "#ports/database.ts";
import { isAfterEffect } from "#store/outbox.ts";

/** The same database; `noticed` is told of each write that leaves something to be sent later. */
export function noticing(database: Database, noticed: () => void): Database {
  return {
    read: (statements) => database.read(statements),
    write: async (statements: readonly Statement[]) => {
      const written = await database.write(statements);
      // Also when nobody knows whether it was written: to look costs little.
      if (written.kind !== "guarded" && statements.some(isAfterEffect)) noticed();
      return written;
    },
  };
}
