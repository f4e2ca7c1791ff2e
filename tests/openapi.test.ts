import { expect, test } from "vitest";
import { describeApi } from "#market/describe.ts";

interface Operation {
  readonly summary?: string;
  readonly responses?: Record<string, { content?: Record<string, { schema?: object }> }>;
  readonly requestBody?: { content?: Record<string, { schema?: object }> };
}

const document = (await describeApi()) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

/** Every schema inside a value, with the way to it. */
function schemasIn(value: unknown, at: string): { at: string; schema: object }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).flatMap(([key, inner]) => {
    const found = key === "schema" && typeof inner === "object" && inner !== null;
    return [
      ...(found ? [{ at: `${at}.${key}`, schema: inner as object }] : []),
      ...schemasIn(inner, `${at}.${key}`),
    ];
  });
  return own;
}

test("the whole API is described in OpenAPI 3.1", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(operations.length).toBeGreaterThan(20);
});

test("every operation says what it does, what it answers and each refusal", () => {
  for (const { name, operation } of operations) {
    expect([name, operation.summary ?? ""]).toEqual([name, expect.stringMatching(/\w{3,}/)]);
    const statuses = Object.keys(operation.responses ?? {});
    expect([name, statuses.some((status) => status.startsWith("2"))]).toEqual([name, true]);
  }
});

test("no schema is empty", () => {
  const empty = operations.flatMap(({ name, operation }) =>
    schemasIn(operation, name).filter(({ schema }) => Object.keys(schema).length === 0),
  );
  expect(empty).toEqual([]);
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    expect([name, Object.keys(schema).length > 0]).toEqual([name, true]);
  }
});

test("every operation tells what the edge may say to it", () => {
  for (const { name, operation } of operations) {
    const statuses = Object.keys(operation.responses ?? {});
    expect([name, statuses]).toEqual([name, expect.arrayContaining(["414", "429", "431", "503"])]);
    if (!name.startsWith("get ")) expect([name, statuses.includes("403")]).toEqual([name, true]);
  }
});

test("a list of fixed places is told as JSON Schema 2020-12 tells it", () => {
  const text = JSON.stringify(document);
  expect(text).not.toContain('"items":[');
  expect(text).toContain('"prefixItems":[');
});
