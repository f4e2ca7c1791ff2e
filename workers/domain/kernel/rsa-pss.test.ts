import { describe, expect, test } from "vitest";
import { RFC_9474 } from "#tests/rfc9474.ts";
import { isSignedBy } from "./rsa-pss.ts";

const { modulus, prefix, message, signature } = RFC_9474;
/** The vector's message is 48 bytes of no text: all of it stands before an empty one. */
const vector = { prefix: prefix + message, text: "", signature };

const flipped = (hex: string, at: number) =>
  hex.slice(0, at) + (Number.parseInt(hex.charAt(at), 16) ^ 1).toString(16) + hex.slice(at + 1);

/** Keys of WebCrypto, which signs by itself what is checked here. */
async function signedText(text: string, saltLength = 48) {
  const parameters = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const algorithm = { name: "RSA-PSS", hash: "SHA-384", ...parameters };
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const { n = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const bytes = Buffer.concat([Buffer.from("ab".repeat(32), "hex"), Buffer.from(text)]);
  const signed = await crypto.subtle.sign({ name: "RSA-PSS", saltLength }, pair.privateKey, bytes);
  return {
    key: Buffer.from(n, "base64url").toString("hex"),
    signed: { prefix: "ab".repeat(32), text, signature: Buffer.from(signed).toString("hex") },
  };
}

describe("a signature", () => {
  test("of RFC 9474 holds, and no bit of it, of the message or the key may change", () => {
    expect(isSignedBy(modulus, vector)).toBe(true);
    for (const at of [3, 400, 1023]) {
      expect(isSignedBy(modulus, { ...vector, signature: flipped(signature, at) })).toBe(false);
    }
    expect(isSignedBy(modulus, { ...vector, prefix: flipped(vector.prefix, 0) })).toBe(false);
    expect(isSignedBy(modulus, { ...vector, text: "a" })).toBe(false);
    expect(isSignedBy(flipped(modulus, 9), vector)).toBe(false);
  });

  test("that the platform made holds, with a salt of 48 bytes and no other", async () => {
    const { key, signed } = await signedText("01HBOARD|1|città");
    expect(isSignedBy(key, signed)).toBe(true);
    expect(isSignedBy(key, { ...signed, text: "01HBOARD|1|citta" })).toBe(false);
    const unsalted = await signedText("01HBOARD|1|città", 0);
    expect(isSignedBy(unsalted.key, unsalted.signed)).toBe(false);
  });

  test("is a number below its key, of as many digits", () => {
    const over = { ...vector, signature: modulus };
    const padded = { ...vector, signature: `00${signature}` };
    const none = { ...vector, signature: "" };
    for (const one of [over, padded, none, { ...vector, signature: "0".repeat(1024) }]) {
      expect(isSignedBy(modulus, one)).toBe(false);
    }
    expect(isSignedBy("c5", { ...vector, signature: "17" })).toBe(false);
  });
});
