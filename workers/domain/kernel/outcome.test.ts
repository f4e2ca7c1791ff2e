import { expect, test } from "vitest";
import { BrokenInvariant, invariant, unreachable } from "./invariant.ts";
import { accept, refuse } from "./outcome.ts";

test("an answer is a value or a refusal with its code", () => {
  expect(accept(3)).toEqual({ ok: true, value: 3 });
  expect(refuse({ code: "cycle-closed" })).toEqual({
    ok: false,
    refusal: { code: "cycle-closed" },
  });
});

test("what cannot happen is an accident, and says what was expected", () => {
  expect(() => invariant(false, "an entry balances")).toThrow(BrokenInvariant);
  expect(() => invariant(true, "an entry balances")).not.toThrow();
  expect(() => unreachable("a new case" as never)).toThrow("a new case");
});
