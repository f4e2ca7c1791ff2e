import { expect, test } from "vitest";
import { practicesNamed } from "./practices.ts";

test("people name practices in their own words", () => {
  expect(practicesNamed(["uova", "bio"])).toEqual(["bio-eu"]);
  expect(practicesNamed(["biologiche"])).toEqual(["bio-eu"]);
  expect(practicesNamed(["cooperative", "sociali"])).toEqual(["coop-sociale"]);
  expect(practicesNamed(["dop", "igp"])).toEqual(["dop", "igp"]);
  expect(practicesNamed(["biscotti"])).toEqual([]);
});
