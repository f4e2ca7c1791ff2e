import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { sendJson, type Told } from "#frontend/api.ts";

/** What is asked for a member, as the API takes it. */
interface AskedToken {
  readonly callNumber: number;
  readonly memberId: string;
  readonly byMemberId: string;
  readonly blinded: string;
}

/** What came of asking: a signature, or the word for what to say. */
export type Asked =
  | { readonly kind: "signed"; readonly signature: string }
  | { readonly kind: "refused"; readonly code: string };

/**
 * Asks for the signature of a token. The passkey signs the right to vote; asked twice under one
 * key, the same is answered.
 */
export async function askToken(address: string, key: string, asked: AskedToken): Promise<Asked> {
  const first = await sendJson(address, key, asked);
  const options = optionsIn(first);
  if (options === null) return answerOf(first);
  try {
    const answer = await startAuthentication({ optionsJSON: options });
    const assertion = base64url(JSON.stringify(answer));
    return answerOf(await sendJson(address, key, asked, { "Passkey-Assertion": assertion }));
  } catch {
    return { kind: "refused", code: "cancelled" };
  }
}

function answerOf(told: Told): Asked {
  if (told.kind === "lost") return { kind: "refused", code: "lost" };
  if (told.kind === "refused") return { kind: "refused", code: told.code };
  const { signature } = told.value as { readonly signature: string };
  return { kind: "signed", signature };
}

/** What the authenticator is to be asked; null where nothing is, or nobody has a passkey. */
function optionsIn(told: Told): PublicKeyCredentialRequestOptionsJSON | null {
  if (told.kind !== "refused" || told.code !== "passkey-needed") return null;
  const {
    challenge,
    rpId,
    credentialIds = [],
  } = told.value as {
    readonly challenge?: string;
    readonly rpId?: string;
    readonly credentialIds?: readonly string[];
  };
  if (challenge === undefined || rpId === undefined || credentialIds.length === 0) return null;
  const allowCredentials = credentialIds.map((id) => ({ id, type: "public-key" as const }));
  return { challenge, rpId, allowCredentials, userVerification: "required" };
}

/** The answer is ASCII throughout: its parts are base64url already. */
function base64url(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
