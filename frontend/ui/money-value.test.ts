import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { moneyFromForm, moneyToForm } from "./money-value.ts";

test("a sum is read as people write it, and written as it is read", () => {
  expect(["3,10", "3.10", " 3,1 ", "3,10 €", "310", "0,05"].map(moneyFromForm)).toEqual([
    310, 310, 310, 310, 31_000, 5,
  ]);
  expect(["", "-1", "3,105", "tre", "1.000,00"].map(moneyFromForm)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  expect([310, 5, 123_456].map((amount) => moneyToForm(cents(amount)))).toEqual([
    "3,10",
    "0,05",
    "1234,56",
  ]);
});
