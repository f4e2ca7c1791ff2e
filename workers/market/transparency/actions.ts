import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { type PublicFigures, publicFigures } from "#domain/network/public-charts.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { figureLoaders, yearUpTo } from "#store/figures.ts";
import { networkRules } from "#store/rules.ts";

/** The network in figures of the last twelve months, for anyone. */
export async function readFigures(
  request: Request,
): Promise<Outcome<PublicFigures, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...figureLoaders(now),
    rules: networkRules(),
  });
  const allowed = allow(principal, "network.read");
  if (!allowed.ok) return allowed;
  const hasNames = ruleAt(known.rules, "producer-sales-public", now)?.value === "yes";
  return accept(publicFigures(yearUpTo(now), known, hasNames));
}
