import type { HranaConnection } from "./hrana-connection.ts";
import {
  type BatchState,
  HranaRefusal,
  holds,
  type HranaRequest,
  type HranaStatement,
  type HranaStep,
} from "./hrana-protocol.ts";

type StoredSql = ReadonlyMap<number, string>;

/**
 * Runs a whole pipeline without a pause and gives its answer as JSON.
 *
 * One request is one stream: a transaction that it leaves open is rolled back, and every request
 * since the one that opened it is answered with an error, because nothing of them was kept.
 */
export function runPipeline(
  requests: readonly HranaRequest[],
  connection: HranaConnection,
): string {
  const stored = new Map<number, string>();
  const answers: string[] = [];
  let openSince = -1;
  for (const request of requests) {
    answers.push(answerRequest(request, stored, connection));
    if (!connection.inTransaction) openSince = -1;
    else if (openSince < 0) openSince = answers.length - 1;
  }
  const kept = connection.endPipeline() ? answers.map(undoneSince(openSince)) : answers;
  return `{"baton":null,"base_url":null,"results":[${kept.join(",")}]}`;
}

// A request that failed by itself keeps its own message.
function undoneSince(first: number) {
  return (answer: string, at: number): string =>
    at >= first && answer.startsWith('{"type":"ok"') ? leftOpen : answer;
}

const leftOpen = errorAnswer(
  errorJson(
    new HranaRefusal(
      "TRANSACTION_LEFT_OPEN",
      "the request left a transaction open: interactive transactions are refused and rolled back",
    ),
  ),
);

function errorAnswer(error: string): string {
  return `{"type":"error","error":${error}}`;
}

function answerRequest(
  request: HranaRequest,
  stored: Map<number, string>,
  connection: HranaConnection,
): string {
  try {
    return `{"type":"ok","response":${respond(request, stored, connection)}}`;
  } catch (error) {
    return errorAnswer(errorJson(error));
  }
}

function respond(
  request: HranaRequest,
  stored: Map<number, string>,
  connection: HranaConnection,
): string {
  switch (request.type) {
    case "execute":
      return `{"type":"execute","result":${execute(request.stmt, stored, connection)}}`;
    case "batch":
      return `{"type":"batch","result":${runBatch(request.batch.steps, stored, connection)}}`;
    case "sequence":
      connection.sequence(sqlOf(request, stored));
      return '{"type":"sequence"}';
    case "describe":
      return `{"type":"describe","result":${describe(sqlOf(request, stored), connection)}}`;
    case "store_sql":
      stored.set(request.sql_id, checkedSql(request.sql));
      return '{"type":"store_sql"}';
    case "close_sql":
      stored.delete(request.sql_id);
      return '{"type":"close_sql"}';
    case "get_autocommit":
      return `{"type":"get_autocommit","is_autocommit":${!connection.inTransaction}}`;
    case "close":
      return '{"type":"close"}';
    default:
      throw new HranaRefusal("PROTOCOL_ERROR", "unknown type of request");
  }
}

function execute(statement: HranaStatement, stored: StoredSql, connection: HranaConnection) {
  return connection.execute(sqlOf(statement, stored), statement);
}

function runBatch(
  steps: readonly HranaStep[],
  stored: StoredSql,
  connection: HranaConnection,
): string {
  const results: (string | null)[] = [];
  const errors: (string | null)[] = [];
  const state: BatchState = { results, errors, isAutocommit: () => !connection.inTransaction };
  for (const step of steps) {
    let result: string | null = null;
    let error: string | null = null;
    if (holds(step.condition, state)) {
      try {
        result = execute(step.stmt, stored, connection);
      } catch (failure) {
        error = errorJson(failure);
      }
    }
    results.push(result);
    errors.push(error);
  }
  return `{"step_results":[${list(results)}],"step_errors":[${list(errors)}]}`;
}

function list(entries: readonly (string | null)[]): string {
  return entries.map((entry) => entry ?? "null").join(",");
}

function describe(sql: string, connection: HranaConnection): string {
  const prepared = connection.describe(sql);
  return JSON.stringify({
    params: prepared.parameters.map((name) => ({ name })),
    cols: JSON.parse(prepared.columnsJson) as unknown,
    is_explain: /^\s*EXPLAIN\b/i.test(sql),
    is_readonly: prepared.kind === "rows" && !prepared.setsConnection,
  });
}

function sqlOf(
  from: { readonly sql?: string | null; readonly sql_id?: number | null },
  stored: StoredSql,
): string {
  if (from.sql !== undefined && from.sql !== null) return checkedSql(from.sql);
  const sql = stored.get(from.sql_id ?? -1);
  if (sql === undefined) throw new HranaRefusal("SQL_NOT_FOUND", "no SQL was stored by this id");
  return sql;
}

function checkedSql(sql: unknown): string {
  if (typeof sql === "string") return sql;
  throw new HranaRefusal("PROTOCOL_ERROR", "SQL must be a text");
}

// SQLite's message goes to the client word for word: the store recognises a guard by it.
function errorJson(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const hasCode = error instanceof Error && "code" in error && typeof error.code === "string";
  return JSON.stringify({ message, code: hasCode ? error.code : "PROTOCOL_ERROR" });
}
