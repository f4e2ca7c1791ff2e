import { expect, test } from "vitest";
import { type CycleId, id, isId } from "./ids.ts";

test("an identifier has 26 characters of its own alphabet", () => {
  expect(isId("01jd3x5k7m9npqrstvwxyz0123")).toBe(true);
  for (const bad of ["", "01JD3X5K7M9NPQRSTVWXYZ0123", "01jd3x5k7m9npqrstvwxyz012", "1' or 1=1"]) {
    expect(isId(bad)).toBe(false);
    expect(() => id<CycleId>(bad)).toThrow("identifier");
  }
});
