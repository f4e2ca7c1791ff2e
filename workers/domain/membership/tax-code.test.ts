import { expect, test } from "vitest";
import { foldTaxCode, isTaxCode } from "./tax-code.ts";

test("a person's code has its check letter", () => {
  expect(isTaxCode("natural", "RSSMRA80A01H501U")).toBe(true);
  expect(isTaxCode("natural", "RSSMRA80A01H501V")).toBe(false);
  expect(isTaxCode("natural", "RSSMRA80A01H50")).toBe(false);
});

test("two people who would have one code have letters for digits", () => {
  expect(isTaxCode("natural", "RSSMRA80A01H50MM")).toBe(true);
  expect(isTaxCode("natural", "RSSMRA80A01H50ML")).toBe(false);
});

test("a firm's code has its check digit", () => {
  expect(isTaxCode("legal", "00743110157")).toBe(true);
  expect(isTaxCode("legal", "00743110158")).toBe(false);
  expect(isTaxCode("legal", "RSSMRA80A01H501U")).toBe(false);
  expect(isTaxCode("natural", "00743110157")).toBe(false);
});

test("a code is read however it was typed", () => {
  expect(foldTaxCode(" rssmra80a 01h501u")).toBe("RSSMRA80A01H501U");
});
