import { expect, test } from "vitest";
import { Field } from "./read-fields.ts";

test("a number is whole, from 0 to its bound", () => {
  const read = (value: unknown) => () => new Field(value, "x").integer({ most: 9 });
  expect(read(0)()).toBe(0);
  expect(read(9)()).toBe(9);
  for (const value of [-1, 10, 1.5, "1", Number.NaN, null]) {
    expect(read(value)).toThrow("x: expected");
  }
});

test("what is absent has its default, or is missed", () => {
  expect(new Field(undefined, "x").integer({ otherwise: 7 })).toBe(7);
  expect(() => new Field(undefined, "x").integer()).toThrow("x: expected a whole number");
  expect(new Field(undefined, "x").integersByName(9)).toEqual({});
  expect(new Field({ van: 2 }, "x").integersByName(9)).toEqual({ van: 2 });
});
