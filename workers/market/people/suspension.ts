import { allow } from "#domain/access/access.ts";
import { checkAnother, stateOf } from "#domain/access/people.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal, PeopleRefusal, TokenRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { withdrawInvitations } from "#store/invitations.ts";
import { LAST_OFFICER, personById, type PersonView } from "#store/people.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { liftSuspension, SUSPENDED_ALREADY, suspendPerson } from "#store/suspensions.ts";
import { noticesOf } from "./notices.ts";

type SuspensionRefusal = AccessRefusal | PeopleRefusal | TokenRefusal;

/**
 * Keeps a person out from the very next request: sessions, passkeys, codes, invitations, and the
 * tokens that speak for them. One officer is enough, so that a stolen phone is stopped at once.
 */
export function suspend(request: Request, personId: PersonId, reason: string) {
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({ person: personById(personId, now) }),
    decide: ({ person }, principal): Outcome<Plan<PersonView>, SuspensionRefusal> => {
      const allowed = allow(principal, "people.suspend");
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const another = checkAnother(principal, personId);
      if (!another.ok) return another;
      if (person.suspendedAt !== null) return accept({ value: person, statements: [] });
      const by = actorName(principal);
      return accept({
        value: { ...person, state: "suspended", suspendedAt: now, invitedUntil: null },
        statements: [
          ...suspendPerson({ id: ids.next(), personId, reason, at: now, by }),
          endSessionsOf(personId, now, by),
          withdrawInvitations(personId, now),
          ...noticesOf(request, person, "suspended"),
        ],
      });
    },
    guards: {
      [LAST_OFFICER]: { code: "last-officer" },
      [SUSPENDED_ALREADY]: "decide-again",
    },
  });
}

/** Lets a person back in: they sign in anew. */
export function reinstate(request: Request, personId: PersonId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ person: personById(personId, now) }),
    decide: ({ person }, principal): Outcome<Plan<PersonView>, SuspensionRefusal> => {
      const allowed = allow(principal, "people.suspend");
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const another = checkAnother(principal, personId);
      if (!another.ok) return another;
      if (person.suspendedAt === null) return accept({ value: person, statements: [] });
      const hasConfirmedAddress = person.addresses.some(({ isConfirmed }) => isConfirmed);
      const { passkeys } = person;
      const state = stateOf({ suspendedAt: null, passkeys, hasConfirmedAddress });
      return accept({
        value: { ...person, state, suspendedAt: null },
        statements: [
          ...liftSuspension(personId, now, actorName(principal)),
          ...noticesOf(request, person, "reinstated"),
        ],
      });
    },
  });
}
