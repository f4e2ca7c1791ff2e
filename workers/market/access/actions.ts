import { type Act, allow } from "#domain/access/access.ts";
import { type Explanation, explain, type HeldRole } from "#domain/access/explain.ts";
import { ANYONE, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type AccessTokenId, id } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Asked, grantsOfOwners, ownersOf, rolesOf } from "#store/owners.ts";
import type { Loaded } from "#store/statement.ts";

export interface AskAccess {
  readonly act: Act;
  readonly about: Asked;
  /** Whose access: a token's or a person's id; null is one's own. */
  readonly holder: string | null;
}

export interface ExplainedAccess extends Explanation {
  readonly act: Act;
}

/** What an explanation is made of, for the one round trip of its answer or its page. */
export function accessLoaders({ credentials, ports }: Request, { about, holder }: AskAccess) {
  const asking = holder === null ? credentials : { holder };
  return {
    owners: ownersOf(about),
    given: grantsOfOwners(about),
    roles: rolesOf(asking, ports.now),
  };
}

/**
 * Why somebody may do something, or why not: by which role or grant, given by whom and when. Of a
 * thing that is not theirs and of one that is not there they hear the same.
 */
export async function explainAccess(
  request: Request,
  asked: AskAccess,
): Promise<Outcome<ExplainedAccess, AccessRefusal>> {
  const { known, principal } = await look(request, accessLoaders(request, asked));
  return explained(known, principal, asked);
}

/** The same of what was read already. */
export function explained(
  { owners, given, roles: read }: Loaded<ReturnType<typeof accessLoaders>>,
  principal: Principal,
  { act, holder }: AskAccess,
): Outcome<ExplainedAccess, AccessRefusal> {
  const allowed = allow(principal, holder === null ? "access.read" : "access-of-others.read");
  if (!allowed.ok) return allowed;
  const asked = holder ?? holderIn(principal);
  const roles = read.filter((role) => role.holder === asked);
  const whose = holder === null ? principal : holderOf(holder, roles);
  const explanation = explain({ principal: whose, roles, given }, act, owners.subjects);
  if (explanation.isOpen && owners.missing !== null) {
    return refuse({ code: "not-found", what: owners.missing });
  }
  return accept({ act, ...explanation });
}

/** Whose roles a principal speaks with; null where it is nobody that roles are given to. */
function holderIn({ who }: Principal): string | null {
  return "id" in who ? who.id : null;
}

/** Somebody else, as they would be if they asked now. */
function holderOf(holder: string, roles: readonly HeldRole[]): Principal {
  const grants = roles.filter(({ revokedAt }) => revokedAt === null);
  const token = { kind: "token", id: id<AccessTokenId>(holder), personId: null } as const;
  return { ...ANYONE, who: { ...token, grants } };
}
