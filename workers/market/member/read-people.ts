import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { allow } from "#domain/access/access.ts";
import { signerOf } from "#domain/access/principal.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type CountersignatureView, openSeconds } from "#store/countersignatures.ts";
import { peoplePage, personById, type PersonView } from "#store/people.ts";
import {
  type Names,
  type Subject,
  subjectNames,
  subjectNamesOf,
  subjectsLike,
} from "#store/subjects.ts";
import { membersToSign } from "#store/waiting-members.ts";
import { isOpenTo } from "./reads.ts";

/** As many as one page shows. */
const MOST = { after: null, limit: 200 };

export interface PeopleView {
  readonly around: Around;
  readonly people: readonly PersonView[];
  /** After whom the next page begins; null on the last one. */
  readonly next: string | null;
  /** The names of enterprises, groups and households that roles are over. */
  readonly names: Names;
  readonly mayChange: boolean;
}

/** Which people are shown, and what else a form that they sent speaks of. */
export interface PeopleAsked {
  readonly after?: string | null;
  readonly subject?: string;
}

/** The people of the network, for who may know them. */
export async function readPeople(
  request: Request,
  { after = null, subject = "" }: PeopleAsked = {},
): Promise<Outcome<PeopleView, AccessRefusal>> {
  const asked = { ...MOST, after };
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: peoplePage(asked, request.ports.now),
    names: subjectNames(asked, subject),
  });
  const allowed = allow(principal, "people.read");
  if (!allowed.ok) return allowed;
  const { items: people, next } = known.page;
  const mayChange = isOpenTo(principal, "people.invite");
  return accept({ around: aroundOf(known, request), people, next, names: known.names, mayChange });
}

export interface PersonRolesView {
  readonly around: Around;
  readonly person: PersonView;
  readonly names: Names;
  /** What such words may mean. */
  readonly found: readonly Subject[];
}

/** One person, and what roles they may get over something of the network, for who gives them. */
export async function readPersonRoles(
  request: Request,
  { personId, words }: { readonly personId: PersonId; readonly words: string },
): Promise<Outcome<PersonRolesView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    holder: personById(personId, request.ports.now),
    names: subjectNamesOf(personId),
    found: subjectsLike(words),
  });
  if (!isOpenTo(principal, "roles.grant")) {
    const { kind } = principal.who;
    if (kind === "anonymous") return refuse({ code: "not-signed-in" });
    return refuse({ code: "not-allowed", act: "roles.grant" });
  }
  const { holder: person, names, found } = known;
  if (person === null) return refuse({ code: "not-found", what: "person" });
  return accept({ around: aroundOf(known, request), person, names, found });
}

export interface SecondsView {
  readonly around: Around;
  readonly seconds: readonly CountersignatureView[];
  readonly people: readonly PersonView[];
  readonly names: Names;
  /** Members whom what waits is about, by id. */
  readonly members: ReadonlyMap<string, string>;
  /** Who reads; null where it is a program without a person. */
  readonly reader: PersonId | null;
  readonly principal: Principal;
}

/** What waits for a second signature, with the people it may be about. */
export async function readSeconds(request: Request): Promise<Outcome<SecondsView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    seconds: openSeconds(MOST, request.ports.now),
    page: peoplePage(MOST, request.ports.now),
    names: subjectNames(MOST, ""),
    members: membersToSign(),
  });
  const allowed = allow(principal, "countersignatures.read");
  if (!allowed.ok) return allowed;
  const around = aroundOf(known, request);
  const { seconds, page, names, members } = known;
  const people = isOpenTo(principal, "people.read") ? page.items : [];
  const reader = signerOf(principal);
  return accept({ around, seconds: seconds.items, people, names, members, reader, principal });
}
