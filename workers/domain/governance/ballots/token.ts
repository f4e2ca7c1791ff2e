import { isSignedBy } from "#domain/kernel/rsa-pss.ts";
import type { Box } from "./ballot.ts";

/** What lets somebody cast a blind ballot: the call's key signed their tracker, unseen. */
export interface BlindToken {
  /** 32 random bytes in hexadecimal, of whoever was given it. */
  readonly prefix: string;
  /** 256 bytes in hexadecimal: RSABSSA-SHA384-PSS-Randomized (RFC 9474). */
  readonly signature: string;
}

/** Of 2048 bits, in hexadecimal: a key's modulus, and what it signs. */
export const BLIND_HEX = /^[0-9a-f]{512}$/;
export const PREFIX_HEX = /^[0-9a-f]{64}$/;

/**
 * What a token is about: a tracker, for one call. It is blinded where it is drawn, and the key
 * signs it unseen.
 */
export function tokenText({ proposalId, callNumber }: Box, tracker: string): string {
  return `${proposalId}|${callNumber}|${tracker}`;
}

/** Whether the key of a call signed this tracker: then some member has it, and nothing says who. */
export function isTokenOf(
  tokenKey: string,
  box: Box,
  { tracker, token }: { readonly tracker: string; readonly token: BlindToken },
): boolean {
  const { prefix, signature } = token;
  const isFormed = BLIND_HEX.test(tokenKey) && PREFIX_HEX.test(prefix) && BLIND_HEX.test(signature);
  return isFormed && isSignedBy(tokenKey, { prefix, signature, text: tokenText(box, tracker) });
}

/** Whether a blinded message is a number that a key can sign: between nothing and its modulus. */
export function isBlindedFor(tokenKey: string, blinded: string): boolean {
  return BLIND_HEX.test(blinded) && blinded < tokenKey && /[1-9a-f]/.test(blinded);
}
