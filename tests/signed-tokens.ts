import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Box } from "#domain/governance/ballots/ballot.ts";
import { type BlindToken, tokenText } from "#domain/governance/ballots/token.ts";
import { digestOfText } from "#domain/kernel/digest.ts";

let made: { readonly privateKey: KeyObject; readonly modulus: string } | null = null;

/** The key of every blind vote that tests write down as an export. */
export function keyOfExports() {
  if (made !== null) return made;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { n = "" } = publicKey.export({ format: "jwk" });
  made = { privateKey, modulus: Buffer.from(n, "base64url").toString("hex") };
  return made;
}

/** A token as it stands once the blinding is off: nothing tells it from one that was seen. */
export function signedToken(box: Box, tracker: string): BlindToken {
  const prefix = digestOfText(`prefix of ${tracker}`);
  const text = Buffer.concat([Buffer.from(prefix, "hex"), Buffer.from(tokenText(box, tracker))]);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const key = { key: keyOfExports().privateKey, padding, saltLength: 48 };
  return { prefix, signature: sign("sha384", text, key).toString("hex") };
}
