import { expect, test } from "vitest";
import { firstFault } from "./fault.ts";

test("the first entry that is not as it should be is named, counted from one", () => {
  const odd = (entry: number) => (entry % 2 === 1 ? "is odd" : null);
  expect(firstFault([2, 4, 7, 9], "number", odd)).toEqual({ entry: "number 3", fault: "is odd" });
  expect(firstFault([2, 4], "number", odd)).toBeNull();
});
