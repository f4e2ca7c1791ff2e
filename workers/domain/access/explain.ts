import type { Instant } from "#domain/kernel/instant.ts";
import { type Act, allow, openingOf, type Subjects } from "./access.ts";
import { type EnterpriseGrant, type EnterpriseGrantKind, speaksFor } from "./enterprise-grants.ts";
import { type Need, needOf } from "./needs.ts";
import type { Grant, Principal, Role } from "./principal.ts";

/** A role as somebody holds it or held it, with who gave it. */
export interface HeldRole extends Grant {
  readonly grantedAt: Instant;
  /** As history names them. */
  readonly grantedBy: string;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

/** What opens a thing to somebody: a role of theirs, or one with what an owner opened to it. */
export interface Key {
  readonly role: Role;
  readonly subject: string;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
  /** Null where the role alone is enough. */
  readonly through: EnterpriseGrant | null;
  /** When it stopped counting, and by whom; null while it counts. */
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

export interface Explanation {
  readonly isOpen: boolean;
  /** What else it asks of those it is open to. */
  readonly asks: Need;
  /** Needs no role: it is open to anyone, or by the link or the set-up token that came along. */
  readonly isOpenAnyway: boolean;
  /** What opens it now. */
  readonly keys: readonly Key[];
  /** What would open it, had it not been revoked. */
  readonly lost: readonly Key[];
  /** Whom the act is open to: for the whole network, for what is their own, by an owner's leave. */
  readonly opensTo: {
    readonly all: readonly Role[];
    readonly own: readonly Role[];
    readonly through: readonly EnterpriseGrantKind[];
  };
}

/** What is known of somebody who asks, or is asked about. */
export interface Known {
  readonly principal: Principal;
  readonly roles: readonly HeldRole[];
  /** What the owners of the thing ever opened to others. */
  readonly given: readonly EnterpriseGrant[];
}

/** Why somebody can do this to a thing with such owners, or why not. */
export function explain(
  { principal, roles, given }: Known,
  act: Act,
  owners: Subjects,
): Explanation {
  const opening = openingOf(act);
  const { all = [], own = [], through = {} } = opening;
  const keys = keysTo(act, owners, roles, given);
  const bare = { ...principal, who: withoutRoles(principal) };
  return {
    isOpen: isOpen(allow(principal, act, owners, given)),
    asks: needOf(act),
    isOpenAnyway: isOpen(allow(bare, act, owners)),
    keys: keys.filter(({ revokedAt }) => revokedAt === null),
    lost: keys.filter(({ revokedAt }) => revokedAt !== null),
    opensTo: { all, own, through: [...new Set(Object.values(through).flat())] },
  };
}

/** Whatever else an act asks for, such as a passkey, is asked of those it is open to. */
function isOpen(allowed: ReturnType<typeof allow>): boolean {
  return allowed.ok || !["not-signed-in", "not-allowed"].includes(allowed.refusal.code);
}

function withoutRoles({ who }: Principal): Principal["who"] {
  return who.kind === "token" || who.kind === "person" ? { ...who, grants: [] } : who;
}

/** Every role of somebody, alone and with each grant, that opens this or did. */
function keysTo(
  act: Act,
  owners: Subjects,
  roles: readonly HeldRole[],
  given: readonly EnterpriseGrant[],
): Key[] {
  return roles.flatMap((role) => {
    if (opensAlone(role, act, owners)) return [keyOf(role, null)];
    return given
      .filter((grant) => opensWith(role, grant, act, owners))
      .map((grant) => keyOf(role, grant));
  });
}

function opensAlone(role: HeldRole, act: Act, owners: Subjects): boolean {
  const { all = [], own = [] } = openingOf(act);
  if (all.includes(role.role)) return true;
  return own.includes(role.role) && owners[role.role] === role.subject;
}

function opensWith(role: HeldRole, grant: EnterpriseGrant, act: Act, owners: Subjects): boolean {
  const { through = {} } = openingOf(act);
  if (!speaksFor(role, grant.holderId)) return false;
  return (Object.keys(through) as Role[]).some(
    (owner) => owners[owner] === grant.ownerId && through[owner]?.includes(grant.kind) === true,
  );
}

function keyOf(role: HeldRole, through: EnterpriseGrant | null): Key {
  const { role: name, subject, grantedAt, grantedBy } = role;
  const ended = role.revokedAt === null ? through : role;
  const { revokedAt = null, revokedBy = null } = ended ?? {};
  return { role: name, subject, grantedAt, grantedBy, through, revokedAt, revokedBy };
}
