import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { toRome } from "#domain/kernel/instant.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { membersShown } from "#store/members.ts";
import { policiesTold, type ToldPolicy } from "#store/policy-history.ts";

export interface PoliciesView {
  readonly around: Around;
  /** Every version of every policy, with the vote behind it. */
  readonly versions: readonly ToldPolicy[];
  /** Whoever reads may propose something. */
  readonly isMember: boolean;
}

/** How this network decides, in one round trip; of one policy where a code is given. */
export async function readPolicies(
  request: Request,
  code: string | null,
): Promise<Outcome<PoliciesView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    policies: policiesTold(),
    acting: membersShown(credentials, toRome(ports.now).date),
  });
  const allowed = allow(principal, "policies.read");
  if (!allowed.ok) return allowed;
  const versions = known.policies.filter(({ policy }) => code === null || policy.code === code);
  if (versions.length === 0) return refuse({ code: "not-found", what: "policy" });
  const isMember = known.acting.some(({ state }) => state === "active");
  return accept({ around: aroundOf(known, request), versions, isMember });
}
