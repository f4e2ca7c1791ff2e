import fc from "fast-check";

/** Sixty ways to break out of an SQL statement, for every database that ever was. */
export const SQL_PAYLOADS: readonly string[] = [
  "'",
  '"',
  "';--",
  "' OR '1'='1",
  '" OR ""="',
  "' OR 1=1--",
  "') OR ('1'='1",
  "1; DROP TABLE customer_order",
  "'; DROP TABLE network;--",
  "' UNION SELECT secret_digest FROM access_token--",
  "x' AND 1=(SELECT count(*) FROM op_log)--",
  "%' OR '%'='",
  "1' ORDER BY 99--",
  "'||(SELECT sql FROM sqlite_schema)||'",
  "'; ATTACH DATABASE '/tmp/x' AS x;--",
  "' AND load_extension('x')--",
  "'; PRAGMA writable_schema=1;--",
  "' AND randomblob(1000000000)--",
  "') ; UPDATE stock_pool SET on_hand_milli=0;--",
  "\\' OR 1=1 /*",
].flatMap((payload) => [payload, `a${payload}`, payload.replaceAll(" ", "/**/")]);

/** What no field of the API wants, or not there. */
const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  1e308,
  2 ** 53 + 2,
  "",
  " ",
  "1",
  "NaN",
  "\u0000",
  "\ud800",
  "\u202e",
  "a".repeat(10_000),
  "<script>alert(1)</script>",
  "../../etc/passwd",
  [],
  [[]],
  {},
  { length: 1e9 },
  ...SQL_PAYLOADS,
];

/** A valid value with one thing wrong: replaced, left out, or too much. */
export function oneWrong(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(), fc.constantFrom(...WRONG), fc.constantFrom("put", "drop", "add"))
    .map(([value, at, wrong, how]) => {
      const places = placesOf(value);
      const place = places[at % places.length] ?? [];
      return changed(value, place, { wrong, how });
    });
}

type Place = readonly (string | number)[];

/** Where every part of a value is, itself first. */
function placesOf(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [here];
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((part: unknown, i) => [i, part] as const)
    : Object.entries(value);
  return [here, ...parts.flatMap(([name, part]) => placesOf(part, [...here, name]))];
}

interface Change {
  readonly wrong: unknown;
  readonly how: string;
}

function changed(value: unknown, [first, ...rest]: Place, change: Change): unknown {
  if (first === undefined) {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return change.how === "add" && isObject ? { ...value, priceCents: change.wrong } : change.wrong;
  }
  if (Array.isArray(value)) {
    return value.map((part: unknown, i) => (i === first ? changed(part, rest, change) : part));
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  const kept = entries.filter(
    ([name]) => change.how !== "drop" || rest.length > 0 || name !== first,
  );
  return Object.fromEntries(
    kept.map(([name, part]) => [name, name === first ? changed(part, rest, change) : part]),
  );
}

/** Bodies that are wrong as text, whatever the endpoint wants. */
export const WRONG_TEXTS: readonly string[] = [
  "",
  "{",
  "nul",
  "NaN",
  "{'a':1}",
  "{}{}",
  "[".repeat(100_000),
  `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  `{"note":"${"x".repeat(300_000)}"}`,
  `{"wantedMilli":1000,"wantedMilli":-1}`,
  `{"__proto__":{"role":"officer"},"constructor":{"prototype":{}}}`,
  `{"name":"\u0000"}`,
  `{"name":"\\ud800"}`,
  "\ufeff{}",
  "a=1&b=2",
  "<xml/>",
  "1e999",
];
