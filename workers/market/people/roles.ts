import { allow } from "#domain/access/access.ts";
import { checkGrants } from "#domain/access/grants.ts";
import { actOfGranting } from "#domain/access/people.ts";
import { actorName, type Grant } from "#domain/access/principal.ts";
import type { AccessRefusal, PeopleRefusal, TokenRefusal } from "#domain/access/refusals.ts";
import { isOffice } from "#domain/access/session.ts";
import type { GrantId, PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { insertGrant } from "#store/access.ts";
import {
  LAST_OFFICER,
  personById,
  type PersonView,
  revokeGrant,
  ROLE_HELD,
} from "#store/people.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { grantableOf } from "#store/tokens.ts";
import { noticesOf } from "./notices.ts";

type RoleRefusal = AccessRefusal | PeopleRefusal | TokenRefusal;

/**
 * Gives a person a role. Whoever gains an office is signed out everywhere: sessions of officers
 * are shorter, and one that was stolen before must not grow with its person.
 */
export function giveRole(request: Request, personId: PersonId, grant: Grant) {
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({ grantable: grantableOf([grant]), person: personById(personId, now) }),
    decide: ({ grantable, person }, principal): Outcome<Plan<PersonView>, RoleRefusal> => {
      const allowed = allow(principal, actOfGranting([grant], "roles.grant"));
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const fits = checkGrants([grant], grantable);
      if (!fits.ok) return fits;
      if (person.suspendedAt !== null) return refuse({ code: "person-suspended" });
      if (person.roles.some((held) => isSame(held, grant))) {
        return refuse({ code: "role-held", role: grant.role });
      }
      const by = actorName(principal);
      const given = { ...grant, id: ids.next<GrantId>() };
      const held = { ...given, grantedAt: now, grantedBy: by };
      const office = isOffice(grant.role)
        ? [endSessionsOf(personId, now, by), ...noticesOf(request, person, "office-given")]
        : [];
      return accept({
        status: 201,
        value: { ...person, roles: [...person.roles, held] },
        statements: [insertGrant({ ...given, holder: personId, at: now, by }), ...office],
      });
    },
    guards: { [ROLE_HELD]: "decide-again" },
  });
}

/** Takes a role from a person, at once. The network keeps an officer who can act. */
export function takeRole(request: Request, personId: PersonId, grantId: GrantId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ person: personById(personId, now) }),
    decide: ({ person }, principal): Outcome<Plan<PersonView>, RoleRefusal> => {
      // Who may not even read what people are learns nothing from which signature is missing.
      const reads = allow(principal, "people.read");
      if (!reads.ok) return reads;
      const held = person?.roles.find(({ id }) => id === grantId);
      const allowed = allow(
        principal,
        actOfGranting(held === undefined ? [] : [held], "roles.grant"),
      );
      if (!allowed.ok) return allowed;
      if (person === null || held === undefined) return refuse({ code: "not-found", what: "role" });
      const notices = isOffice(held.role) ? noticesOf(request, person, "office-taken") : [];
      return accept({
        value: { ...person, roles: person.roles.filter((one) => one !== held) },
        statements: [revokeGrant(grantId, now, actorName(principal)), ...notices],
      });
    },
    guards: { [LAST_OFFICER]: { code: "last-officer" } },
  });
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.subject === other.subject;
}
