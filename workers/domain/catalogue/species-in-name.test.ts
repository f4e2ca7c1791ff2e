import { describe, expect, test } from "vitest";
import { speciesInName, withoutAccents } from "./species-in-name.ts";

describe("a name says what it is, in its producer’s words", () => {
  test.each([
    ["Mele Golden", "apple", null],
    ["MELE rosse", "apple", "red-apple"],
    ["Succo di mela", "juice", null],
    ["Garganéga, bottiglia", "wine", "white-wine"],
    ["Olio al limone", "olive-oil", null],
  ])("%s", (name, species, variety) => {
    expect(speciesInName(name)).toEqual({ species, variety });
  });

  test("what no word is known for is nothing, rather than a guess", () => {
    expect(speciesInName("Zucchero di canna")).toBeNull();
    expect(speciesInName("")).toBeNull();
  });
});

test("accents are left out, signs stay", () => {
  expect(withoutAccents("Caffè d’orzo, 2 x 250 g")).toBe("caffe d’orzo, 2 x 250 g");
});
