import { type Act, allow } from "#domain/access/access.ts";
import type { EnterpriseGrant } from "#domain/access/enterprise-grants.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** The cycle, if this reader may do this to its rounds: its hub, the network, or who carries. */
export function ofHub<T extends { readonly hubId: EnterpriseId }>(
  cycle: T | null,
  principal: Principal,
  act: Act,
  given: readonly EnterpriseGrant[] = [],
): Outcome<T, AccessRefusal> {
  const allowed = allow(principal, act, cycle === null ? {} : { hub: cycle.hubId }, given);
  if (!allowed.ok) return allowed;
  return cycle === null ? refuse({ code: "not-found", what: "cycle" }) : accept(cycle);
}
