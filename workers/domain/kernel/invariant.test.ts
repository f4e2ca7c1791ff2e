import { expect, test } from "vitest";
import { BrokenInvariant, invariant, unreachable } from "./invariant.ts";

test("what cannot happen is an accident, and says what was expected", () => {
  expect(() => invariant(false, "an entry balances")).toThrow(BrokenInvariant);
  expect(() => invariant(true, "an entry balances")).not.toThrow();
});

test("a branch that the types exclude names the value that reached it", () => {
  expect(() => unreachable("a new case" as never)).toThrow("a new case");
});
