import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { NeighbourFailed } from "./neighbour.ts";

/** A key that signs the tokens of one vote: its public half, and the other one locked away. */
export interface MadeBlindKey {
  /** Of 2048 bits, in lower-case hexadecimal; the exponent is 65537. */
  readonly modulus: string;
  readonly lockedKey: string;
}

/** A token as it is shown: what the key signed unseen, and the signature. All in hexadecimal. */
export interface ShownToken {
  /** 32 random bytes that stand before the message. */
  readonly prefix: string;
  readonly message: string;
  readonly signature: string;
}

/** RSA blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Randomized). */
export interface BlindKeys {
  /** @param vote which vote the key is for: it opens for no other one. */
  make(vote: string): Promise<MadeBlindKey>;
  /**
   * Signs what it cannot read. Null where the blinded message is none of this key's.
   * @throws NeighbourFailed where the key cannot be opened: the network's secret is another one.
   */
  sign(vote: string, key: MadeBlindKey, blinded: string): Promise<string | null>;
  /** Whether the key of this modulus signed it. */
  isSigned(modulus: string, token: ShownToken): Promise<boolean>;
}

export const BLIND_BYTES = 256;
const EXPONENT = Uint8Array.of(1, 0, 1);
const HASH = "SHA-384";
const KEY = { name: "RSA-PSS", hash: HASH } as const;

/** @param secret the network's; from it the lock of every key is derived. */
export function openBlindKeys(secret: string): BlindKeys {
  return {
    make: async (vote) => {
      const pair = await suite().generateKey({ publicExponent: EXPONENT, modulusLength: 2048 });
      const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
      const lockedKey = await lock(secret, vote, JSON.stringify(jwk));
      return { modulus: hexOf(fromBase64Url(jwk.n ?? "")), lockedKey };
    },
    sign: async (vote, key, blinded) => {
      if (!isBelow(blinded, key.modulus)) return null;
      const jwk = JSON.parse(await unlock(secret, vote, key.lockedKey)) as JsonWebKey;
      const opened = await crypto.subtle.importKey("jwk", jwk, KEY, true, ["sign"]);
      return hexOf(await suite().blindSign(opened, bytesOf(blinded)));
    },
    isSigned: async (modulus, { prefix, message, signature }) => {
      if (!isBelow(signature, modulus)) return false;
      const key = await importPublic(modulus);
      const signed = joined(bytesOf(prefix), new TextEncoder().encode(message));
      return suite().verify(key, bytesOf(signature), signed);
    },
  };
}

/** The public half as browsers and their library take it. */
export async function importPublic(modulus: string): Promise<CryptoKey> {
  const jwk = { kty: "RSA", n: toBase64Url(bytesOf(modulus)), e: toBase64Url(EXPONENT) };
  return crypto.subtle.importKey("jwk", jwk, KEY, true, ["verify"]);
}

/** Workers raise to a private power by themselves; elsewhere the library does, in 0.3 seconds. */
function suite() {
  const supportsRSARAW = navigator.userAgent === "Cloudflare-Workers";
  return RSABSSA.SHA384.PSS.Randomized({ supportsRSARAW });
}

async function lock(secret: string, vote: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await lockOf(secret);
  const box = await crypto.subtle.encrypt(sealedFor(vote, iv), key, new TextEncoder().encode(text));
  return hexOf(joined(iv, new Uint8Array(box)));
}

async function unlock(secret: string, vote: string, locked: string): Promise<string> {
  const bytes = bytesOf(locked);
  const key = await lockOf(secret);
  try {
    const sealed = sealedFor(vote, bytes.slice(0, 12));
    return new TextDecoder().decode(await crypto.subtle.decrypt(sealed, key, bytes.slice(12)));
  } catch {
    throw new NeighbourFailed("the key of this vote does not open with the network's secret");
  }
}

function sealedFor(vote: string, iv: Uint8Array<ArrayBuffer>) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(vote) };
}

/** HKDF (RFC 5869): the network's secret opens many things, none of them with the same key. */
async function lockOf(secret: string): Promise<CryptoKey> {
  const encode = new TextEncoder();
  const base = await crypto.subtle.importKey("raw", encode.encode(secret), "HKDF", false, [
    "deriveKey",
  ]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array() };
  return crypto.subtle.deriveKey(
    { ...derivation, info: encode.encode("keys of blind votes") },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Of texts of equal length, so that their order is that of the numbers. */
function isBelow(hex: string, modulus: string): boolean {
  return hex.length === modulus.length && hex < modulus;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
