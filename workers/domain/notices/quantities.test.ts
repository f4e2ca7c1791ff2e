import { expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { amountOf } from "./quantities.ts";

test("quantities read as Italians write them, without zeros that say nothing", () => {
  expect(amountOf(milli(12_000), "pezzi")).toBe("12 pezzi");
  expect(amountOf(milli(1500), "kg")).toBe("1,5 kg");
  expect(amountOf(milli(50), "kg")).toBe("0,05 kg");
});
