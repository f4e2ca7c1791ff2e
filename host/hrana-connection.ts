import Database from "libsql";

import { HranaRefusal, type HranaStatement } from "./hrana-protocol.ts";
import { bindArguments, type BoundValue, encodeRows } from "./hrana-values.ts";
import {
  createStatementCache,
  type PreparedSql,
  type StatementCache,
  type StatementKind,
} from "./statement-cache.ts";

const cachedStatements = 500;

// Durable at each commit; triggers and views may call only functions that SQLite deems harmless.
// The log is folded into the file at 16 MB, not at 4: pages that many commits write (totals,
// balances, indexes) are copied once for all of them. 32 MB of pages stay at hand.
const settings = `
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -32768;
`;

/** Opens a database file as the host does: WAL, every commit synced, foreign keys in force. */
export function openDatabase(file: string, busyTimeoutMs: number): Database.Database {
  const database = new Database(file, { timeout: busyTimeoutMs });
  database.exec("PRAGMA journal_mode = WAL;");
  database.exec(settings);
  return database;
}

/**
 * The one connection that serves every pipeline, one after the other.
 *
 * A prepared statement that met SQLITE_BUSY is not reset by the embedded library: later commits on
 * that connection look done and are lost. So a connection that was busy is given up and opened
 * anew, and what is left of its pipeline is refused.
 */
export class HranaConnection {
  readonly #file: string;
  readonly #busyTimeoutMs: number;
  #database: Database.Database;
  #cache: StatementCache;
  #changes: Database.Statement;
  #altered = false;
  #settingsTouched = false;
  #lost = false;

  constructor(file: string, busyTimeoutMs: number) {
    this.#file = file;
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#database = openDatabase(file, busyTimeoutMs);
    this.#cache = createStatementCache(this.#database, cachedStatements);
    this.#changes = prepareChanges(this.#database);
  }

  get database(): Database.Database {
    return this.#database;
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** Runs one statement; the answer is Hrana's `StmtResult` as JSON. */
  execute(sql: string, request: HranaStatement): string {
    this.#refuseWhenLost();
    const prepared = this.#cache.prepare(sql);
    if (prepared.statement === undefined) {
      this.#database.exec(sql);
      return '{"cols":[],"rows":[],"affected_row_count":0,"last_insert_rowid":null}';
    }
    this.#note(prepared);
    const bound = bindArguments(request, prepared.parameters);
    try {
      return this.#run(prepared, prepared.statement, bound, request.want_rows !== false);
    } catch (error) {
      if (isBusy(error)) this.#reopen();
      throw error;
    }
  }

  /** Runs every statement of a text, without arguments and without rows. */
  sequence(sql: string): void {
    this.#refuseWhenLost();
    this.#settingsTouched = true;
    this.#altered = true;
    this.#cache.clear();
    this.#database.exec(sql);
  }

  /** Parameters and columns of a statement that is not run. */
  describe(sql: string): PreparedSql {
    this.#refuseWhenLost();
    return this.#cache.prepare(sql);
  }

  /**
   * Ends a pipeline: an open transaction is rolled back, settings that it changed are put back.
   * Returns true when a transaction had been left open.
   */
  endPipeline(): boolean {
    const wasOpen = this.#database.inTransaction;
    if (wasOpen) this.#database.exec("ROLLBACK");
    if (this.#altered) this.#cache.clear();
    if (this.#settingsTouched) this.#database.exec(settings);
    this.#altered = this.#settingsTouched = this.#lost = false;
    return wasOpen;
  }

  close(): void {
    if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
    // Statements still prepared would keep SQLite from folding the log into the file by itself.
    this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    this.#database.close();
  }

  #refuseWhenLost(): void {
    if (!this.#lost) return;
    throw new HranaRefusal(
      "TRANSACTION_LOST",
      "an earlier SQLITE_BUSY rolled the transaction back",
    );
  }

  #reopen(): void {
    this.#lost = this.#database.inTransaction;
    // Without the rollback the abandoned connection would keep its read lock until collected.
    if (this.#lost) this.#database.exec("ROLLBACK");
    this.#database.close();
    this.#database = openDatabase(this.#file, this.#busyTimeoutMs);
    this.#cache = createStatementCache(this.#database, cachedStatements);
    this.#changes = prepareChanges(this.#database);
  }

  #run(
    prepared: PreparedSql,
    statement: Database.Statement,
    bound: readonly BoundValue[],
    wantsRows: boolean,
  ): string {
    if (prepared.kind === "change") {
      const done = statement.run(bound);
      return `{"cols":[],"rows":[],${this.#affected(done.changes, done.lastInsertRowid)}}`;
    }
    const rows = statement.all(bound) as readonly (readonly unknown[])[];
    const rowsJson = wantsRows ? encodeRows(rows) : "[]";
    const affected = this.#affectedByRows(prepared.kind);
    return `{"cols":${prepared.columnsJson},"rows":${rowsJson},${affected}}`;
  }

  #note(prepared: PreparedSql): void {
    if (prepared.setsConnection) this.#settingsTouched = true;
    if (!prepared.altersSchema) return;
    this.#altered = true;
    this.#cache.clear();
  }

  // changes() speaks of the last statement that changed rows, so it is asked after such a one only.
  #affectedByRows(kind: StatementKind): string {
    if (kind === "rows") return '"affected_row_count":0,"last_insert_rowid":null';
    const [changes, rowid] = this.#counts();
    return `"affected_row_count":${changes},"last_insert_rowid":"${rowid}"`;
  }

  #affected(changes: number, rowid: number | bigint): string {
    const exact = Number.isSafeInteger(rowid) ? rowid : this.#counts()[1];
    return `"affected_row_count":${changes},"last_insert_rowid":"${exact}"`;
  }

  #counts(): readonly [bigint, bigint] {
    return this.#changes.get([]) as [bigint, bigint];
  }
}

function prepareChanges(database: Database.Database): Database.Statement {
  return database.prepare("SELECT changes(), last_insert_rowid()").safeIntegers(true).raw(true);
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    "rawCode" in error &&
    typeof error.rawCode === "number" &&
    (error.rawCode & 0xff) === 5
  );
}
