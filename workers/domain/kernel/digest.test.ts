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

test("a long text after a short one has its own digest, and so has the short one again", () => {
  const sha = (text: string) => createHash("sha256").update(text).digest("hex");
  for (const text of ["è", "a".repeat(8192), "€".repeat(2730), "€".repeat(2731), "è", ""]) {
    expect(digestOfText(text)).toBe(sha(text));
  }
});

test("a text is written as JSON writes it, whatever signs are in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(canonicalText(text)).toBe(JSON.stringify(text));
      expect(canonicalText({ [text]: 1 })).toBe(JSON.stringify({ [text]: 1 }));
    }),
  );
  for (const text of ['"', "\\", "\u007f", "\u0000", "\n", "[]", "\ud800"]) {
    expect(canonicalText(text)).toBe(JSON.stringify(text));
  }
});

test("the order of keys carries no meaning, the order of a list does", () => {
  expect(digestOf({ a: 1, b: [1, 2] })).toBe(digestOf({ b: [1, 2], a: 1 }));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(canonicalText({ b: null, a: ["è", true] })).toBe('{"a":["è",true],"b":null}');
});

test("a fraction has no canonical text", () => {
  expect(() => canonicalText({ a: 1.5 })).toThrow("whole number");
});
