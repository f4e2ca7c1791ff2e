import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, digestOf, digestOfText, keyedDigest } from "./digest.ts";

test("the digest is SHA-256, as any other program computes it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, secret) => {
      expect(digestOfText(text)).toBe(createHash("sha256").update(text).digest("hex"));
      const mac = createHmac("sha256", secret).update(text).digest("hex");
      expect(keyedDigest(secret, text)).toBe(mac);
    }),
  );
});

test("the order of keys carries no meaning, the order of a list does", () => {
  expect(digestOf({ a: 1, b: [1, 2] })).toBe(digestOf({ b: [1, 2], a: 1 }));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(canonicalText({ b: null, a: ["è", true] })).toBe('{"a":["è",true],"b":null}');
});

test("a fraction has no canonical text", () => {
  expect(() => canonicalText({ a: 1.5 })).toThrow("whole number");
});
