import { type Client, createClient, type InValue, LibsqlError, type Row } from "@libsql/client/web";

/** One SQL statement with its bound values. Its text never comes from input. */
export interface Statement {
  readonly sql: string;
  readonly args: readonly InValue[];
}

export type { InValue as Value, Row };

/** What a write batch came to. A guard is known by the name in the database's own message. */
export type Written =
  | { readonly kind: "committed"; readonly rows: readonly (readonly Row[])[] }
  | { readonly kind: "guarded"; readonly guard: string }
  | { readonly kind: "unknown"; readonly cause: string };

/** A libSQL database over HTTP: each call is one round trip and one transaction. */
export interface Database {
  /** Reads a snapshot; the answer has one list of rows for each statement. */
  read(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
  /**
   * All statements commit, or none. "unknown" means that the answer was lost and the commit may
   * have happened: the caller reads back what the operation left (DESIGN fact 2).
   */
  write(statements: readonly Statement[]): Promise<Written>;
}

const ANSWER_WITHIN_MS = 5000;
const BUSY_WAITS_MS = [25, 50, 100, 250];

/**
 * Opens a database for ONE request. A client shared between requests hangs the isolate:
 * its queue resolves promises that belong to another request (DESIGN fact 1).
 */
export function openDatabase(place: { url: string; token: string }): Database {
  const client = createClient({
    url: place.url,
    authToken: place.token,
    intMode: "number",
    fetch: (request: Request) =>
      fetch(request, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  });
  return {
    read: (statements) => readBatch(client, statements),
    write: (statements) => writeBatch(client, statements),
  };
}

async function readBatch(client: Client, statements: readonly Statement[]) {
  if (statements.length === 0) return [];
  let waits = BUSY_WAITS_MS;
  for (;;) {
    try {
      return await readOnce(client, statements);
    } catch (error) {
      const [wait, ...rest] = isLost(error) ? waits.slice(-1) : waits;
      if (wait === undefined || !(isLost(error) || isBusy(error))) throw error;
      waits = isLost(error) ? [] : rest;
      await pause(wait);
    }
  }
}

/** One statement sees one snapshot by itself: there is no transaction to open around it. */
async function readOnce(client: Client, statements: readonly Statement[]) {
  const [only, ...others] = statements;
  if (only !== undefined && others.length === 0) {
    const result = await client.execute(toArgs(only));
    return [result.rows];
  }
  const results = await client.batch(statements.map(toArgs), "deferred");
  return results.map((result) => result.rows);
}

async function writeBatch(client: Client, statements: readonly Statement[]): Promise<Written> {
  let waits = BUSY_WAITS_MS;
  for (;;) {
    try {
      const results = await client.batch(statements.map(toArgs), "write");
      return { kind: "committed", rows: results.map((result) => result.rows) };
    } catch (error) {
      const guard = guardNamed(String(error));
      if (guard !== null) return { kind: "guarded", guard };
      if (isLost(error)) return { kind: "unknown", cause: String(error) };
      const [wait, ...rest] = waits;
      if (wait === undefined || !isBusy(error)) throw error;
      waits = rest;
      await pause(wait);
    }
  }
}

/**
 * The guard that an error message names: a CHECK's or trigger's name, or the columns of a UNIQUE.
 * Messages are SQLite's own; error codes differ between servers and are not looked at.
 */
export function guardNamed(message: string): string | null {
  const refused = /refused:[a-z-]+/.exec(message);
  if (refused !== null) return refused[0];
  const named = /(?:CHECK|UNIQUE) constraint failed: ([\w., ]*\w)/.exec(message);
  return named?.[1] ?? null;
}

function toArgs(statement: Statement): { sql: string; args: InValue[] } {
  return { sql: statement.sql, args: [...statement.args] };
}

/** Lost on the way: anything but an answer of the SQL engine itself. */
function isLost(error: unknown): boolean {
  return !(error instanceof LibsqlError && error.code.startsWith("SQL"));
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith("SQLITE_BUSY");
}

function pause(ms: number): Promise<void> {
  const jitter = Math.floor(Math.random() * ms);
  return new Promise((resolve) => setTimeout(resolve, ms + jitter));
}
