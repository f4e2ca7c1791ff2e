import { sha384 } from "@noble/hashes/sha2.js";
import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** What somebody signed, and the signature; prefix and signature in lower-case hexadecimal. */
export interface SignedText {
  /** Bytes that stand before the text, so that nobody guesses what was signed. */
  readonly prefix: string;
  readonly text: string;
  readonly signature: string;
}

const HASH_BYTES = 48;
const SALT_BYTES = 48;

/**
 * Whether the RSA key of this modulus, with the exponent 65537, signed a text: RSASSA-PSS-VERIFY of
 * RFC 8017 §8.1.2 with SHA-384, MGF1 over it and a salt of 48 bytes, which RFC 9474 uses. Checking
 * takes public numbers only; whatever signs is no business of this file.
 * @param modulus in lower-case hexadecimal, its first bit set, of whole bytes
 */
export function isSignedBy(modulus: string, { prefix, text, signature }: SignedText): boolean {
  // Of texts of equal length, so that their order is that of the numbers.
  if (signature.length !== modulus.length || signature >= modulus) return false;
  const encoded = toThe65537th(BigInt(`0x${signature}`), BigInt(`0x${modulus}`));
  const message = concatBytes(hexToBytes(prefix), utf8ToBytes(text));
  return isEncodingOf(message, hexToBytes(encoded.toString(16).padStart(modulus.length, "0")));
}

function toThe65537th(base: bigint, modulus: bigint): bigint {
  let power = base;
  for (let doubling = 0; doubling < 16; doubling++) power = (power * power) % modulus;
  return (power * base) % modulus;
}

/** EMSA-PSS-VERIFY (RFC 8017 §9.1.2), the first bit being the one that is left out. */
function isEncodingOf(message: Uint8Array, encoded: Uint8Array): boolean {
  const hashFrom = encoded.length - HASH_BYTES - 1;
  const saltFrom = hashFrom - SALT_BYTES;
  if (saltFrom < 1 || encoded.at(-1) !== 0xbc || (encoded[0] ?? 0) >= 0x80) return false;
  const hash = encoded.subarray(hashFrom, -1);
  const mask = maskOf(hash, hashFrom);
  const block = encoded.subarray(0, hashFrom).map((byte, at) => byte ^ (mask[at] ?? 0));
  block[0] = (block[0] ?? 0) & 0x7f;
  const isPadded = block.subarray(0, saltFrom).every((byte, at) => {
    return byte === (at === saltFrom - 1 ? 1 : 0);
  });
  const salted = concatBytes(new Uint8Array(8), sha384(message), block.subarray(saltFrom));
  return isPadded && sha384(salted).every((byte, at) => byte === hash[at]);
}

/** MGF1 (RFC 8017 §B.2.1). */
function maskOf(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, number) => {
    return sha384(concatBytes(seed, Uint8Array.of(0, 0, number >> 8, number & 0xff)));
  });
  return concatBytes(...blocks).subarray(0, length);
}
