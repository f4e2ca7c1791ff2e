import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { allow } from "#domain/access/access.ts";
import { signerOf } from "#domain/access/principal.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type CountersignatureView, openSeconds } from "#store/countersignatures.ts";
import { peoplePage, type PersonView } from "#store/people.ts";
import { isOpenTo } from "./reads.ts";

/** As many as one page shows; the API lists more. */
const MOST = { after: null, limit: 200 };

export interface PeopleView {
  readonly around: Around;
  readonly people: readonly PersonView[];
  readonly mayChange: boolean;
}

/** The people of the network, for who may know them. */
export async function readPeople(request: Request): Promise<Outcome<PeopleView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: peoplePage(MOST, request.ports.now),
  });
  const allowed = allow(principal, "people.read");
  if (!allowed.ok) return allowed;
  const mayChange = isOpenTo(principal, "people.invite");
  return accept({ around: aroundOf(known, request), people: known.page.items, mayChange });
}

export interface SecondsView {
  readonly around: Around;
  readonly seconds: readonly CountersignatureView[];
  readonly people: readonly PersonView[];
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
  });
  const allowed = allow(principal, "countersignatures.read");
  if (!allowed.ok) return allowed;
  const around = aroundOf(known, request);
  const people = isOpenTo(principal, "people.read") ? known.page.items : [];
  const reader = signerOf(principal);
  return accept({ around, seconds: known.seconds.items, people, reader, principal });
}
