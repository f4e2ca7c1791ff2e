import type { PasskeyAsked as Asked } from "#domain/access/refusals.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { PasskeyAsked } from "#frontend/ui/passkey-form.tsx";
import type { EnrolmentAsked } from "#market/identity/enrol-passkey.ts";

/** The options of a browser's `navigator.credentials`, as WebAuthn level 3 writes them in JSON. */

/** Asks for one of these credentials; with none named, for whatever passkey is there. */
export function signAsked(
  { challenge, rpId, credentialIds, expiresAt }: Asked,
  now: Instant,
): PasskeyAsked {
  const allowCredentials = credentialIds.map((id) => ({ id, type: "public-key" }));
  const lastsMs = expiresAt - now;
  const options = { challenge, rpId, allowCredentials, userVerification: "required" };
  return { kind: "sign", rpId, lastsMs, options: { ...options, timeout: lastsMs } };
}

/**
 * Asks for a new passkey that the device finds by itself: signing in names nobody. Where it comes
 * from is not asked (`attestation: none`): that is nobody's business.
 */
export function enrolAsked(
  asked: EnrolmentAsked,
  names: { readonly network: string; readonly person: string },
  now: Instant,
): PasskeyAsked {
  const { challenge, rpId, userId, algorithms, excludedIds, expiresAt } = asked;
  const lastsMs = expiresAt - now;
  const options = {
    challenge,
    rp: { id: rpId, name: names.network },
    user: { id: userId, name: names.person, displayName: names.person },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" })),
    excludeCredentials: excludedIds.map((id) => ({ id, type: "public-key" })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    timeout: lastsMs,
  };
  return { kind: "enrol", rpId, lastsMs, options };
}
