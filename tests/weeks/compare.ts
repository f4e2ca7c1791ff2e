/**
 * Where two results of a sales week differ. The order of rows and keys carries no meaning: rows
 * are matched by the id that names them. `rules` and `note` are text, not figures.
 */

const NAMED_BY: Readonly<Record<string, string>> = {
  lines: "id",
  attempts: "id",
  purchase: "product",
  producers: "producer",
  households: "household",
};

const TEXT = new Set(["rules", "note"]);

/**
 * One sentence per difference, with the path to it, such as
 * `households[H07].final_total_cents: 3 instead of 4`. Empty when every figure is equal.
 */
export function differences(actual: unknown, expected: unknown): string[] {
  return isRecord(actual) && isRecord(expected)
    ? inRecord(withoutText(actual), withoutText(expected), "")
    : inValue(actual, expected, "week");
}

type Fields = Readonly<Record<string, unknown>>;

function inValue(actual: unknown, expected: unknown, path: string): string[] {
  if (Array.isArray(actual) && Array.isArray(expected)) return inRows(actual, expected, path);
  if (isRecord(actual) && isRecord(expected)) return inRecord(actual, expected, `${path}.`);
  return actual === expected ? [] : [`${path}: ${shown(actual)} instead of ${shown(expected)}`];
}

function inRecord(actual: Fields, expected: Fields, prefix: string): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => {
    const path = `${prefix}${key}`;
    if (!Object.hasOwn(actual, key)) return [`${path}: missing`];
    if (!Object.hasOwn(expected, key)) return [`${path}: not expected`];
    return inValue(actual[key], expected[key], path);
  });
}

function inRows(actual: readonly unknown[], expected: readonly unknown[], path: string): string[] {
  const have = named(actual, NAMED_BY[path]);
  const want = named(expected, NAMED_BY[path]);
  return [...new Set([...want.keys(), ...have.keys()])].flatMap((name) => {
    const rowPath = `${path}[${name}]`;
    const rows = have.get(name) ?? [];
    const wanted = want.get(name) ?? [];
    if (rows.length === 0) return [`${rowPath}: missing`];
    if (wanted.length === 0) return [`${rowPath}: not expected`];
    if (rows.length !== wanted.length) {
      return [`${rowPath}: there ${rows.length} times instead of ${wanted.length}`];
    }
    return rows.flatMap((row, place) => inValue(row, wanted[place], rowPath));
  });
}

/** Rows by the id that names them, or by their place where nothing names them. */
function named(rows: readonly unknown[], key: string | undefined): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [place, row] of rows.entries()) {
    const id = key !== undefined && isRecord(row) ? row[key] : undefined;
    const name = typeof id === "string" ? id : String(place);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}

function withoutText(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !TEXT.has(key)));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
