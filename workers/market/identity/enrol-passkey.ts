import { allow } from "#domain/access/access.ts";
import {
  challengeText,
  expiryOf,
  newChallenge,
  openChallenge,
  type Purpose,
} from "#domain/access/challenge.ts";
import type { Grant, Principal, Role } from "#domain/access/principal.ts";
import type { AccessRefusal, SignInRefusal } from "#domain/access/refusals.ts";
import { sessionKindOf } from "#domain/access/session.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { PasskeyId, PersonId, SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import {
  ALGORITHMS,
  challengeBytes,
  type PublicPasskey,
  type RegistrationResponseJSON,
} from "#ports/passkeys.ts";
import type { Statement } from "#ports/database.ts";
import {
  confirmInvited,
  INVITATION_SPENT,
  invitationBy,
  type OpenInvitation,
  useInvitation,
  withdrawInvitations,
} from "#store/invitations.ts";
import { insertPasskey, PASSKEY_KNOWN, passkeysBeside } from "#store/passkeys.ts";
import { profileBeside } from "#store/persons.ts";
import { revokeOthers } from "#store/recoveries.ts";
import { endSession, endSessionsOf, insertSession } from "#store/sessions.ts";

/** What a browser needs to make a passkey (WebAuthn level 2, §5.4). */
export interface EnrolmentAsked {
  readonly challenge: string;
  readonly expiresAt: Instant;
  readonly rpId: string;
  readonly userId: string;
  readonly userName: string;
  readonly algorithms: readonly number[];
  /** Credentials that the person has already: a device makes no second one. */
  readonly excludedIds: readonly string[];
}

export interface EnrolPasskey {
  /** Opens the enrolment of somebody who is not signed in. */
  readonly invitation: string | null;
  readonly name: string;
  readonly response: RegistrationResponseJSON;
}

export interface PasskeyEnrolled {
  readonly id: PasskeyId;
  readonly name: string;
  readonly personId: PersonId;
  /** Of the browser in which it was made: shown as a cookie only. */
  readonly session: string;
}

type Refusal = AccessRefusal | SignInRefusal;

/** Asks for a new passkey: of the invited person, or of who is signed in. */
export async function askForPasskey(
  request: Request,
  secret: string | null,
): Promise<Outcome<EnrolmentAsked, Refusal>> {
  const digest = secret === null ? null : secretDigest(secret);
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    invitation: invitationBy(digest),
    own: passkeysBeside(session),
    profile: profileBeside(session),
  });
  const whose = ownerOf(request, known.invitation, asking(principal), digest);
  if (!whose.ok) return whose;
  const { ids, now, passkeys } = request.ports;
  const { personId } = whose.value;
  const name = known.invitation?.name ?? known.profile?.name ?? personId;
  const own = known.own.map(({ credentialId }) => credentialId);
  const challenge = newChallenge(ids.derived, ids.secret(), now, purposeOf(request, digest));
  return accept({
    challenge: challengeBytes(challengeText(challenge)),
    expiresAt: expiryOf(challenge),
    rpId: passkeys.party.id,
    userId: challengeBytes(personId),
    userName: name,
    algorithms: ALGORITHMS,
    excludedIds: known.invitation?.credentialIds ?? own,
  });
}

/** To ask takes no signature: it is the new passkey that is kept under one of before. */
function asking(principal: Principal): Principal {
  const { who } = principal;
  return who.kind === "person" ? { ...principal, who: { ...who, hasPasskey: false } } : principal;
}

