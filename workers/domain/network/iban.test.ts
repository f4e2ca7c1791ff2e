import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ibanInFours, readIban } from "./iban.ts";

const known = "IT60X0542811101000000123456";

describe("the number of an account", () => {
  test("is read as people write it, and kept without spaces", () => {
    expect(readIban("it60 x054 2811 1010 0000 0123 456")).toBe(known);
    expect(readIban("DE89 3704 0044 0532 0130 00")).toBe("DE89370400440532013000");
  });

  test.each(["", "IT60X054281110100000012345", "IT61X0542811101000000123456", "<b>", "IT60"])(
    "is not taken for one: %s",
    (wrong) => expect(readIban(wrong)).toBeNull(),
  );

  test("with one figure that is wrong is found out", () => {
    const place = fc.integer({ min: 5, max: known.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (at, by) => {
        const figure = (Number(known[at]) + by) % 10;
        expect(readIban(known.slice(0, at) + figure + known.slice(at + 1))).toBeNull();
      }),
    );
  });

  test("is written in fours", () => {
    expect(ibanInFours(known)).toBe("IT60 X054 2811 1010 0000 0123 456");
  });
});
