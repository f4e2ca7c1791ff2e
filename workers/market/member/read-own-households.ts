import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnHousehold, ownHouseholds } from "#store/own-households.ts";

export interface OwnHouseholdsView {
  readonly around: Around;
  readonly households: readonly OwnHousehold[];
}

/** The reader's own households with their groups, in one round trip. */
export async function readOwnHouseholds(
  request: Request,
): Promise<Outcome<OwnHouseholdsView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    households: ownHouseholds(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept({ around: aroundOf(known, request), households: known.households });
}
