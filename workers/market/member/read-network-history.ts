import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { changePage, changersNamed, type NetworkChange } from "#store/network-history.ts";

/** As many as one page shows. */
const MOST = 50;

export interface NetworkHistoryView {
  readonly around: Around;
  readonly changes: readonly NetworkChange[];
  /** The names of who changed something and is still there, by how history calls them. */
  readonly names: ReadonlyMap<string, string>;
  /** After which the next page begins; null on the last one. */
  readonly next: string | null;
}

/** What the network said of itself before, for those who answer for it or audit it. */
export async function readNetworkHistory(
  request: Request,
  after: number | null,
): Promise<Outcome<NetworkHistoryView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: changePage({ after, limit: MOST }),
    names: changersNamed(),
  });
  const allowed = allow(principal, "network-history.read");
  if (!allowed.ok) return allowed;
  const { page, names } = known;
  return accept({ around: aroundOf(known, request), changes: page.items, names, next: page.next });
}
