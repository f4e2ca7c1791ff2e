export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  readonly sql: string;
  readonly args: readonly Value[];
}

/** What a table holds when the attempts begin, and a further row that it would take. */
export interface Sample {
  readonly table: string;
  readonly seeds: readonly Row[];
  readonly fresh: Row;
  /** SQL that runs once, after the seeds. */
  readonly afterwards?: string;
}

/** The fresh row with this change fails the check of that name. */
export interface CheckAttempt {
  readonly check: string;
  readonly table: string;
  readonly change: Row;
}

/** The last of the statements is refused, with that word, by that trigger and no other. */
export interface RefusalAttempt {
  readonly trigger: string;
  readonly says: string;
  readonly title: string;
  readonly by: readonly Statement[];
}

/** After the statements the query gives these rows; without the trigger it would not. */
export interface TriggerEffect {
  readonly trigger: string;
  readonly title: string;
  readonly by: readonly Statement[];
  readonly shows: string;
  readonly gives: readonly (readonly Value[])[];
}

/** An area of the schema, with everything that is tried on it. */
export interface Trial {
  readonly samples: readonly Sample[];
  readonly checks: readonly CheckAttempt[];
  readonly refusals: readonly RefusalAttempt[];
  readonly effects: readonly TriggerEffect[];
}

/** Attempts of one table: the check's name, then the change that breaks it. */
export function checksOf(
  table: string,
  changes: readonly (readonly [check: string, change: Row])[],
): CheckAttempt[] {
  return changes.map(([check, change]) => ({ check, table, change }));
}

export function insert(table: string, row: Row): Statement {
  const names = Object.keys(row);
  const marks = names.map(() => "?").join(", ");
  return {
    sql: `INSERT INTO ${table} (${names.join(", ")}) VALUES (${marks})`,
    args: Object.values(row),
  };
}

/** INSERT OR REPLACE, which removes what is in its way without firing a delete trigger. */
export function replace(table: string, row: Row): Statement {
  const { sql, args } = insert(table, row);
  return { sql: sql.replace("INSERT", "INSERT OR REPLACE"), args };
}

export function statement(sql: string): Statement {
  return { sql, args: [] };
}

/** Two refusals that every append-only table has. */
export function fixed(table: string, column: string, says: string): RefusalAttempt[] {
  return [
    {
      trigger: `${table}_stays`,
      says,
      title: "what was written is not rewritten",
      by: [statement(`UPDATE ${table} SET ${column} = ${column}`)],
    },
    {
      trigger: `${table}_remains`,
      says,
      title: "what was written is not removed",
      by: [statement(`DELETE FROM ${table}`)],
    },
  ];
}

/** A digest made of one repeated digit. */
export function digestOf(digit: string): string {
  return digit.repeat(64);
}

export const longName = "Cooperativa ".repeat(11);
