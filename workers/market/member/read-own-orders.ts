import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { firstOwnOrderAt, type OwnOrderRow, ownOrderRows } from "#store/own-order-rows.ts";
import type { Page } from "#store/page.ts";

/** As many as are looked over at once. */
const A_PAGE = 20;

export interface OwnOrdersView {
  readonly around: Around;
  readonly orders: Page<OwnOrderRow>;
  readonly firstAt: Instant | null;
}

/** A page of one's own orders, in one round trip. */
export async function readOwnOrders(
  request: Request,
  asked: { readonly after: string | null; readonly from: Instant; readonly until: Instant },
): Promise<Outcome<OwnOrdersView, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    orders: ownOrderRows(session, { ...asked, limit: A_PAGE }),
    firstAt: firstOwnOrderAt(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept({
    around: aroundOf(known, request),
    orders: known.orders,
    firstAt: known.firstAt,
  });
}
