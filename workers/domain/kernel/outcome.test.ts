import { expect, test } from "vitest";
import { accept, refuse } from "./outcome.ts";

test("an answer is a value or a refusal with its code", () => {
  expect(accept(3)).toEqual({ ok: true, value: 3 });
  expect(refuse({ code: "cycle-closed" })).toEqual({
    ok: false,
    refusal: { code: "cycle-closed" },
  });
});
