import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { euros } from "./euros.ts";

test("amounts read as Italians write them", () => {
  expect(euros(cents(5))).toBe("0,05 €");
  expect(euros(cents(-1000))).toBe("−10,00 €");
  expect(euros(cents(123_456_789))).toBe("1.234.567,89 €");
});
