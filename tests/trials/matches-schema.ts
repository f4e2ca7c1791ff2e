import type { JsonSchema } from "./api-endpoints.ts";

/**
 * Says where a value is not what a JSON Schema allows, and nothing where it is. As much of JSON
 * Schema as the API's own document uses; a keyword beyond that is itself a complaint.
 */
export function misfits(schema: JsonSchema, value: unknown, at = "answer"): readonly string[] {
  const strange = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  if (strange.length > 0) return [`${at}: the schema says ${strange.join(", ")}`];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const tried = choices.map((choice) => misfits(choice, value, at));
    return tried.some((complaints) => complaints.length === 0) ? [] : (tried[0] ?? []);
  }
  if (schema.const !== undefined && value !== schema.const) return [`${at}: is not its constant`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    return [`${at}: ${JSON.stringify(value)} is none of ${schema.enum.join(", ")}`];
  }
  if (!isOfType(schema.type, value)) return [`${at}: is no ${schema.type}`];
  if (typeof value === "string") return complaintsOfText(schema, value, at);
  if (typeof value === "number") return complaintsOfNumber(schema, value, at);
  if (Array.isArray(value)) return complaintsOfList(schema, value, at);
  return typeof value === "object" && value !== null ? complaintsOfObject(schema, value, at) : [];
}

const KNOWN = new Set(
  (
    "type properties required additionalProperties items prefixItems minItems maxItems anyOf " +
    "oneOf enum const pattern format minLength maxLength minimum maximum propertyNames $schema"
  ).split(" "),
);

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === undefined) return true;
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type !== "object") return typeof value === type;
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function complaintsOfText(schema: JsonSchema, value: string, at: string): string[] {
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  if (value.length < minLength || value.length > maxLength) return [`${at}: ${value.length} long`];
  const isMatch = pattern === undefined || new RegExp(pattern, "u").test(value);
  return isMatch ? [] : [`${at}: ${JSON.stringify(value)} is not like ${pattern}`];
}

function complaintsOfNumber(schema: JsonSchema, value: number, at: string): string[] {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return value < minimum || value > maximum ? [`${at}: ${value} is out of bounds`] : [];
}

function complaintsOfList(schema: JsonSchema, value: readonly unknown[], at: string): string[] {
  const { minItems = 0, maxItems = Infinity, items = {}, prefixItems = [] } = schema;
  if (value.length < minItems || value.length > maxItems) return [`${at}: ${value.length} items`];
  return value.flatMap((item, i) => {
    const own = prefixItems[i] ?? items;
    return own === false ? [`${at}[${i}]: is too much`] : misfits(own, item, `${at}[${i}]`);
  });
}

function complaintsOfObject(schema: JsonSchema, value: object, at: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  if (missing.length > 0) return [`${at}: lacks ${missing.join(", ")}`];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (own === false) return [`${at}.${name}: is not in the schema`];
    return typeof own === "object" ? misfits(own, inner, `${at}.${name}`) : [];
  });
}
