import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { NeighbourFailed } from "./neighbour.ts";

/** A key that signs the tokens of one vote: its public half, and the other one locked away. */
export interface MadeBlindKey {
  /** Of 2048 bits, in lower-case hexadecimal; the exponent is 65537. */
  readonly modulus: string;
  readonly lockedKey: string;
}

/**
 * RSA blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Randomized). Who holds the network's secret
 * holds these keys; checking what they signed takes none (`domain/kernel/rsa-pss.ts`).
 */
export interface BlindKeys {
  make(): Promise<MadeBlindKey>;
  /**
   * Signs what it cannot read: the same again for the same blinded message.
   * @param blinded a number below the key's modulus, in 512 hexadecimal digits
   * @throws NeighbourFailed where the key cannot be opened: the network's secret is another one
   */
  signBlinded(key: MadeBlindKey, blinded: string): Promise<string>;
  /** Signs a text that it may read: for papers, whose tokens nobody was given. */
  signText(key: MadeBlindKey, prefix: string, text: string): Promise<string>;
}

const EXPONENT = Uint8Array.of(1, 0, 1);
const HASH = "SHA-384";
const SALT_BYTES = 48;
const KEY = { name: "RSA-PSS", hash: HASH } as const;

/** @param secret the network's; from it the lock of every key is derived. */
export function openBlindKeys(secret: string): BlindKeys {
  return {
    make: async () => {
      const pair = await suite().generateKey({ publicExponent: EXPONENT, modulusLength: 2048 });
      const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
      const modulus = hexOf(fromBase64Url(jwk.n ?? ""));
      return { modulus, lockedKey: await lock(secret, modulus, JSON.stringify(jwk)) };
    },
    signBlinded: async (key, blinded) => {
      const opened = await open(secret, key);
      return hexOf(await suite().blindSign(opened, bytesOf(blinded)));
    },
    signText: async (key, prefix, text) => {
      const opened = await open(secret, key);
      const message = joined(bytesOf(prefix), new TextEncoder().encode(text));
      const algorithm = { name: "RSA-PSS", saltLength: SALT_BYTES };
      return hexOf(new Uint8Array(await crypto.subtle.sign(algorithm, opened, message)));
    },
  };
}

/** Workers raise to a private power by themselves; elsewhere the library does, in 0.3 seconds. */
function suite() {
  const supportsRSARAW = navigator.userAgent === "Cloudflare-Workers";
  return RSABSSA.SHA384.PSS.Randomized({ supportsRSARAW });
}

async function open(secret: string, { modulus, lockedKey }: MadeBlindKey): Promise<CryptoKey> {
  const jwk = JSON.parse(await unlock(secret, modulus, lockedKey)) as JsonWebKey;
  return crypto.subtle.importKey("jwk", jwk, KEY, true, ["sign"]);
}

async function lock(secret: string, modulus: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await lockOf(secret);
  const sealed = sealedFor(modulus, iv);
  const box = await crypto.subtle.encrypt(sealed, key, new TextEncoder().encode(text));
  return hexOf(joined(iv, new Uint8Array(box)));
}

async function unlock(secret: string, modulus: string, locked: string): Promise<string> {
  const bytes = bytesOf(locked);
  const key = await lockOf(secret);
  try {
    const sealed = sealedFor(modulus, bytes.slice(0, 12));
    return new TextDecoder().decode(await crypto.subtle.decrypt(sealed, key, bytes.slice(12)));
  } catch {
    throw new NeighbourFailed("the key of this vote does not open with the network's secret");
  }
}

/** A lock belongs to its public half: put beside another one, it does not open. */
function sealedFor(modulus: string, iv: Uint8Array<ArrayBuffer>) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(modulus) };
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

function fromBase64Url(text: string): Uint8Array {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
