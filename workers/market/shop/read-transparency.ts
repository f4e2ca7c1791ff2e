import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { type PublicFigures, publicFigures } from "#domain/network/public-charts.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { figureLoaders, yearUpTo } from "#store/figures.ts";
import { type NetworkCounts, networkCounts } from "#store/network-counts.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

export interface TransparencyView {
  readonly around: Around;
  readonly figures: PublicFigures;
  readonly counts: NetworkCounts;
  /** Whether producers are told of by name. */
  readonly hasNames: boolean;
}

/** The page of the network's figures, in one round trip. */
export async function readTransparency(
  request: Request,
): Promise<Outcome<TransparencyView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...figureLoaders(now),
    counts: networkCounts(),
  });
  const allowed = allow(principal, "network.read");
  if (!allowed.ok) return allowed;
  const hasNames = ruleAt(known.rules, "producer-sales-public", now)?.value === "yes";
  const figures = publicFigures(yearUpTo(now), known, hasNames);
  return accept({ around: aroundOf(known, request), figures, counts: known.counts, hasNames });
}
