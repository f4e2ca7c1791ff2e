import { expect, test } from "vitest";
import { apples, eggs, wine } from "#tests/carried-lines.ts";
import { goodsOf, temperatureOf } from "./goods.ts";

test("five kilos of apples weigh five kilos and take ten litres", () => {
  expect(goodsOf(apples)).toMatchObject({ grams: 5000, millilitres: 10_000 });
});

test("two bottles of wine take half as much room again as the wine in them", () => {
  expect(goodsOf(wine)).toMatchObject({ grams: 1500, millilitres: 2250, temperature: "ambient" });
});

test("of a piece that nobody weighed half a kilo is taken; by weight, what was ordered", () => {
  expect(goodsOf({ ...eggs, shelves: ["uova"] })).toMatchObject({ grams: 1000 });
  expect(goodsOf({ ...apples, loadGrams: 0 })).toMatchObject({ grams: 5000 });
});

test("cheese, meat and what stands on their shelves travel cold, bread does not", () => {
  expect(temperatureOf(["formaggi"])).toBe("cold");
  expect(temperatureOf(["salumi", "carne-e-salumi"])).toBe("cold");
  expect(temperatureOf(["forno", "forno-e-cereali"])).toBe("ambient");
});

test("eggs do not travel cold where their own shelf says what they are", () => {
  expect(temperatureOf(["uova", "formaggi-e-uova"])).toBe("ambient");
});
