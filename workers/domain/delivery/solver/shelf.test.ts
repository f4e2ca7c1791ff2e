import { expect, test } from "vitest";
import { plainShelf } from "./shelf.ts";

test("without compiled code arrays come from the engine, empty", () => {
  expect([...plainShelf.int32(2), ...plainShelf.float64(1)]).toEqual([0, 0, 0]);
});
