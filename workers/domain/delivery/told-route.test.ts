import { expect, test } from "vitest";
import { degrees } from "./told-route.ts";

test("degrees keep every digit, on all four sides of the earth", () => {
  expect(degrees(45_438_400)).toBe("45.438400");
  expect(degrees(-10_991_600)).toBe("-10.991600");
  expect(degrees(-7)).toBe("-0.000007");
  expect(degrees(0)).toBe("0.000000");
  expect(() => degrees(0.5)).toThrow("whole millionths");
});
