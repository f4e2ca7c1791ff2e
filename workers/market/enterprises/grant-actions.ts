import { allow } from "#domain/access/access.ts";
import {
  checkEnterpriseGrants,
  type EnterpriseGrant,
  type EnterpriseGrantKind,
} from "#domain/access/enterprise-grants.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal, EnterpriseGrantRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId, GrantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  giveGrant,
  GRANT_FIXED,
  GRANT_GIVEN,
  grantById,
  grantPage,
  grantsBetween,
  revokeGrant,
} from "#store/enterprise-grants.ts";
import { enterpriseById } from "#store/enterprises.ts";
import type { Page, PageAsked } from "#store/page.ts";

type Refusals = AccessRefusal | EnterpriseGrantRefusal;

export interface GiveGrants {
  readonly ownerId: EnterpriseId;
  readonly holderId: EnterpriseId;
  readonly kinds: readonly EnterpriseGrantKind[];
}

export interface Grants {
  readonly items: readonly EnterpriseGrant[];
}

/**
 * An enterprise opens itself to another one: whoever speaks for it does, or an officer on its
 * behalf, who is then named as giver. What stands already stays as it was given. Answers all that
 * now stands between the two.
 */
export function giveGrants(request: Request, command: GiveGrants) {
  const { ownerId, holderId } = command;
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({
      owner: enterpriseById(ownerId),
      holder: enterpriseById(holderId),
      standing: grantsBetween(ownerId, holderId),
    }),
    decide: ({ owner, holder, standing }, principal): Outcome<Plan<Grants>, Refusals> => {
      const allowed = allow(principal, "enterprise-grants.manage", asOwner(ownerId));
      if (!allowed.ok) return allowed;
      if (owner === null || holder === null) {
        return refuse({ code: "not-found", what: "enterprise" });
      }
      const kinds = checkEnterpriseGrants(command.kinds, owner, holder);
      if (!kinds.ok) return kinds;
      const given = { ownerId, holderId, givenAt: now, givenBy: actorName(principal) };
      const added = kinds.value
        .filter((kind) => standing.every((grant) => grant.kind !== kind))
        .map((kind) => {
          return { ...given, id: ids.next<GrantId>(), kind, revokedAt: null, revokedBy: null };
        });
      return accept({
        status: 201,
        value: { items: [...standing, ...added].toSorted(byKind) },
        statements: added.map(giveGrant),
      });
    },
    guards: { [GRANT_GIVEN]: "decide-again" },
  });
}

function byKind(one: EnterpriseGrant, other: EnterpriseGrant): number {
  return one.kind < other.kind ? -1 : 1;
}

/** What an enterprise opened to others, and others to it, with what was revoked. */
export async function listGrants(
  request: Request,
  enterpriseId: EnterpriseId,
  asked: PageAsked,
): Promise<Outcome<Page<EnterpriseGrant>, AccessRefusal>> {
  const { known, principal } = await look(request, {
    enterprise: enterpriseById(enterpriseId),
    page: grantPage(enterpriseId, asked),
  });
  const allowed = allow(principal, "enterprise-grants.read", asOwner(enterpriseId));
  if (!allowed.ok) return allowed;
  if (known.enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
  return accept(known.page);
}

/** Shuts what was opened: the very next request finds it shut. The first revocation stays. */
export function revokeGrantOf(request: Request, ownerId: EnterpriseId, grantId: GrantId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ grant: grantById(ownerId, grantId) }),
    decide: ({ grant }, principal): Outcome<Plan<EnterpriseGrant>, AccessRefusal> => {
      const allowed = allow(principal, "enterprise-grants.manage", asOwner(ownerId));
      if (!allowed.ok) return allowed;
      if (grant === null) return refuse({ code: "not-found", what: "grant" });
      if (grant.revokedAt !== null) return accept({ value: grant, statements: [] });
      const by = actorName(principal);
      return accept({
        value: { ...grant, revokedAt: now, revokedBy: by },
        statements: [revokeGrant(grantId, now, by)],
      });
    },
    guards: { [GRANT_FIXED]: "decide-again" },
  });
}

/** Whoever speaks for the enterprise, as whatever it is. */
function asOwner(id: EnterpriseId) {
  return { producer: id, hub: id, courier: id };
}
