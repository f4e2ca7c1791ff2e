import { expect, test } from "vitest";
import { keyedDigest } from "#domain/kernel/digest.ts";
import { instant, MINUTE } from "#domain/kernel/instant.ts";
import { challengeText, expiryOf, newChallenge, openChallenge, type Purpose } from "./challenge.ts";

const at = instant(Date.UTC(2026, 5, 2, 8));
const nonce = "0123456789abcdefghjkmnpqrstvwxyz";
const sealWith =
  (key: string) =>
  (...words: readonly string[]) =>
    keyedDigest(key, JSON.stringify(words)).slice(0, 32);
const seal = sealWith("a secret of at least thirty-two characters");
const closing: Purpose = ["act", "anna", "the hash of a request"];
const text = challengeText(newChallenge(seal, nonce, at, closing));
const later = (ms: number) => instant(at + ms);

test("a challenge is good for five minutes", () => {
  expect(openChallenge(seal, text, later(5 * MINUTE - 1), closing)).toMatchObject({ nonce, at });
  expect(openChallenge(seal, text, later(5 * MINUTE), closing)).toBeNull();
  expect(openChallenge(seal, text, instant(at - 1), closing)).toBeNull();
  expect(expiryOf(newChallenge(seal, nonce, at, closing))).toBe(later(5 * MINUTE));
});

test("a challenge is good for one purpose", () => {
  const others: readonly Purpose[] = [
    ["act", "bruno", "the hash of a request"],
    ["act", "anna", "the hash of another request"],
    ["sign-in"],
    ["enrolment", "anna", "the hash of a request"],
  ];
  for (const other of others) expect(openChallenge(seal, text, at, other)).toBeNull();
});

test("nobody else makes or changes a challenge", () => {
  expect(openChallenge(sealWith("another secret"), text, at, closing)).toBeNull();
  const moved = text.replace(String(at), String(later(MINUTE)));
  expect(openChallenge(seal, moved, later(MINUTE), closing)).toBeNull();
  for (const broken of ["", "..", text.slice(1), `${text}0`, text.replace(".", "")]) {
    expect(openChallenge(seal, broken, at, closing)).toBeNull();
  }
});
