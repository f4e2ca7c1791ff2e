import { HranaRefusal, type HranaStatement, type HranaValue } from "./hrana-protocol.ts";

/** A value as the embedded database takes it: a JavaScript number is always a REAL there. */
export type BoundValue = null | bigint | number | string | Uint8Array;

/**
 * The arguments of a statement in the order of its parameters.
 * Throws `HranaRefusal` (`SQL_ARGS_INVALID`) when one is missing, left over or of no SQL type: the
 * embedded database would bind NULL, or drop it, without a word.
 */
export function bindArguments(
  statement: HranaStatement,
  parameters: readonly (string | null)[],
): BoundValue[] {
  const positional = statement.args ?? [];
  const named = statement.named_args ?? [];
  if (named.length === 0) {
    if (positional.length !== parameters.length) refuseCount(parameters.length, positional.length);
    return positional.map(decodeValue);
  }
  if (positional.length > parameters.length) refuseCount(parameters.length, positional.length);
  const byName = new Map(named.map((argument) => [argument.name, argument.value]));
  const bound = parameters.map((name, at) => bindOne(name, byName, positional[at]));
  const known = new Set(parameters.flatMap((name) => (name ? [name, name.slice(1)] : [])));
  const stranger = named.find((argument) => !known.has(argument.name));
  if (stranger !== undefined) refuse(`the statement has no parameter named ${stranger.name}`);
  return bound;
}

function bindOne(
  name: string | null,
  byName: ReadonlyMap<string, HranaValue>,
  positional: HranaValue | undefined,
): BoundValue {
  // A client may give the name with or without the prefix that the statement uses.
  const named = name === null ? undefined : (byName.get(name) ?? byName.get(name.slice(1)));
  const value = named ?? positional;
  if (value === undefined) refuse(`a value is missing for parameter ${name ?? "?"}`);
  return decodeValue(value);
}

function refuseCount(expected: number, given: number): never {
  refuse(`the statement takes ${expected} arguments, ${given} were given`);
}

function refuse(message: string): never {
  throw new HranaRefusal("SQL_ARGS_INVALID", message);
}

function decodeValue(value: HranaValue): BoundValue {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return decodeInteger(value.value);
    case "float":
      return typeof value.value === "number" ? value.value : refuse("a float must be a number");
    case "text":
      return decodeText(value.value);
    case "blob":
      return decodeBlob(value.base64);
    default:
      return refuse("an argument has an unknown type");
  }
}

function decodeInteger(digits: string): bigint {
  if (typeof digits !== "string" || !/^-?\d{1,19}$/.test(digits)) refuse("an integer is malformed");
  const value = BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : refuse("an integer passes 64 bits");
}

function decodeText(text: string): string {
  if (typeof text !== "string") refuse("a text must be a string");
  // The embedded database reads text back only as far as its first NUL: better a clear no.
  return text.includes("\0") ? refuse("a text holds a NUL character") : text;
}

function decodeBlob(base64: string): Uint8Array {
  return typeof base64 === "string" ? Buffer.from(base64, "base64") : refuse("a blob is malformed");
}

/**
 * One value of a result as Hrana JSON. Integers come as BigInt (the statement is set to exact
 * integers), so that a JavaScript number is a REAL even when it is whole.
 */
function encodeValue(value: unknown): string {
  if (typeof value === "string") return `{"type":"text","value":${JSON.stringify(value)}}`;
  if (typeof value === "bigint") return `{"type":"integer","value":"${value}"}`;
  if (typeof value === "number") return `{"type":"float","value":${encodeFloat(value)}}`;
  return value === null ? '{"type":"null"}' : encodeBlob(value as Buffer);
}

// JSON has no infinity; every parser reads 1e999 as one.
function encodeFloat(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  return value > 0 ? "1e999" : "-1e999";
}

function encodeBlob(bytes: Buffer): string {
  return `{"type":"blob","base64":"${bytes.toString("base64")}"}`;
}

/** Rows as Hrana JSON: a list of lists, so that equal column names lose nothing. */
export function encodeRows(rows: readonly (readonly unknown[])[]): string {
  let json = "[";
  for (const [at, row] of rows.entries()) {
    json += at === 0 ? "[" : ",[";
    for (const [column, value] of row.entries()) {
      if (column > 0) json += ",";
      json += encodeValue(value);
    }
    json += "]";
  }
  return `${json}]`;
}
