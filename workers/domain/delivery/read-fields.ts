import type { TimeWindow } from "./problem.ts";

/** A field of a stranger's JSON that is not what it should be. Caught by who reads the whole. */
export class BadField extends Error {
  readonly field: string;
  readonly expected: string;

  constructor(field: string, expected: string) {
    super(`${field}: expected ${expected}`);
    this.field = field;
    this.expected = expected;
  }
}

/** The largest integer the planner takes: beyond it sums would no longer be exact in 32 bits. */
const MOST = 4_000_000_000;
/** What an arc may be. */
const LONGEST = 1_000_000_000;

/** A value with its path. Each reader returns what it reads, or throws BadField. */
export class Field {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.#path = path;
  }

  fail(expected: string): never {
    throw new BadField(this.#path, expected);
  }

  get(key: string): Field {
    const path = this.#path === "problem" ? key : `${this.#path}.${key}`;
    return new Field(this.#record()[key], path);
  }

  has(key: string): boolean {
    return this.#record()[key] !== undefined;
  }

  /** Refuses keys that nobody would read. */
  only(keys: readonly string[]): void {
    for (const key of Object.keys(this.#record())) {
      if (!keys.includes(key)) this.get(key).fail("no such key");
    }
  }

  /** The item of a list; for complaints about one that was read before. */
  item(index: number): Field {
    return this.list()[index] ?? this.fail(`an item ${index}`);
  }

  entries(): [string, Field][] {
    return Object.keys(this.#record()).map((key) => [key, this.get(key)]);
  }

  list(): Field[] {
    if (!Array.isArray(this.#value)) return this.fail("a list");
    return this.#value.map((item, index) => new Field(item, `${this.#path}[${index}]`));
  }

  optionalList(): Field[] {
    return this.#value === undefined ? [] : this.list();
  }

  text(otherwise: string): string {
    const value = this.#value ?? otherwise;
    return typeof value === "string" ? value : this.fail("a text");
  }

  /** A whole number from 0 on. */
  integer({ otherwise, most = MOST }: { otherwise?: number; most?: number } = {}): number {
    const value = this.#value ?? otherwise;
    const isWhole = typeof value === "number" && Number.isSafeInteger(value);
    if (isWhole && value >= 0 && value <= most) return value;
    return this.fail(`a whole number from 0 to ${most}`);
  }

  amounts(): number[] {
    return this.optionalList().map((field) => field.integer({ most: LONGEST }));
  }

  integersByName(most: number): Record<string, number> {
    if (this.#value === undefined) return {};
    const read = this.entries().map(([name, field]) => [name, field.integer({ most })]);
    return Object.fromEntries(read) as Record<string, number>;
  }

  window(): TimeWindow {
    const [from, to, ...more] = this.list();
    if (from === undefined || to === undefined || more.length > 0) return this.fail("[from, to]");
    const window = { from: from.integer(), to: to.integer() };
    return window.from <= window.to ? window : this.fail("from before to");
  }

  /** In order of time, none inside another. */
  windows(): TimeWindow[] {
    const windows = this.optionalList().map((field) => field.window());
    windows.forEach((window, index) => {
      const before = windows[index - 1];
      if (before && before.to >= window.from) this.fail("windows in order, apart from each other");
    });
    return windows;
  }

  /** A square table; null where there is no way. */
  square(width?: number): (number | null)[][] {
    const rows = this.list();
    const side = width ?? rows.length;
    if (rows.length !== side) this.fail(`${side} rows`);
    return rows.map((row) => row.#cells(side));
  }

  /** Tables are large: a cell gets its path only when something is wrong with it. */
  #cells(side: number): (number | null)[] {
    const cells: unknown = this.#value;
    if (!Array.isArray(cells) || cells.length !== side) return this.fail(`${side} numbers`);
    return cells.map((cell: unknown, index) =>
      cell === null || isArc(cell)
        ? cell
        : new Field(cell, `${this.#path}[${index}]`).fail("a whole number from 0, or null"),
    );
  }

  /** An absent object reads as an empty one. */
  #record(): Record<string, unknown> {
    const value = this.#value ?? {};
    if (typeof value !== "object" || Array.isArray(value)) return this.fail("an object");
    return value as Record<string, unknown>;
  }
}

function isArc(cell: unknown): cell is number {
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 0 && cell <= LONGEST;
}
