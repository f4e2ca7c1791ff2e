import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { SharedLine } from "#domain/orders/shared-basket.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { sharedNames, sharedOffers } from "#store/shared-offers.ts";
import type { ShownOffer } from "#store/shown-offer.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

export interface SharedBasketView {
  readonly around: Around;
  readonly offers: readonly ShownOffer[];
  /** What each size is called, whether or not this week has it. */
  readonly names: ReadonlyMap<string, string>;
}

/** A shared basket as the week of the reader's own basket, or the shop's, has it. */
export async function readShared(
  request: Request,
  lines: readonly SharedLine[],
): Promise<Outcome<SharedBasketView, AccessRefusal>> {
  const which = { basketOf: request.credentials };
  const tails = lines.map(({ tail }) => tail);
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, which),
    offers: sharedOffers(tails, which, request.ports.now),
    names: sharedNames(tails),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  return accept({ around: aroundOf(known, request), offers: known.offers, names: known.names });
}
