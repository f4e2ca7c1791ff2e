import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { isBlindedFor, isTokenOf, tokenText } from "#domain/governance/ballots/token.ts";
import { blind } from "#tests/blind-tokens.ts";
import { RFC_9474 } from "#tests/rfc9474.ts";
import { type MadeBlindKey, openBlindKeys } from "./blind-keys.ts";

const SECRET = "a secret of at least thirty-two characters";
const keys = openBlindKeys(SECRET);
const box = { proposalId: "01HBOARD", callNumber: 1 };
const tracker = "0".repeat(26);

let key: MadeBlindKey;
beforeAll(async () => {
  key = await keys.make();
});
afterEach(() => vi.restoreAllMocks());

describe("a key of a blind vote", () => {
  test("signs a token that it never saw, for one tracker and one vote", async () => {
    const { blinded, finish } = await blind(key.modulus, box, tracker);
    expect(isBlindedFor(key.modulus, blinded)).toBe(true);
    const signed = await keys.signBlinded(key, blinded);
    const token = await finish(signed);
    expect(isTokenOf(key.modulus, box, { tracker, token })).toBe(true);
    expect([blinded, signed].filter((text) => text.includes(token.signature.slice(0, 9)))).toEqual(
      [],
    );
    const other = { ...box, callNumber: 2 };
    expect(isTokenOf(key.modulus, other, { tracker, token })).toBe(false);
    const { modulus } = await keys.make();
    expect(isTokenOf(modulus, box, { tracker, token })).toBe(false);
  });

  test("signs one blinded message the same way always: a lost answer is no lost vote", async () => {
    const blinded = `00${"17".repeat(255)}`;
    const signed = await keys.signBlinded(key, blinded);
    expect(await keys.signBlinded(key, blinded)).toBe(signed);
  });

  test("signs papers too, whose trackers it is told", async () => {
    const prefix = "ab".repeat(32);
    const signature = await keys.signText(key, prefix, tokenText(box, tracker));
    expect(isTokenOf(key.modulus, box, { tracker, token: { prefix, signature } })).toBe(true);
  });

  test("opens with the network's secret only, and beside its own public half", async () => {
    const blinded = `00${"17".repeat(255)}`;
    const elsewhere = openBlindKeys("another secret of thirty-two characters");
    await expect(elsewhere.signBlinded(key, blinded)).rejects.toThrow("does not open");
    const { modulus } = await keys.make();
    await expect(keys.signBlinded({ ...key, modulus }, blinded)).rejects.toThrow("does not open");
    expect(key.lockedKey).not.toContain(key.modulus.slice(0, 20));
  });
});

test("the library blinds, signs and finishes as RFC 9474 writes it down", async () => {
  const { modulus, privateExponent, prefix, message, salt, inverse } = RFC_9474;
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
  const numbers = { n: modulus, e: "010001", d: privateExponent, ...factorsOf() };
  const jwk = Object.fromEntries(
    Object.entries(numbers).map(([name, hex]) => [
      name,
      Buffer.from(hex, "hex").toString("base64url"),
    ]),
  );
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  const imported = (own: JsonWebKey, use: "sign" | "verify") =>
    crypto.subtle.importKey("jwk", { ...own, kty: "RSA" }, algorithm, true, [use]);
  const privateKey = await imported(jwk, "sign");
  const publicKey = await imported({ n: jwk["n"] ?? "", e: "AQAB" }, "verify");
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const drawn = [prefix, salt, inverseOf(inverse, modulus)].map(bytes);
  vi.spyOn(crypto, "getRandomValues").mockImplementation((into) => {
    (into as Uint8Array).set(drawn.shift() ?? new Uint8Array());
    return into;
  });
  const prepared = suite.prepare(bytes(message));
  const { blindedMsg, inv } = await suite.blind(publicKey, prepared);
  const signed = await suite.blindSign(privateKey, blindedMsg);
  const signature = await suite.finalize(publicKey, prepared, signed, inv);
  const hex = [blindedMsg, inv, signed, signature].map((one) => Buffer.from(one).toString("hex"));
  expect(hex).toEqual([RFC_9474.blinded, inverse, RFC_9474.blindSignature, RFC_9474.signature]);
}, 20_000);

const number = (hex: string): bigint => BigInt(`0x${hex}`);
const inHex = (value: bigint): string => {
  const text = value.toString(16);
  return text.length % 2 === 0 ? text : `0${text}`;
};

/** WebCrypto wants a private key with its factors, and what follows from them. */
function factorsOf() {
  const [n, d, p] = [RFC_9474.modulus, RFC_9474.privateExponent, RFC_9474.factor].map(number);
  if (n === undefined || d === undefined || p === undefined) throw new Error("a whole vector");
  const q = n / p;
  const parts = { p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverted(q, p) };
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, inHex(value)]));
}

function inverseOf(hex: string, modulus: string): string {
  return inHex(inverted(number(hex), number(modulus))).padStart(modulus.length, "0");
}

/** By Euclid's algorithm, extended. */
function inverted(value: bigint, modulus: bigint): bigint {
  let [low, high, one, other] = [value % modulus, modulus, 1n, 0n];
  while (low > 1n) {
    const times = high / low;
    [low, high, one, other] = [high - times * low, low, other - times * one, one];
  }
  return ((one % modulus) + modulus) % modulus;
}
