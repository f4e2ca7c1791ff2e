import { type Digest, digestOfText, keyedDigest } from "#domain/kernel/digest.ts";
import { type Id, id, ID_ALPHABET } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** New identifiers and secrets. */
export interface Ids {
  next<Of extends Id<string>>(): Of;
  /** 160 random bits in base 32, for a basket or a link (ASVS 7.2.3 asks for at least 128). */
  secret(): string;
  /** The same secret again for the same words: for what op_log must never store. */
  readonly derived: (...words: readonly string[]) => string;
  /** 256 bits for the same words again, for a session (32 bytes in base 32). */
  sessionSecret(...words: readonly string[]): string;
  /** Eight digits for the same words again: what somebody types from a letter. */
  derivedCode(...words: readonly string[]): string;
}

export function makeIds(now: Instant, key: string): Ids {
  return {
    next: () => id(timePart(now) + randomPart(16)),
    secret: () => randomPart(32),
    derived: (...words) => base32(keyedDigest(key, JSON.stringify(words))),
    sessionSecret: (...words) =>
      base32(keyedDigest(key, JSON.stringify(["session", ...words])), 64),
    derivedCode: (...words) => digits(keyedDigest(key, JSON.stringify(["code", ...words]))),
  };
}

/** What is stored of a secret: never the secret. */
export function secretDigest(secret: string): Digest {
  return digestOfText(secret);
}

/** A name for one request in answers and logs. */
export function newRequestId(): string {
  return randomPart(20);
}

function timePart(now: Instant): string {
  let rest: number = now;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = (ID_ALPHABET[rest % 32] ?? "") + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(characters: number): string {
  let text = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(characters))) {
    text += ID_ALPHABET.charAt(byte % 32);
  }
  return text;
}

/** @param characters how much of the digest is taken, in its hexadecimal characters. */
function base32(digest: Digest, characters = 40): string {
  let bits = BigInt(`0x${digest.slice(0, characters)}`);
  let text = "";
  for (let i = 0; i < (characters * 4) / 5; i++) {
    text = (ID_ALPHABET[Number(bits & 31n)] ?? "") + text;
    bits >>= 5n;
  }
  return text;
}

/** Of 160 bits: no eight digits are likelier than others by more than one in 10^40. */
function digits(digest: Digest): string {
  return String(BigInt(`0x${digest.slice(0, 40)}`) % 100_000_000n).padStart(8, "0");
}
