import { forgottenBefore } from "#domain/access/retention.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database, Statement } from "#ports/database.ts";
import { integer, text } from "./cells.ts";
import { type Loader, readBatch } from "./statement.ts";

/** One request as its sender means it: the same actor and key again are the same request. */
export interface Operation {
  readonly actor: string;
  readonly key: string;
  readonly requestHash: Digest;
  readonly at: Instant;
}

/** What was answered: repeated word for word when the same request comes again. */
export interface StoredAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** An operation that has its answer, or whose key was another operation's. */
export type Answered =
  | { readonly kind: "saved"; readonly answer: Answer }
  | { readonly kind: "repeated"; readonly answer: Answer }
  | { readonly kind: "key-reused" };

/** How a save ended. `guarded` names the guard of the database that said no. */
export type Saved = Answered | { readonly kind: "guarded"; readonly guard: string };

/** What stands in place of an answer that held data of somebody who was erased. */
export const ERASED_ANSWER = "null";

const ATTEMPTS = 4;
const REPEATED = "op_log.actor, op_log.key";

export function storedAnswer(operation: Operation): Loader<StoredAnswer | null> {
  return {
    statement: {
      sql: "SELECT request_hash, status, body FROM op_log WHERE actor = ? AND key = ?",
      args: [operation.actor, operation.key],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : { requestHash: text(row, 0), status: integer(row, 1), body: text(row, 2) },
  };
}

/**
 * Commits the answer together with what it says, once.
 * When the answer of the database is lost, op_log tells whether the batch committed; if it did
 * not, the same batch is sent again. Everything in it therefore happens exactly once.
 */
export async function saveOnce(
  database: Database,
  operation: Operation,
  answer: Answer,
  statements: readonly Statement[],
): Promise<Saved> {
  const batch = [opLogInsert(operation, answer), ...statements];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const written = await database.write(batch);
    if (written.kind === "committed") return { kind: "saved", answer };
    if (written.kind === "guarded" && written.guard !== REPEATED) return written;
    const { stored } = await readBatch(database, { stored: storedAnswer(operation) });
    if (stored !== null) return repeated(operation, stored);
  }
  throw new Error("the database does not say whether it committed");
}

/**
 * Commits what a "no" leaves behind, without an answer to repeat: asked again, it is decided anew.
 * When the database does not say whether it committed, the same is written once more: rather one
 * count too many than a "no" that was not counted. Gives the guard that stopped it, or null.
 */
export async function saveTrace(
  database: Database,
  statements: readonly Statement[],
): Promise<string | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const written = await database.write(statements);
    if (written.kind === "committed") return null;
    if (written.kind === "guarded") return written.guard;
  }
  throw new Error("the database does not say whether it committed");
}

/** A stored answer fits the request, or the key was used for another one. */
export function repeated(operation: Operation, stored: StoredAnswer): Answered {
  if (stored.requestHash !== operation.requestHash) return { kind: "key-reused" };
  return { kind: "repeated", answer: { status: stored.status, body: stored.body } };
}

/** Rows live thirty days (DESIGN fact 2). */
export function forgetAnswers(now: Instant): Statement {
  return { sql: "DELETE FROM op_log WHERE at < ?", args: [forgottenBefore("answers", now)] };
}

function opLogInsert(operation: Operation, answer: Answer): Statement {
  const { actor, key, requestHash, at } = operation;
  return {
    sql: `INSERT INTO op_log (actor, key, request_hash, status, body, at)
      VALUES (?, ?, ?, ?, ?, ?)`,
    args: [actor, key, requestHash, answer.status, answer.body, at],
  };
}
