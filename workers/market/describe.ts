import { generateSpecs } from "hono-openapi";
import { api } from "./app.ts";
import { problemAnswers } from "./edge/endpoint.ts";

/** A code of a refusal, or the failure that none foresaw. */
type Told = Parameters<typeof problemAnswers>[0][number];

/** What the edge may say to any request, before an endpoint is asked. */
const TO_ALL: readonly Told[] = [
  "address-too-long",
  "cookies-too-long",
  "too-large",
  "too-many-requests",
  "neighbour-failed",
  "failure",
];

/** And to any that changes something. */
const TO_WRITES: readonly Told[] = [
  ...TO_ALL,
  "foreign-origin",
  "key-missing",
  "key-reused",
  "changed-meanwhile",
];

const TO_BODIES: readonly Told[] = ["malformed-json", "not-json", "invalid-input"];

interface Operation {
  readonly requestBody?: unknown;
  readonly parameters?: unknown;
  responses: Record<string, { readonly description: string; readonly content?: object }>;
}

/** The OpenAPI 3.1 document of the whole API, for the build: no Worker carries it. */
export async function describeApi() {
  const document = await describeEndpoints();
  const paths = document.paths as Record<string, Record<string, Operation>>;
  for (const operations of Object.values(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const general = method === "get" ? TO_ALL : TO_WRITES;
      const body = operation.requestBody === undefined ? [] : TO_BODIES;
      const values: readonly Told[] = operation.parameters === undefined ? [] : ["invalid-input"];
      const codes = [...general, ...body, ...values];
      operation.responses = withRefusals(operation.responses, codes);
    }
  }
  return JSON.parse(JSON.stringify(document), asOfToday) as typeof document;
}

function isRefusal(status: string): boolean {
  return Number(status) >= 400;
}

/** A tuple in the words of JSON Schema 2020-12, which OpenAPI 3.1 speaks: `items` is one schema. */
function asOfToday(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("items" in value)) return value;
  const { items, ...rest } = value;
  if (!Array.isArray(items)) return value;
  const many = { minItems: items.length, maxItems: items.length };
  return { ...rest, prefixItems: items as unknown[], items: false, ...many };
}

/** An endpoint's own answers, with what the edge may say besides. */
function withRefusals(own: Operation["responses"], codes: readonly Told[]) {
  const told = Object.entries(own).flatMap(([status, { description }]) =>
    isRefusal(status) ? (description.split(", ") as Told[]) : [],
  );
  const answers = Object.entries(own).filter(([status]) => !isRefusal(status));
  return { ...Object.fromEntries(answers), ...problemAnswers([...new Set([...told, ...codes])]) };
}

function describeEndpoints() {
  return generateSpecs(api, {
    documentation: {
      openapi: "3.1.0",
      info: {
        title: "Filiera",
        version: "1",
        description:
          "A marketplace its members own. Every write needs an Idempotency-Key: the same key and " +
          "the same request get the same answer. Refusals are problem details (RFC 9457) with a " +
          "stable code.",
      },
      servers: [{ url: "/api/v1" }],
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer" },
          order: { type: "apiKey", in: "header", name: "X-Order-Token" },
          basket: { type: "apiKey", in: "header", name: "X-Basket-Token" },
        },
      },
      security: [{}, { token: [] }, { order: [] }, { basket: [] }],
    },
  });
}
