import type { Database, Statement, Written } from "#ports/database.ts";

/** What happens to a write: it dies on the way, after its commit, or its answer gets lost. */
export type Death = "before" | "after" | "lost";

/** A worker that died in the middle of its work. */
class Died extends Error {
  override readonly name = "Died";
}

/** A database whose writer dies at its `at`th write (counted from 1); reads go through. */
export function dyingDatabase(real: Database, death: Death, at: number): Database {
  let writes = 0;
  return {
    read: (statements) => real.read(statements),
    write: async (statements: readonly Statement[]): Promise<Written> => {
      writes += 1;
      if (writes < at) return real.write(statements);
      if (writes === at && death === "before") throw new Died("before the commit");
      const written = await real.write(statements);
      if (writes > at) return written;
      if (death === "after") throw new Died("after the commit");
      return { kind: "unknown", cause: "the answer was lost" };
    },
  };
}

/** Runs something again and again, each time with a writer that dies at its first write. */
export async function surviving(
  real: Database,
  death: Death,
  run: (database: Database) => Promise<void>,
): Promise<number> {
  for (let deaths = 0; deaths < 1000; deaths++) {
    try {
      // A writer that always dies before its first commit would never get anywhere.
      await run(dyingDatabase(real, death, death === "before" ? 2 : 1));
      return deaths;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }
  throw new Error("it never came to an end");
}
