import { expect, test } from "vitest";
import { greatFirst, joined, lettered, says, smallFirst } from "./photo-bytes.ts";

const file = Uint8Array.of(0x52, 0x49, 1, 2);

test("letters are found where they stand, and nowhere past the end", () => {
  expect([says(file, 0, "RI"), says(file, 1, "RI"), says(file, 3, "RI")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("numbers are read from either end, and what is not there is nothing", () => {
  expect([greatFirst(file, 2, 2), smallFirst(file, 2, 2)]).toEqual([0x0102, 0x0201]);
  expect([greatFirst(file, 3, 2), smallFirst(file, 3, 2)]).toEqual([0x0200, 0x02]);
});

test("pieces are joined in their order", () => {
  expect(joined([lettered("RI"), Uint8Array.of(), Uint8Array.of(1, 2)])).toEqual(file);
});
