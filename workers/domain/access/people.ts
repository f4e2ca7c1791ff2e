import { HOUR, type Instant, later, MINUTE } from "#domain/kernel/instant.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Act } from "./access.ts";
import { type Grant, type Principal, signerOf } from "./principal.ts";
import type { PeopleRefusal } from "./refusals.ts";
import { isOffice } from "./session.ts";

/** How somebody stands with the network, now. */
export type PersonState = "invited" | "active" | "suspended";

/** What a person's state follows from. */
export interface Standing {
  readonly suspendedAt: Instant | null;
  readonly passkeys: number;
  readonly hasConfirmedAddress: boolean;
}

/** Somebody is invited until they came in once, by a passkey or by a code. */
export function stateOf({ suspendedAt, passkeys, hasConfirmedAddress }: Standing): PersonState {
  if (suspendedAt !== null) return "suspended";
  return passkeys > 0 || hasConfirmedAddress ? "active" : "invited";
}

/** For how long each kind of invitation opens the enrolment of a passkey. */
const INVITATION_LIVES_MS = {
  mail: 72 * HOUR,
  "in-person": 15 * MINUTE,
  recovery: 72 * HOUR,
} as const;

export function invitationExpiry(kind: keyof typeof INVITATION_LIVES_MS, now: Instant): Instant {
  return later(now, INVITATION_LIVES_MS[kind]);
}

/** Giving or taking an office is an act of two; other roles are an officer's own matter. */
export function actOfGranting(roles: readonly Pick<Grant, "role">[], otherwise: Act): Act {
  return roles.some(({ role }) => isOffice(role)) ? "offices.grant" : otherwise;
}

/** An invitation is for who has no passkey yet: who lost theirs recovers, with its pause. */
export function checkInvitable(
  person: Pick<Standing, "suspendedAt" | "passkeys">,
): Outcome<null, PeopleRefusal> {
  if (person.suspendedAt !== null) return refuse({ code: "person-suspended" });
  return person.passkeys > 0 ? refuse({ code: "person-enrolled" }) : accept(null);
}

/** What nobody does to themselves: a suspension, a passkey handed over in person. */
export function checkAnother(
  principal: Principal,
  personId: PersonId,
): Outcome<null, PeopleRefusal> {
  return signerOf(principal) === personId ? refuse({ code: "not-on-yourself" }) : accept(null);
}
