import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { policyAt, policyFacts } from "#domain/governance/policy/policy-text.ts";
import type { Canonical, Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type KeptPolicy, policyVersions } from "#store/policies.ts";

/** A version of a policy as it is shown; shares are texts such as "2/3". */
export interface ShownPolicy {
  readonly policy: { readonly [key: string]: Canonical };
  readonly version: number;
  readonly isInForce: boolean;
  readonly effectiveAt: Instant;
  readonly decidedAt: Instant;
  readonly reason: string;
  readonly digest: Digest;
}

/** How things are decided: every version of every policy. */
export async function listPolicies(
  request: Request,
): Promise<Outcome<{ readonly items: readonly ShownPolicy[] }, AccessRefusal>> {
  const { known, principal } = await look(request, { versions: policyVersions() });
  const allowed = allow(principal, "policies.read");
  if (!allowed.ok) return allowed;
  const { now } = request.ports;
  const isInForce = (one: KeptPolicy) => policyAt(known.versions, one.policy.code, now) === one;
  const items = known.versions.map((one) => {
    const { version, effectiveAt, decidedAt, reason, digest } = one;
    const facts = { version, isInForce: isInForce(one), effectiveAt, decidedAt, reason, digest };
    return { policy: policyFacts(one.policy), ...facts };
  });
  return accept({ items });
}
