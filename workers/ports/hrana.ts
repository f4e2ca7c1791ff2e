import { invariant } from "#domain/kernel/invariant.ts";

/**
 * The part of Hrana over HTTP (version 2, JSON) that a Worker needs: one batch, which is one
 * transaction, as one request. Shapes are those of libSQL's HRANA_2_SPEC; Turso, sqld and our host
 * speak it. Bytes have no place in our tables, so none are sent or read.
 */
export type Value = string | number | bigint | boolean | null;

/** The cells of a row, in the order of the select. */
export type Row = readonly (string | number | null)[];

/** One SQL statement with its bound values. Its text never comes from input. */
export interface Statement {
  readonly sql: string;
  readonly args: readonly Value[];
}

/** The database's own "no" to a statement; `code` is SQLite's, and differs between servers. */
export class SqlRefused extends Error {
  override readonly name = "SqlRefused";
  readonly code: string;

  constructor({ message, code }: Failure) {
    super(message);
    this.code = code ?? "";
  }
}

interface Failure {
  readonly message: string;
  readonly code?: string | null;
}

type Cell =
  | { readonly type: "null" }
  | { readonly type: "integer"; readonly value: string }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "text"; readonly value: string };

interface Result {
  readonly rows: readonly (readonly Cell[])[];
}

/** What each step came to: a result, an error, or neither where its condition did not hold. */
interface Steps {
  readonly step_results: readonly (Result | null)[];
  readonly step_errors: readonly (Failure | null)[];
}

type Answered<Of> =
  | { readonly type: "ok"; readonly response: { readonly result: Of } }
  | { readonly type: "error"; readonly error: Failure };

/** Where batches are posted. Turso's addresses begin with `libsql:`, which is HTTPS. */
export function endpointOf(address: string): string {
  return `${address.replace(/^libsql:/, "https:").replace(/\/$/, "")}/v2/pipeline`;
}

export type Begin = "BEGIN DEFERRED" | "BEGIN IMMEDIATE";

/** The body that asks for a transaction: each statement only after the one before it went well. */
export function pipelineOf(begin: Begin, statements: readonly Statement[]): string {
  const committed = { type: "ok", step: statements.length + 1 };
  const steps = [
    { stmt: { sql: begin } },
    ...statements.map((one, step) => ({ condition: { type: "ok", step }, stmt: toStmt(one) })),
    { condition: { type: "ok", step: statements.length }, stmt: { sql: "COMMIT" } },
    { condition: { type: "not", cond: committed }, stmt: { sql: "ROLLBACK" } },
  ];
  return bodyOf({ type: "batch", batch: { steps } });
}

/** The body that asks for one statement: a read sees one snapshot without a transaction, too. */
export function executionOf(statement: Statement): string {
  return bodyOf({ type: "execute", stmt: toStmt(statement) });
}

/**
 * The rows of each statement of a transaction that committed.
 * @throws SqlRefused with the first error of a step; any other error when the answer tells of none
 * and of no commit either: then nobody knows.
 */
export function rowsOf(answer: string, statements: readonly Statement[]): Row[][] {
  const { step_results: came = [], step_errors: errors = [] } = resultOf<Steps>(answer);
  const commit = statements.length + 1;
  // What ROLLBACK says does not count: where nothing was begun it has nothing to undo.
  const failed = errors.slice(0, commit + 1).find((error) => error !== null);
  if (failed !== undefined) throw new SqlRefused(failed);
  if ((came[commit] ?? null) === null) throw new Error("the database tells of no commit");
  return statements.map((_, i) => (came[i + 1]?.rows ?? []).map(toRow));
}

/** The rows of one statement. @throws SqlRefused with its error. */
export function rowsOfOne(answer: string): Row[] {
  const { rows } = resultOf<Result>(answer);
  if (rows === undefined) throw new Error("the database tells of no rows");
  return rows.map(toRow);
}

function bodyOf(request: object): string {
  return JSON.stringify({ requests: [request, { type: "close" }] });
}

function resultOf<Of>(answer: string): Partial<Of> {
  const { results } = JSON.parse(answer) as { readonly results: readonly Answered<Of>[] };
  const [first] = results;
  if (first?.type === "error") throw new SqlRefused(first.error);
  return first?.response.result ?? {};
}

function toStmt({ sql, args }: Statement) {
  return { sql, args: args.map(toCell), want_rows: true };
}

function toCell(value: Value): Cell {
  if (typeof value === "string") return { type: "text", value };
  if (value === null) return { type: "null" };
  if (typeof value === "boolean") return { type: "integer", value: value ? "1" : "0" };
  const isWhole = typeof value === "bigint" || Number.isSafeInteger(value);
  return isWhole ? { type: "integer", value: String(value) } : { type: "float", value };
}

function toRow(cells: readonly Cell[]): Row {
  return cells.map(fromCell);
}

function fromCell(cell: Cell): Row[number] {
  if (cell.type === "null") return null;
  if (cell.type !== "integer") {
    invariant(cell.value !== undefined, "a cell is a text or a number");
    return cell.value;
  }
  const whole = Number(cell.value);
  invariant(Number.isSafeInteger(whole), `${cell.value} is a whole number that we can hold`);
  return whole;
}
