import { type Act, allow } from "#domain/access/access.ts";
import { type Explanation, explain, type HeldRole } from "#domain/access/explain.ts";
import { ANYONE, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type AccessTokenId, id } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Asked, grantsOfOwners, ownersOf, rolesOf } from "#store/owners.ts";
import { readBatch } from "#store/statement.ts";

export interface AskAccess {
  readonly act: Act;
  readonly about: Asked;
  /** Whose access: a token's or a person's id; null is one's own. */
  readonly holder: string | null;
}

export interface ExplainedAccess extends Explanation {
  readonly act: Act;
}

/**
 * Why somebody may do something, or why not: by which role or grant, given by whom and when. Of a
 * thing that is not theirs and of one that is not there they hear the same. It takes a second trip:
 * whose roles are to be read is known once it is known who asks.
 */
export async function explainAccess(
  request: Request,
  { act, about, holder }: AskAccess,
): Promise<Outcome<ExplainedAccess, AccessRefusal>> {
  const { database, now } = request.ports;
  const { known, principal } = await look(request, {
    owners: ownersOf(about),
    given: grantsOfOwners(about),
  });
  const allowed = allow(principal, holder === null ? "access.read" : "access-of-others.read");
  if (!allowed.ok) return allowed;
  const asked = holder ?? holderIn(principal);
  const { roles } = await readBatch(database, { roles: rolesOf(asked ?? "", now) });
  const whose = holder === null ? principal : holderOf(holder, roles);
  const { owners, given } = known;
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
