import { describe, expect, test } from "vitest";
import { keyOfExports, signedToken } from "#tests/signed-tokens.ts";
import { isBlindedFor, isTokenOf } from "./token.ts";

const box = { proposalId: "01HBOARD", callNumber: 1 };
const tracker = "0".repeat(26);
const { modulus } = keyOfExports();
const token = signedToken(box, tracker);

describe("a token", () => {
  test("is good for its tracker and its call, and for nothing else", () => {
    expect(isTokenOf(modulus, box, { tracker, token })).toBe(true);
    expect(isTokenOf(modulus, box, { tracker: "1".repeat(26), token })).toBe(false);
    expect(isTokenOf(modulus, { ...box, callNumber: 2 }, { tracker, token })).toBe(false);
    expect(isTokenOf(modulus, { ...box, proposalId: "01HOTHER" }, { tracker, token })).toBe(false);
    // No text stands for two votes: neither a number nor a tracker has a bar in it.
    const moved = { proposalId: "01HBOARD|1", callNumber: 1 };
    expect(isTokenOf(modulus, moved, { tracker, token })).toBe(false);
  });

  test("that is malformed is none, and breaks nothing", () => {
    const { prefix, signature } = token;
    const bent = [
      { prefix: "zz", signature },
      { prefix: prefix.slice(2), signature },
      { prefix, signature: "" },
      { prefix, signature: signature.toUpperCase() },
      { prefix, signature: `${signature}00` },
    ];
    for (const one of bent) expect(isTokenOf(modulus, box, { tracker, token: one })).toBe(false);
    expect(isTokenOf("zz", box, { tracker, token })).toBe(false);
  });
});

test("what is signed unseen is a number between nothing and the key", () => {
  const below = (BigInt(`0x${modulus}`) - 1n).toString(16);
  const least = `${"0".repeat(511)}1`;
  expect([below, least].map((blinded) => isBlindedFor(modulus, blinded))).toEqual([true, true]);
  const bent = [modulus, "0".repeat(512), "f".repeat(512), "17", "zz".repeat(256), ""];
  expect(bent.filter((blinded) => isBlindedFor(modulus, blinded))).toEqual([]);
});
