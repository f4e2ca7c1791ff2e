import { expect, test } from "vitest";
import { keyOf } from "./problem.ts";

test("a stop is called by its kind and number", () => {
  expect(keyOf({ type: "pickup", id: 7 })).toBe("pickup:7");
});
