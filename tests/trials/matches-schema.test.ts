import { expect, test } from "vitest";
import { misfits } from "./matches-schema.ts";

const schema = {
  type: "object",
  required: ["id", "sizes"],
  additionalProperties: false,
  properties: {
    id: { type: "string", pattern: "^[a-z]{3}$" },
    sizes: { type: "array", maxItems: 2, items: { type: "integer", minimum: 0, maximum: 9 } },
    note: { anyOf: [{ type: "string", maxLength: 4 }, { type: "null" }] },
    kind: { enum: ["kg", "piece"] },
  },
} as const;

test("an answer that is what its schema says gives no complaint", () => {
  expect(misfits(schema, { id: "abc", sizes: [0, 9], note: null, kind: "kg" })).toEqual([]);
});

test.each([
  ["a missing field", { id: "abc" }, "answer: lacks sizes"],
  ["a field too many", { id: "abc", sizes: [], more: 1 }, "answer.more: is not in the schema"],
  ["a number for a text", { id: 1, sizes: [] }, "answer.id: is no string"],
  ["a text of another form", { id: "ABC", sizes: [] }, 'answer.id: "ABC" is not like ^[a-z]{3}$'],
  ["a list too long", { id: "abc", sizes: [1, 2, 3] }, "answer.sizes: 3 items"],
  ["a number out of bounds", { id: "abc", sizes: [10] }, "answer.sizes[0]: 10 is out of bounds"],
  ["half a number", { id: "abc", sizes: [1.5] }, "answer.sizes[0]: is no integer"],
  ["none of the choices", { id: "abc", sizes: [], note: "too long" }, "answer.note: 8 long"],
  [
    "none of the words",
    { id: "abc", sizes: [], kind: "l" },
    'answer.kind: "l" is none of kg, piece',
  ],
  ["no object at all", null, "answer: is no object"],
])("%s is told", (_, value, complaint) => {
  expect(misfits(schema, value)).toEqual([complaint]);
});

test("a schema that says more than is understood is itself told", () => {
  expect(misfits({ not: {} } as object, 1)).toEqual(["answer: the schema says not"]);
});
