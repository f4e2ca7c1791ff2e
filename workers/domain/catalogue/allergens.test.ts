import { expect, test } from "vitest";
import { ALLERGENS, listedAllergens } from "./allergens.ts";

test("the law knows fourteen allergens", () => {
  expect(new Set(ALLERGENS).size).toBe(14);
});

test("allergens are listed once, in the order of the regulation", () => {
  expect(listedAllergens(["nuts", "gluten", "milk", "nuts"])).toEqual(["gluten", "milk", "nuts"]);
  expect(listedAllergens([])).toEqual([]);
});
