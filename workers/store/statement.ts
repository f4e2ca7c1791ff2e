import { fillPlaceholders, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database, Row, Statement, Value } from "#ports/database.ts";

/** A query built by drizzle: it knows its own text. */
interface Built {
  toSQL(): { sql: string; params: unknown[] };
}

/** A select built by drizzle: it knows its columns too, and the type of its rows. */
interface BuiltSelect<Result> extends Built {
  readonly _: { readonly result: Result[]; readonly selectedFields: object };
}

/** A statement and what its rows mean. Loaders of one request travel together. */
export interface Loader<T> {
  readonly statement: Statement;
  parse(rows: readonly Row[]): T;
}

type Values = Readonly<Record<string, Value>>;

/** Turns a built query into a function of its placeholders; its text is made once. */
function prepared(query: Built): (values?: Values) => Statement {
  const { sql, params } = query.toSQL();
  return (values = {}) => ({ sql, args: fillPlaceholders(params, values) as Value[] });
}

/**
 * A select with placeholders: its rows come back typed as drizzle infers them.
 * Fields must be a flat list of columns, in the order of the select.
 */
export function selecting<Result>(
  query: BuiltSelect<Result>,
): (values?: Values) => Loader<Result[]> {
  const names = Object.keys(query._.selectedFields);
  const bind = prepared(query);
  const toResult = (row: Row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index]])) as Result;
  return (values) => ({ statement: bind(values), parse: (rows) => rows.map(toResult) });
}

/** The same rows, read as something else. */
export function mapped<A, B>(loader: Loader<A>, read: (value: A) => B): Loader<B> {
  return { statement: loader.statement, parse: (rows) => read(loader.parse(rows)) };
}

export function firstOrNull<A>(loader: Loader<readonly A[]>): Loader<A | null> {
  return mapped(loader, (rows) => rows[0] ?? null);
}

/** What need not be read for this request, though it is for others of its kind. */
export interface Known<T> {
  readonly value: T;
}

export function withoutReading<T>(value: T): Known<T> {
  return { value };
}

export type Loaders = Readonly<Record<string, Loader<unknown> | Known<unknown>>>;

/** What each loader of a batch read. */
export type Loaded<L extends Loaders> = {
  readonly [Name in keyof L]: L[Name] extends Loader<infer T> | Known<infer T> ? T : never;
};

/** Sends every loader in ONE round trip, over one snapshot. */
export async function readBatch<const L extends Loaders>(
  database: Database,
  loaders: L,
): Promise<Loaded<L>> {
  const named = Object.entries(loaders);
  const asked = named.flatMap(([, one]) => ("value" in one ? [] : [one.statement]));
  const answers = (await database.read(asked)).values();
  const read = named.map(([name, one]) => {
    const value = "value" in one ? one.value : one.parse(answers.next().value ?? []);
    return [name, value] as const;
  });
  return Object.fromEntries(read) as Loaded<L>;
}

/** An insert of one row, typed by its table; columns and names are the table's own. */
export function insertInto<T extends SQLiteTable>(table: T, row: T["$inferInsert"]): Statement {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const keys = given.map(([key]) => key);
  return { sql: insertText(table, keys), args: given.map(([, value]) => value as Value) };
}

/** Texts of inserts by table and columns: there are few, and every write needs several. */
const insertTexts = new WeakMap<SQLiteTable, Map<string, string>>();

function insertText(table: SQLiteTable, keys: readonly string[]): string {
  const known = insertTexts.get(table) ?? new Map<string, string>();
  insertTexts.set(table, known);
  const named = keys.join();
  const before = known.get(named);
  if (before !== undefined) return before;
  const columns: Readonly<Record<string, { name: string }>> = getTableColumns(table);
  const names = keys.map((key) => columns[key]?.name).join(", ");
  const places = keys.map(() => "?").join(", ");
  const sql = `INSERT INTO ${getTableName(table)} (${names}) VALUES (${places})`;
  known.set(named, sql);
  return sql;
}

/** An update of the row with this id; columns that are not among the changes stay as they are. */
export function updateById<T extends SQLiteTable>(
  table: T,
  id: string,
  changes: { readonly [Key in keyof T["$inferInsert"]]?: T["$inferInsert"][Key] },
): Statement {
  const columns: Readonly<Record<string, { name: string }>> = getTableColumns(table);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = given.map(([key]) => `${columns[key]?.name} = ?`);
  return {
    sql: `UPDATE ${getTableName(table)} SET ${["id = id", ...set].join(", ")} WHERE id = ?`,
    args: [...given.map(([, value]) => value as Value), id],
  };
}
