import { RSABSSA } from "@cloudflare/blindrsa-ts";
import type { Box } from "#domain/governance/ballots/ballot.ts";
import { type BlindToken, tokenText } from "#domain/governance/ballots/token.ts";

const suite = RSABSSA.SHA384.PSS.Randomized();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

/** What a browser draws and blinds, and how it takes the blinding away. */
export interface Blinded {
  readonly tracker: string;
  readonly blinded: string;
  readonly finish: (blindSignature: string) => Promise<BlindToken>;
}

/** Blinds a tracker for a call, as a member's browser does. */
export async function blind(tokenKey: string, box: Box, tracker: string): Promise<Blinded> {
  const jwk = { kty: "RSA", n: Buffer.from(tokenKey, "hex").toString("base64url"), e: "AQAB" };
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  const key = await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"]);
  const prepared = suite.prepare(new TextEncoder().encode(tokenText(box, tracker)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return {
    tracker,
    blinded: hex(blindedMsg),
    finish: async (signed) => ({
      prefix: hex(prepared.subarray(0, 32)),
      signature: hex(await suite.finalize(key, prepared, bytes(signed), inv)),
    }),
  };
}
