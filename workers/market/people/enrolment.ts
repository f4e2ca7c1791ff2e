import { allow } from "#domain/access/access.ts";
import { checkAnother, invitationExpiry } from "#domain/access/people.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal, PeopleRefusal } from "#domain/access/refusals.ts";
import type { InvitationId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { withdrawInvitations } from "#store/invitations.ts";
import { personById } from "#store/people.ts";
import { insertInvitation } from "#store/persons.ts";
import { noticesOf } from "./notices.ts";

/** A way to a passkey that is handed over in person. */
export interface EnrolmentOpened {
  readonly id: InvitationId;
  readonly personId: PersonId;
  readonly expiresAt: Instant;
  /** Shown in this answer and its repeats only: derived, never stored. */
  readonly link: string;
}

/**
 * Opens the enrolment of a passkey for somebody who stands before two officers, for a quarter of
 * an hour: the link, or its QR code, goes from one screen to the other and through no mailbox.
 */
export function openEnrolment(request: Request, personId: PersonId) {
  const { ids, now, passkeys } = request.ports;
  const secretOf = (invitationId: InvitationId) => ids.derived("in-person", invitationId);
  const [origin = ""] = passkeys.party.origins;
  return perform(request, {
    load: () => ({ person: personById(personId, now) }),
    decide: (
      { person },
      principal,
    ): Outcome<Plan<EnrolmentOpened>, AccessRefusal | PeopleRefusal> => {
      const allowed = allow(principal, "passkeys.give-in-person");
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const another = checkAnother(principal, personId);
      if (!another.ok) return another;
      if (person.suspendedAt !== null) return refuse({ code: "person-suspended" });
      const id = ids.next<InvitationId>();
      const expiresAt = invitationExpiry("in-person", now);
      const digest = secretDigest(secretOf(id));
      const by = actorName(principal);
      return accept({
        status: 201,
        value: { id, personId, expiresAt, link: "" },
        statements: [
          withdrawInvitations(personId, now),
          insertInvitation({ id, digest, personId, kind: "in-person", at: now, by, expiresAt }),
          ...noticesOf(request, person, "passkey-in-person"),
        ],
      });
    },
    reveal: (value) => ({ ...value, link: `${origin}/invito/${secretOf(value.id)}` }),
  });
}
