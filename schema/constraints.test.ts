import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insert, type Row } from "#tests/constraints/attempt.ts";
import { freshRow, samples, TrialDatabase, trials } from "#tests/constraints/trial-database.ts";

let database: TrialDatabase;
beforeAll(async () => {
  database = await TrialDatabase.open();
});
afterAll(() => database.close());

/** What the columns of a table say to a row, its guarding triggers aside. */
function outcome(table: string, change: Row) {
  return database.attempt({
    by: [insert(table, { ...freshRow(table), ...change })],
    without: database.guardsOf(table),
  });
}

describe.each(Object.entries(trials))("the tables of %s", (_, trial) => {
  test.each(trial.checks)("$check refuses $change", ({ check, table, change }) => {
    expect(outcome(table, change)).toBe(`CHECK constraint failed: ${check}`);
  });

  test.each(trial.refusals)("$trigger: $title", ({ trigger, says, by }) => {
    expect(database.attempt({ by })).toBe(says);
    expect(database.attempt({ by, without: [trigger] })).not.toBe(says);
  });

  test.each(trial.effects)("$trigger: $title", ({ trigger, by, shows, gives }) => {
    expect(database.attempt({ by, shows })).toEqual(gives);
    expect(withoutTrigger()).not.toEqual(gives);

    function withoutTrigger() {
      try {
        return database.attempt({ by, shows, without: [trigger] });
      } catch {
        return "refused on the way";
      }
    }
  });
});

describe.each(samples)("every row of $table", ({ table }) => {
  test("is taken when nothing is wrong with it", () => {
    // There is one network, so that a further one is tried on the row's own place.
    const by = [insert(table, freshRow(table))];
    if (table === "network") by.unshift({ sql: "DELETE FROM network", args: [] });
    expect(database.attempt({ by, without: database.guardsOf(table) })).toEqual([["accepted"]]);
  });

  test("says what may not be missing", () => {
    const columns = database.rows(
      `SELECT name FROM pragma_table_xinfo(?) WHERE "notnull" = 1`,
      table,
    );
    for (const [name] of columns) {
      expect(outcome(table, { [String(name)]: null })).toBe(
        `NOT NULL constraint failed: ${table}.${name}`,
      );
    }
  });

  test("counts in whole numbers", () => {
    const columns = database.rows(
      "SELECT name, pk FROM pragma_table_xinfo(?) WHERE type = 'INTEGER'",
      table,
    );
    for (const [name, pk] of columns) {
      for (const [value, type] of [
        ["molto", "TEXT"],
        [0.5, "REAL"],
      ] as const) {
        // A row's own number is refused in other words than a column.
        expect([
          `cannot store ${type} value in INTEGER column ${table}.${name}`,
          ...(pk === 1 ? ["datatype mismatch"] : []),
        ]).toContain(outcome(table, { [String(name)]: value }));
      }
    }
  });

  test("refers only to what there is", () => {
    for (const [column] of database.rows('SELECT "from" FROM pragma_foreign_key_list(?)', table)) {
      const absent = typeof freshRow(table)[String(column)] === "number" ? 999 : "absent";
      expect(outcome(table, { [String(column)]: absent })).toBe("FOREIGN KEY constraint failed");
    }
  });

  test("is the only one with its keys", () => {
    for (const [index] of uniqueIndexes(table)) {
      const { columns, taken } = takenKey(table, String(index));
      expect(outcome(table, taken)).toBe(
        `UNIQUE constraint failed: ${columns.map((name) => `${table}.${name}`).join(", ")}`,
      );
    }
    const [[rowid] = []] = database.rows(
      'SELECT name FROM pragma_table_xinfo(?) WHERE pk = 1 AND "notnull" = 0',
      table,
    );
    if (rowid === undefined) return;
    const [[taken = null] = []] = database.rows(`SELECT ${rowid} FROM ${table} LIMIT 1`);
    expect(outcome(table, { [String(rowid)]: taken })).toBe(
      `UNIQUE constraint failed: ${table}.${rowid}`,
    );
  });
});

test("what a basket holds goes with the basket", () => {
  const by = [{ sql: "DELETE FROM basket", args: [] }];
  const shows = "SELECT count(*) FROM basket_line";
  expect(database.rows(shows)).toEqual([[1]]);
  expect(database.attempt({ by, shows })).toEqual([[0]]);
});

// They would let a reservation stand whose stock is not there, or forget to give it back.
test("no statement of the Workers asks the database to look away or to replace", () => {
  const folder = fileURLToPath(new URL("../workers", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  expect(sources).toContain("domain/kernel/money.ts");
  const lax = /\b(INSERT|UPDATE)\s+OR\s+\w+|\bREPLACE\s+INTO\b/i;
  expect(sources.filter((file) => lax.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});

describe("nothing is left untried", () => {
  test("every table has a sample", () => {
    const stored = database.rows(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 1
        AND name <> 'schema_migration' ORDER BY name`,
    );
    expect(samples.map(({ table }) => table).toSorted()).toEqual(stored.flat());
  });

  test("every check has a name, and an attempt", () => {
    const sql = database
      .rows("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_migration'")
      .join("\n");
    const names = [...sql.matchAll(/CONSTRAINT (\w+)\s+CHECK\b/g)].map(([, name]) => String(name));
    expect(names).toHaveLength([...sql.matchAll(/\bCHECK\b/g)].length);
    expect(new Set(names).size).toBe(names.length);
    const tried = Object.values(trials).flatMap(({ checks }) => checks.map(({ check }) => check));
    expect([...new Set(tried)].toSorted()).toEqual(names.toSorted());
  });

  test("every trigger has an attempt for each word that it says", () => {
    const due = database
      .rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      .flatMap(([name, sql]) => {
        const words = [...String(sql).matchAll(/raise\(abort, '([^']+)'\)/g)];
        return words.length > 0 ? words.map(([, word]) => `${name} ${word}`) : [`${name}`];
      });
    const tried = new Set(
      Object.values(trials).flatMap(({ refusals, effects }) => [
        ...refusals.map(({ trigger, says }) => `${trigger} ${says}`),
        ...effects.map(({ trigger }) => trigger),
      ]),
    );
    expect(due.filter((one) => !tried.has(one))).toEqual([]);
  });
});

function uniqueIndexes(table: string) {
  return database.rows('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1', table);
}

/** The key of a row that is there, with whatever else puts a row into a partial index. */
function takenKey(table: string, index: string): { columns: string[]; taken: Row } {
  const columns = database
    .rows("SELECT name FROM pragma_index_info(?)", index)
    .map(([name]) => String(name));
  const [[sql] = []] = database.rows("SELECT sql FROM sqlite_schema WHERE name = ?", index);
  const [, where = "TRUE"] = / WHERE (.*)$/.exec(String(sql)) ?? [];
  const part = [...where.matchAll(/[a-z]\w*/g)].map(([name]) => name);
  const wanted = [...new Set([...columns, ...part])];
  const [row] = database.rows(
    `SELECT ${wanted.join(", ")} FROM ${table}
      WHERE (${where}) AND ${columns.map((name) => `${name} IS NOT NULL`).join(" AND ")}`,
  );
  expect(row, `${table} has a row in ${index}`).toBeDefined();
  return {
    columns,
    taken: Object.fromEntries(wanted.map((name, at) => [name, row?.[at] ?? null])),
  };
}
