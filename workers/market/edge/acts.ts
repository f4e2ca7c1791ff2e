import { expiryOf, newChallenge, openChallenge, challengeText } from "#domain/access/challenge.ts";
import type { Purpose } from "#domain/access/challenge.ts";
import { type Principal, type Proof, signerOf, withinSigner } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Statement } from "#ports/database.ts";
import { challengeBytes, signedText } from "#ports/passkeys.ts";
import { SECOND_SPENT, type Seconding, secondingOf, useSecond } from "#store/countersignatures.ts";
import {
  CHALLENGE_USED,
  COUNTER_BACK,
  credentialsOf,
  PASSKEY_REVOKED,
  type Signer,
  signerBy,
  useAnswer,
} from "#store/passkeys.ts";
import { type Loaders, readBatch } from "#store/statement.ts";
import type { Request } from "./env.ts";

/**
 * How an act is signed with a passkey. What each act needs stands in `domain/access/needs.ts`;
 * here an answer that came along is checked against this very request (its method, path and body),
 * and one that is missing is asked for. An answer serves once: its use is written in the batch of
 * the act itself.
 */
export interface Signed {
  readonly principal: Principal;
  /** Uses the answer up, together with what the act writes. */
  readonly statements: readonly Statement[];
}

/** Guards of an answer that was used meanwhile, or comes from a copied key. */
export const ANSWER_GUARDS = [CHALLENGE_USED, COUNTER_BACK, SECOND_SPENT, PASSKEY_REVOKED];

/** What is read with the act: whose passkey answers, and who else signed. */
export function signerLoaders({ assertion, requestHash, ports }: Request) {
  const credentialId = assertion?.id ?? null;
  if (credentialId === null) return {};
  return {
    signer: signerBy(credentialId),
    seconding: secondingOf(requestHash, credentialId, ports.now),
  } satisfies Loaders;
}

/** What `signerLoaders` read, where an answer came along. */
export interface SignerRead {
  readonly signer?: Signer | null;
  readonly seconding?: Seconding;
}

/**
 * What an answer says: that somebody who is known means this act, or, before anybody is known,
 * who is signing in.
 */
export type Signing = "act" | "sign-in";

/** What a passkey signs that signs its person in: no act, so that no act can be made of it. */
export const SIGN_IN: Purpose = ["sign-in"];

/** Checks the answer that came with a request. Without one the principal stays as it is. */
export async function signedBy(
  request: Request,
  principal: Principal,
  { signer, seconding }: SignerRead,
  signing: Signing,
): Promise<Outcome<Signed, AccessRefusal>> {
  const { assertion, ports } = request;
  const personId = signing === "act" ? signerOf(principal) : (signer?.personId ?? null);
  const isNobodys = personId === null && signing === "act";
  if (assertion === null || isNobodys) return accept({ principal, statements: [] });
  const isOwn = signer?.personId === personId && personId !== null;
  if (!isOwn || !isOfOwner(assertion.response.userHandle, personId)) {
    return refuse({ code: "passkey-refused" });
  }
  const purpose = signing === "act" ? purposeOf(request, personId) : SIGN_IN;
  const isOurs = (text: string) =>
    openChallenge(ports.ids.derived, text, ports.now, purpose) !== null;
  const counter = await ports.passkeys.assertion(assertion, isOurs, signer);
  if (counter === null) return refuse({ code: "passkey-refused" });
  if (signing === "act" && ports.now < signer.actsFrom) {
    return refuse({ code: "acts-paused", until: signer.actsFrom });
  }
  const challenge = digestOfText(signedText(assertion.response));
  const used = useAnswer({ challenge, passkeyId: signer.passkeyId, counter, at: ports.now });
  return accept(withProof(principal, { signer, seconding, used, at: ports.now }));
}

/** A device that says whose passkey it is says so rightly (WebAuthn level 2, §7.2 step 6). */
function isOfOwner(userHandle: string | undefined, personId: string): boolean {
  return userHandle === undefined || userHandle === challengeBytes(personId);
}

function withProof(
  principal: Principal,
  {
    signer,
    seconding,
    used,
    at,
  }: {
    readonly signer: Signer;
    readonly seconding: Seconding | undefined;
    readonly used: readonly Statement[];
    readonly at: Request["ports"]["now"];
  },
): Signed {
  const second = seconding?.signature ?? null;
  const proof: Proof = {
    personId: signer.personId,
    passkeyId: signer.passkeyId,
    isSeconded: second !== null || seconding?.otherOfficers === 0,
    secondedBy: second?.by ?? null,
  };
  const { who } = principal;
  const limited =
    who.kind === "token" ? { ...who, grants: withinSigner(who.grants, signer.grants) } : who;
  return {
    principal: { ...principal, who: limited, proof },
    statements: second === null ? used : [...used, useSecond(second.id, at)],
  };
}

/** Adds to a "no" what a browser needs to ask its person: one more read, and nothing written. */
export async function askedOf<R extends { readonly code: string }>(
  request: Request,
  principal: Principal,
  refusal: R,
): Promise<R> {
  const { ports, requestHash } = request;
  if (refusal.code === "second-person-needed") return { ...refusal, actHash: requestHash };
  const personId = signerOf(principal);
  if (refusal.code !== "passkey-needed" || personId === null) return refusal;
  const { ids, now, passkeys } = ports;
  const loaders = { credentialIds: credentialsOf(personId) };
  const { credentialIds } = await readBatch(ports.database, loaders);
  const challenge = newChallenge(ids.derived, ids.secret(), now, purposeOf(request, personId));
  return {
    ...refusal,
    challenge: challengeBytes(challengeText(challenge)),
    rpId: passkeys.party.id,
    credentialIds,
    expiresAt: expiryOf(challenge),
  };
}

function purposeOf({ requestHash }: Request, personId: string): Purpose {
  return ["act", personId, requestHash];
}
