import fc from "fast-check";
import type { JsonSchema } from "./api-endpoints.ts";

/**
 * Values that a schema allows. Where it wants an identifier, most are ones that exist, so that a
 * request gets as far as it can.
 */
export function valuesOf(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => valuesOf(each, known)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  return BY_TYPE[schema.type ?? "object"]?.(schema, known) ?? objects(schema, known);
}

type Maker = (schema: JsonSchema, known: readonly string[]) => fc.Arbitrary<unknown>;

const BY_TYPE: Readonly<Record<string, Maker>> = {
  string: strings,
  integer: numbers,
  number: numbers,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: arrays,
  object: objects,
};

function numbers({ minimum = -1000, maximum = 1000 }: JsonSchema): fc.Arbitrary<number> {
  return fc.integer({ min: Math.max(minimum, -2e9), max: Math.min(maximum, 2e9) });
}

const IDENTIFIER = "^[0-9a-hjkmnp-tv-z]{26}$";

function strings(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === "email") return fc.constantFrom("anna@example.org", "gas@example.com");
  if (schema.format === "uri") return fc.constant("https://example.org/a");
  if (schema.pattern === IDENTIFIER && known.length > 0) {
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, matching(IDENTIFIER));
  }
  // A pattern that only leaves characters out allows ordinary words.
  if (schema.pattern !== undefined && !schema.pattern.startsWith("^[^")) {
    return matching(schema.pattern);
  }
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 30, minLength + 30);
  const letters = fc.constantFrom(...Array.from("abc xyzàèò'-12€🍎"));
  return fc.string({ unit: letters, minLength, maxLength: Math.max(minLength, maxLength >> 1) });
}

function matching(pattern: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(pattern));
}

function arrays(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.prefixItems !== undefined) {
    return fc.tuple(...schema.prefixItems.map((each) => valuesOf(each, known)));
  }
  const items = valuesOf(schema.items === false ? {} : (schema.items ?? {}), known);
  const minLength = schema.minItems ?? 0;
  const maxLength = Math.min(schema.maxItems ?? 3, minLength + 2);
  return fc.array(items, { minLength, maxLength });
}

function objects(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const values = Object.entries(properties).map(
    ([name, each]) => [name, valuesOf(each, known)] as const,
  );
  if (values.length > 0) {
    return fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
  }
  const others = typeof additionalProperties === "object" ? additionalProperties : {};
  return others.type === undefined
    ? fc.constant({})
    : fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), valuesOf(others, known), { maxKeys: 2 });
}
