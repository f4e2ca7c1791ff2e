import { expect, test } from "vitest";
import { FORBIDDEN, IMPOSSIBLE, NEVER, relative } from "./scale.ts";

test("instants count from the origin, and stay within what 32 bits hold", () => {
  expect(relative(1_780_000_100, 1_780_000_000)).toBe(100);
  expect(relative(4_000_000_000, 0)).toBe(NEVER);
  expect(Math.max(NEVER + FORBIDDEN, IMPOSSIBLE)).toBeLessThan(2 ** 31);
});
