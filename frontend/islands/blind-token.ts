import { RSABSSA } from "@cloudflare/blindrsa-ts";
import type { Box } from "#domain/governance/ballots/ballot.ts";
import { type BlindToken, tokenText } from "#domain/governance/ballots/token.ts";
import { drawTracker } from "./draw-tracker.ts";

/** A tracker that was blinded: what goes out of it is `blinded`, and nothing else. */
export interface BlindedTracker {
  readonly tracker: string;
  readonly prefix: string;
  /** What takes the blinding off the signature. */
  readonly inverse: string;
  readonly blinded: string;
}

const suite = RSABSSA.SHA384.PSS.Randomized();
const PREFIX_BYTES = 32;

/** Draws a tracker and blinds it for the key of a vote (RFC 9474 §4.1, §4.2). */
export async function blindTracker(tokenKey: string, box: Box): Promise<BlindedTracker> {
  const tracker = drawTracker();
  const prepared = suite.prepare(new TextEncoder().encode(tokenText(box, tracker)));
  const { blindedMsg, inv } = await suite.blind(await importKey(tokenKey), prepared);
  const prefix = hexOf(prepared.subarray(0, PREFIX_BYTES));
  return { tracker, prefix, inverse: hexOf(inv), blinded: hexOf(blindedMsg) };
}

/**
 * Takes the blinding off a signature (RFC 9474 §4.4), and checks what comes out.
 * @throws where the key of the vote did not sign it
 */
export async function finishToken(
  tokenKey: string,
  box: Box,
  { tracker, prefix, inverse }: BlindedTracker,
  signature: string,
): Promise<BlindToken> {
  const text = new TextEncoder().encode(tokenText(box, tracker));
  const prepared = new Uint8Array([...bytesOf(prefix), ...text]);
  const key = await importKey(tokenKey);
  const whole = await suite.finalize(key, prepared, bytesOf(signature), bytesOf(inverse));
  return { prefix, signature: hexOf(whole) };
}

function importKey(tokenKey: string): Promise<CryptoKey> {
  const bytes = String.fromCharCode(...bytesOf(tokenKey));
  const n = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("jwk", { kty: "RSA", n, e: "AQAB" }, algorithm, true, ["verify"]);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