/** Keeps a new passkey and signs its person in: whoever gains a key gets a new session. */
export async function enrolPasskey(request: Request, command: EnrolPasskey) {
  const { ids, now, passkeys } = request.ports;
  const digest = command.invitation === null ? null : secretDigest(command.invitation);
  const purpose = purposeOf(request, digest);
  const isOurs = (text: string) => openChallenge(ids.derived, text, now, purpose) !== null;
  const made = await passkeys.enrolment(command.response, isOurs);
  const session = ids.sessionSecret(request.actor, request.key);
  return perform(request, {
    load: () => ({ invitation: invitationBy(digest) }),
    decide: ({ invitation }, principal): Outcome<Plan<PasskeyEnrolled>, Refusal> => {
      const whose = ownerOf(request, invitation, principal, digest);
      if (!whose.ok) return whose;
      if (made === null) return refuse({ code: "passkey-refused" });
      const kept = { ...command, ...whose.value, made, session, invitation };
      return accept(planOf(request, kept));
    },
    guards: {
      [PASSKEY_KNOWN]: { code: "passkey-refused" },
      [INVITATION_SPENT]: { code: "invitation-spent" },
    },
    reveal: (value) => ({ ...value, session }),
  });
}

interface Owner {
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
}

function ownerOf(
  request: Request,
  invitation: OpenInvitation | null,
  principal: Principal,
  digest: Digest | null,
): Outcome<Owner, Refusal> {
  if (digest === null) return signedInOwner(principal);
  if (invitation === null) return refuse({ code: "invitation-spent" });
  if (request.ports.now >= invitation.expiresAt) return refuse({ code: "invitation-spent" });
  const grants = invitation.roles.map((role) => ({ role: role as Role, subject: "" }));
  return accept({ personId: invitation.personId, grants });
}

function signedInOwner(principal: Principal): Outcome<Owner, Refusal> {
  const { who } = principal;
  const person = who.kind === "person" ? who.id : null;
  const allowed = allow(principal, "passkeys.add", { person });
  if (!allowed.ok) return allowed;
  if (who.kind !== "person") return refuse({ code: "not-signed-in" });
  return accept({ personId: who.id, grants: who.grants });
}

function planOf(
  request: Request,
  kept: Owner & {
    readonly name: string;
    readonly made: PublicPasskey;
    readonly session: string;
    readonly invitation: OpenInvitation | null;
  },
): Plan<PasskeyEnrolled> {
  const { ids, now: at } = request.ports;
  const { personId, name, made, invitation } = kept;
  const id = ids.next<PasskeyId>();
  const begun = {
    id: ids.next<SessionId>(),
    digest: secretDigest(kept.session),
    personId,
    kind: sessionKindOf(kept.grants),
    begunBy: "passkey" as const,
    device: request.device,
    at,
  } as const;
  return {
    status: 201,
    value: { id, name, personId, session: "" },
    statements: [
      ...(invitation === null ? [] : invitedStatements(invitation, at)),
      insertPasskey({ id, personId, key: made, name, at }),
      ...(invitation?.kind === "recovery" ? recovered(personId, id, at) : []),
      ...rotated(request, personId),
      insertSession(begun),
    ],
  };
}

function invitedStatements(invitation: OpenInvitation, at: Instant): readonly Statement[] {
  const { id, kind, personId } = invitation;
  const used = [useInvitation(id, at), withdrawInvitations(personId, at)];
  // Who opened a link sent by mail reads that mailbox.
  return kind === "mail" ? [...used, confirmInvited(personId, at)] : used;
}

/** Whoever found or stole the passkeys and sessions of before has nothing with them. */
function recovered(personId: PersonId, kept: PasskeyId, at: Instant): readonly Statement[] {
  return [revokeOthers(personId, kept, at), endSessionsOf(personId, at, "recovery")];
}

/** The session of before ends when a stronger one takes its place. */
function rotated({ credentials, ports }: Request, personId: PersonId): readonly Statement[] {
  if (credentials.session === null) return [];
  return [endSession(credentials.session, ports.now, `person:${personId}`)];
}

/** An answer is good for the invitation or the session that it was asked under, and no other. */
function purposeOf({ credentials }: Request, invitation: Digest | null): Purpose {
  return ["enrolment", invitation ?? credentials.session ?? "nobody"];
}
