import {
  endpointOf,
  executionOf,
  pipelineOf,
  type Row,
  rowsOf,
  rowsOfOne,
  SqlRefused,
  type Statement,
} from "./hrana.ts";

export type { Row, Statement, Value } from "./hrana.ts";

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
 * Opens a database for one request: nothing is kept between requests (DESIGN fact 1), neither a
 * connection nor a queue.
 */
export function openDatabase(place: { url: string; token: string }): Database {
  const url = endpointOf(place.url);
  const headers = {
    Authorization: `Bearer ${place.token}`,
    "Content-Type": "application/json",
  };
  const send: Send = async (body) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(url, { method: "POST", headers, body, signal });
    const text = await answer.text();
    if (answer.status === 200) return text;
    throw new Error(`${answer.status}: ${text.slice(0, 200)}`);
  };
  return {
    read: (statements) => readBatch(send, statements),
    write: (statements) => writeBatch(send, statements),
  };
}

/** Posts a body; gives the answer's. */
type Send = (body: string) => Promise<string>;

async function readBatch(send: Send, statements: readonly Statement[]) {
  let waits = BUSY_WAITS_MS;
  for (;;) {
    try {
      return await readOnce(send, statements);
    } catch (error) {
      const [wait, ...rest] = isLost(error) ? waits.slice(-1) : waits;
      if (wait === undefined || !(isLost(error) || isBusy(error))) throw error;
      waits = isLost(error) ? [] : rest;
      await pause(wait);
    }
  }
}

async function readOnce(send: Send, statements: readonly Statement[]): Promise<Row[][]> {
  const [only, ...others] = statements;
  if (only === undefined) return [];
  if (others.length === 0) return [rowsOfOne(await send(executionOf(only)))];
  return rowsOf(await send(pipelineOf("BEGIN DEFERRED", statements)), statements);
}

async function writeBatch(send: Send, statements: readonly Statement[]): Promise<Written> {
  const body = pipelineOf("BEGIN IMMEDIATE", statements);
  let waits = BUSY_WAITS_MS;
  for (;;) {
    try {
      return { kind: "committed", rows: rowsOf(await send(body), statements) };
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

/** Lost on the way: anything but an answer of the SQL engine itself. */
function isLost(error: unknown): boolean {
  return !(error instanceof SqlRefused && error.code.startsWith("SQL"));
}

function isBusy(error: unknown): boolean {
  return error instanceof SqlRefused && error.code.startsWith("SQLITE_BUSY");
}

function pause(ms: number): Promise<void> {
  const jitter = Math.floor(Math.random() * ms);
  return new Promise((resolve) => setTimeout(resolve, ms + jitter));
}
