import type Database from "libsql";

import { HranaRefusal } from "./hrana-protocol.ts";
import { readSqlText } from "./sql-text.ts";

/** How a statement is run: the classes differ in what they do to connection, cache and answer. */
export type StatementKind = "transaction" | "rows" | "change" | "change-with-rows";

/** A statement parsed, prepared and described once. */
export interface PreparedSql {
  readonly kind: StatementKind;
  readonly statement: Database.Statement | undefined;
  readonly parameters: readonly (string | null)[];
  /** The `cols` part of an answer, as JSON. */
  readonly columnsJson: string;
  readonly altersSchema: boolean;
  readonly setsConnection: boolean;
}

/** Prepared statements of one connection, the least recently used one dropped first. */
export interface StatementCache {
  /** Throws the database's own error, or `HranaRefusal` for what the host does not run. */
  prepare(sql: string): PreparedSql;
  /** Forgets everything: the schema, and with it the columns, may have changed. */
  clear(): void;
}

const transactionWords = new Set(["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"]);
const schemaWords = new Set(["CREATE", "DROP", "ALTER", "VACUUM", "REINDEX"]);
const changeWords = new Set(["INSERT", "UPDATE", "DELETE", "REPLACE"]);
const refusedWords = new Set(["ATTACH", "DETACH"]);

/** Makes a cache of at most `capacity` statements over an open connection. */
export function createStatementCache(
  database: Database.Database,
  capacity: number,
): StatementCache {
  const kept = new Map<string, PreparedSql>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known !== undefined) {
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const prepared = prepareSql(database, sql);
      if (kept.size >= capacity) kept.delete(kept.keys().next().value ?? "");
      kept.set(sql, prepared);
      return prepared;
    },
    clear: () => kept.clear(),
  };
}

function prepareSql(database: Database.Database, sql: string): PreparedSql {
  const text = readSqlText(sql);
  refuseUnrunnable(text.keyword, text.hasMore);
  const flags = {
    parameters: text.parameters,
    altersSchema: schemaWords.has(text.keyword),
    setsConnection: text.keyword === "PRAGMA",
  };
  // BEGIN and COMMIT never stay prepared: one that meets SQLITE_BUSY would not be reset, and run
  // as plain text they are cheaper too.
  if (transactionWords.has(text.keyword)) {
    return { ...flags, kind: "transaction", statement: undefined, columnsJson: "[]" };
  }
  const statement = database.prepare(sql).safeIntegers(true);
  if (!statement.reader) return { ...flags, kind: "change", statement, columnsJson: "[]" };
  return {
    ...flags,
    kind: rowsKind(text.keyword, text.saysReturning),
    statement: statement.raw(true),
    columnsJson: columnsJson(statement.columns()),
  };
}

function refuseUnrunnable(keyword: string, hasMore: boolean): void {
  if (keyword === "") {
    throw new HranaRefusal("SQL_NO_STATEMENT", "SQL string does not contain any statement");
  }
  if (hasMore) {
    throw new HranaRefusal("SQL_MANY_STATEMENTS", "SQL string contains more than one statement");
  }
  if (refusedWords.has(keyword)) {
    throw new HranaRefusal("SQL_REFUSED", `${keyword} is refused: one network is one database`);
  }
}

// RETURNING is a reserved word: outside strings it is always that clause of a writing WITH.
function rowsKind(keyword: string, saysReturning: boolean): StatementKind {
  const writes = changeWords.has(keyword) || (keyword === "WITH" && saysReturning);
  return writes ? "change-with-rows" : "rows";
}

function columnsJson(columns: readonly Database.ColumnDefinition[]): string {
  return JSON.stringify(columns.map((column) => ({ name: column.name, decltype: column.type })));
}
