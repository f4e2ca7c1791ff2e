import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Brand } from "./brand.ts";
import { invariant } from "./invariant.ts";

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal, 64 characters. */
export type Digest = Brand<string, "Digest">;

/** What has one canonical text: JSON without `undefined`, fractions or functions. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/** A hundred thousand ballots are hashed one by one: room and states are made once, and kept. */
const room = new Uint8Array(8192);
const [begun, working] = [sha256.create(), sha256.create()];
const [encoder, hashed] = [new TextEncoder(), new Uint8Array(sha256.outputLen)];
/** What one character of a text takes in UTF-8, at most. */
const WIDEST = 3;

export function digestOfText(text: string): Digest {
  // oxlint-disable-next-line no-underscore-dangle -- their `clone` makes a new state each time
  begun._cloneInto(working).update(bytesOf(text)).digestInto(hashed);
  return bytesToHex(hashed) as Digest;
}

function bytesOf(text: string): Uint8Array {
  if (text.length * WIDEST > room.length) return encoder.encode(text);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

export function digestOfBytes(bytes: Uint8Array): Digest {
  return bytesToHex(sha256(bytes)) as Digest;
}

/** The digest of a value's canonical text, so that key order carries no meaning. */
export function digestOf(value: Canonical): Digest {
  return digestOfText(canonicalText(value));
}

/** HMAC-SHA-256 (RFC 2104): a secret that can be derived again, never stored. */
export function keyedDigest(secret: string, message: string): Digest {
  return bytesToHex(keyed(secret).clone().update(utf8ToBytes(message)).digest()) as Digest;
}

// A network has one secret: half of each digest is the secret's own part, worked out once.
const lastKey = { secret: "", begun: hmac.create(sha256, utf8ToBytes("")) };

function keyed(secret: string) {
  if (secret !== lastKey.secret) {
    lastKey.begun = hmac.create(sha256, utf8ToBytes(secret));
    lastKey.secret = secret;
  }
  return lastKey.begun;
}

/**
 * JSON with sorted keys and no spaces, as in RFC 8785 for the values we use
 * (whole numbers only, so that no number has two texts).
 */
export function canonicalText(value: Canonical): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    invariant(Number.isSafeInteger(value), `${value} is a whole number`);
    return String(value);
  }
  if (value === null || typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(canonicalText).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).toSorted()) {
    const comma = text === "" ? "" : ",";
    text += `${comma}${quoted(key)}:${canonicalText(field(value, key))}`;
  }
  return `{${text}}`;
}

/** Nearly every text: letters and signs that JSON writes as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value);
}

function field(value: { readonly [key: string]: Canonical }, key: string): Canonical {
  const found = value[key];
  invariant(found !== undefined, `field ${key} has a value`);
  return found;
}
