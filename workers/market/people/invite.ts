import { allow } from "#domain/access/access.ts";
import { checkGrants } from "#domain/access/grants.ts";
import { actOfGranting, checkInvitable, invitationExpiry } from "#domain/access/people.ts";
import { actorName, type Grant } from "#domain/access/principal.ts";
import type { AccessRefusal, PeopleRefusal, TokenRefusal } from "#domain/access/refusals.ts";
import type { GrantId, InvitationId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { invitationMail } from "#domain/notices/invitation-mail.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { secretDigest } from "#ports/ids.ts";
import { insertGrant } from "#store/access.ts";
import { withdrawInvitations } from "#store/invitations.ts";
import { queueLetter } from "#store/letters.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { holderOf, peoplePage, personById, type PersonView } from "#store/people.ts";
import {
  foldAddress,
  insertAddress,
  insertInvitation,
  insertPerson,
  type Language,
} from "#store/persons.ts";
import { grantableOf } from "#store/tokens.ts";

export interface InvitePerson {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Grant[];
}

/** An invitation under way; its link is in the letter and nowhere else. */
export interface Invited {
  readonly personId: PersonId;
  readonly expiresAt: Instant;
}

type InviteRefusal = AccessRefusal | PeopleRefusal | TokenRefusal;

/** Brings somebody in: who they are, what they may do, and a letter with the way to a passkey. */
export function invitePerson(request: Request, command: InvitePerson) {
  return perform(request, {
    load: () => ({
      grantable: grantableOf(command.roles),
      holder: holderOf(foldAddress(command.email)),
    }),
    decide: ({ grantable, holder }, principal): Outcome<Plan<PersonView>, InviteRefusal> => {
      const allowed = allow(principal, actOfGranting(command.roles, "people.invite"));
      if (!allowed.ok) return allowed;
      const roles = checkGrants(command.roles, grantable);
      if (!roles.ok) return roles;
      if (holder !== null) return refuse({ code: "address-taken", personId: holder });
      return accept(invitedPlan(request, { ...command, roles: roles.value }, actorName(principal)));
    },
  });
}

function invitedPlan(request: Request, command: InvitePerson, by: string): Plan<PersonView> {
  const { ids, now: at } = request.ports;
  const { name, email, language } = command;
  const personId = ids.next<PersonId>();
  const roles = command.roles.map((grant) => ({ ...grant, id: ids.next<GrantId>() }));
  const invited = { id: personId, name, language, addresses: [{ address: email }] };
  const invitation = invitationStatements(request, invited, by);
  const value: PersonView = {
    id: personId,
    name,
    language,
    state: "invited",
    addresses: [{ address: email, isConfirmed: false }],
    roles: roles.map((held) => ({ ...held, grantedAt: at, grantedBy: by })),
    passkeys: 0,
    invitedUntil: invitationExpiry("mail", at),
    suspendedAt: null,
  };
  return {
    status: 201,
    value,
    statements: [
      ...insertPerson({ id: personId, name, language, at }),
      insertAddress({ id: ids.next(), personId, address: email, at, isConfirmed: false }),
      ...roles.map((grant) => insertGrant({ ...grant, holder: personId, at, by })),
      ...invitation,
    ],
  };
}

/** Invites somebody again who has not come yet: the letter of before opens nothing any more. */
export function inviteAgain(request: Request, personId: PersonId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ person: personById(personId, now) }),
    decide: ({ person }, principal): Outcome<Plan<Invited>, AccessRefusal | PeopleRefusal> => {
      const allowed = allow(principal, "people.invite");
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const invitable = checkInvitable(person);
      if (!invitable.ok) return invitable;
      if (person.addresses.length === 0) return refuse({ code: "person-without-address" });
      return accept({
        status: 201,
        value: { personId, expiresAt: invitationExpiry("mail", now) },
        statements: [
          withdrawInvitations(personId, now),
          ...invitationStatements(request, person, actorName(principal)),
        ],
      });
    },
  });
}

/** An invitation with its letter. The secret is derived from the invitation's own name. */
function invitationStatements(
  { ports: { ids, now } }: Request,
  person: {
    readonly id: PersonId;
    readonly name: string;
    readonly language: Language;
    readonly addresses: readonly { readonly address: string }[];
  },
  by: string,
): readonly Statement[] {
  const invitationId = ids.next<InvitationId>();
  const words = ["invitation", invitationId];
  return [
    insertInvitation({
      id: invitationId,
      digest: secretDigest(ids.derived(...words)),
      personId: person.id,
      kind: "mail",
      at: now,
      by,
      expiresAt: invitationExpiry("mail", now),
    }),
    ...queueLetter({
      key: `invitation:${invitationId}`,
      to: person.addresses[0]?.address ?? "",
      letter: invitationMail(person.language, person.name),
      at: now,
      link: { path: "/invito/", words },
    }),
  ];
}

/** Everybody in the network, as officers see them. */
export async function listPeople(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<PersonView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: peoplePage(asked, request.ports.now) });
  const allowed = allow(principal, "people.read");
  return allowed.ok ? accept(known.page) : allowed;
}

export async function showPerson(
  request: Request,
  personId: PersonId,
): Promise<Outcome<PersonView, AccessRefusal>> {
  const loaders = { person: personById(personId, request.ports.now) };
  const { known, principal } = await look(request, loaders);
  const allowed = allow(principal, "people.read");
  if (!allowed.ok) return allowed;
  return known.person === null
    ? refuse({ code: "not-found", what: "person" })
    : accept(known.person);
}
