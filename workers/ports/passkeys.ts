import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { isoBase64URL } from "@simplewebauthn/server/helpers";

export type { AuthenticationResponseJSON, RegistrationResponseJSON };

/** The public half of a passkey: identifiers and key are base64url. */
export interface PublicPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Where passkeys belong to: never read from a request (DESIGN fact 10). */
export interface RelyingParty {
  /** A host name without port. */
  readonly id: string;
  /** The origins from which its pages come. */
  readonly origins: readonly string[];
}

/** Told the text that was to be signed: whether we asked for that. */
type IsOurs = (text: string) => boolean;

/** Checks what authenticators answer (WebAuthn level 2); user verification is always asked. */
export interface Passkeys {
  readonly party: RelyingParty;
  /** The new counter of the passkey, or null when the answer is not good. */
  assertion(
    response: AuthenticationResponseJSON,
    isOurs: IsOurs,
    passkey: PublicPasskey,
  ): Promise<number | null>;
  /** The passkey that was made, or null when the answer is not good. */
  enrolment(response: RegistrationResponseJSON, isOurs: IsOurs): Promise<PublicPasskey | null>;
}

/** ES256, EdDSA and RS256, as every platform makes one of them (COSE algorithm numbers). */
export const ALGORITHMS = [-7, -8, -257] as const;

/** @param hosts the network's own hosts, the first of which passkeys belong to. */
export function openPasskeys(hosts: readonly string[]): Passkeys {
  const party = partyOf(hosts);
  const expected = { expectedOrigin: [...party.origins], expectedRPID: party.id };
  return {
    party,
    assertion: async (response, isOurs, passkey) => {
      const told = { ...expected, response, expectedChallenge: decoded(isOurs) };
      const credential = {
        id: passkey.credentialId,
        publicKey: isoBase64URL.toBuffer(passkey.publicKey),
        counter: passkey.counter,
      };
      const checked = await orNull(() =>
        verifyAuthenticationResponse({ ...told, credential, requireUserVerification: true }),
      );
      return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
    },
    enrolment: async (response, isOurs) => {
      const told = { ...expected, response, expectedChallenge: decoded(isOurs) };
      const checked = await orNull(() =>
        verifyRegistrationResponse({
          ...told,
          requireUserVerification: true,
          supportedAlgorithmIDs: [...ALGORITHMS],
        }),
      );
      if (checked?.verified !== true) return null;
      const { credential } = checked.registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: isoBase64URL.fromBuffer(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
      };
    },
  };
}

/** A challenge as browsers take it: base64url of its text. */
export function challengeBytes(text: string): string {
  return isoBase64URL.fromUTF8String(text);
}

/** Reads a passkey's answer as it travels: JSON in base64url. Null when it has not that form. */
export function readAnswer(text: string): AuthenticationResponseJSON | null {
  try {
    const told: unknown = JSON.parse(isoBase64URL.toUTF8String(text));
    return isAnswer(told) ? told : null;
  } catch {
    return null;
  }
}

function isAnswer(told: unknown): told is AuthenticationResponseJSON {
  const { id, response } = (told ?? {}) as Partial<AuthenticationResponseJSON>;
  return typeof id === "string" && typeof response?.clientDataJSON === "string";
}

/** The text that an authenticator says it signed, or "" where it says none. */
export function signedText(response: { readonly clientDataJSON: string }): string {
  try {
    const told: unknown = JSON.parse(isoBase64URL.toUTF8String(response.clientDataJSON));
    const { challenge } = told as { readonly challenge?: unknown };
    return typeof challenge === "string" ? isoBase64URL.toUTF8String(challenge) : "";
  } catch {
    return "";
  }
}

function decoded(isOurs: IsOurs): IsOurs {
  return (challenge) => isOurs(isoBase64URL.toUTF8String(challenge));
}

function partyOf(hosts: readonly string[]): RelyingParty {
  const [first = "localhost"] = hosts.map((host) => host.replace(/:\d+$/, ""));
  const own = hosts.filter((host) => host.replace(/:\d+$/, "") === first);
  return { id: first, origins: own.map(originOf) };
}

/** Without https on one machine only. */
export function originOf(host: string): string {
  const isLoopback = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);
  return `${isLoopback ? "http" : "https"}://${host}`;
}

// The library throws on whatever does not fit; for us every such answer is simply not good.
async function orNull<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
