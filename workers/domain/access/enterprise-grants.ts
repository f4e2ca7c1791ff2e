import type { EnterpriseId, GrantId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Grant } from "./principal.ts";
import type { EnterpriseGrantRefusal } from "./refusals.ts";

/** What an enterprise is in the network. */
type Trade = "producer" | "hub" | "courier";

/** What one enterprise may open to another: what its owner has to be, and its holder. */
const KINDS = {
  /** Put the owner's goods on the holder's list, and so into its cycles. */
  "list-in-cycles": { owner: ["producer"], holder: ["hub"] },
  /** Write the owner's catalogue. */
  "manage-products": { owner: ["producer"], holder: ["producer", "hub"] },
  /** Count the owner's pools, and say how much of them a hub may hold. */
  "manage-stock": { owner: ["producer"], holder: ["producer", "hub"] },
  /** Read the owner's sheets: what it has to prepare. */
  "see-orders": { owner: ["producer"], holder: ["producer", "hub"] },
  /** Read the owner's statements: what it sold, and what it is owed. */
  "see-statements": { owner: ["producer"], holder: ["producer", "hub"] },
  /** Collect a producer's crates, or carry a hub's: what there is to load, and for where. */
  transport: { owner: ["producer", "hub"], holder: ["courier"] },
  /** Read the address that the owner answers at. */
  "see-contacts": {
    owner: ["producer", "hub", "courier"],
    holder: ["producer", "hub", "courier"],
  },
} as const satisfies Record<string, Record<"owner" | "holder", readonly Trade[]>>;

export type EnterpriseGrantKind = keyof typeof KINDS;
export const ENTERPRISE_GRANTS = Object.keys(KINDS) as readonly EnterpriseGrantKind[];

/** What an enterprise opened to another; it counts until it is revoked. */
export interface EnterpriseGrant {
  readonly id: GrantId;
  readonly kind: EnterpriseGrantKind;
  readonly ownerId: EnterpriseId;
  readonly holderId: EnterpriseId;
  readonly givenAt: Instant;
  /** As history names them. */
  readonly givenBy: string;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

interface Party {
  readonly id: string;
  readonly roles: readonly Trade[];
}

/** Whether the owner can give such a grant to the holder: to another, each being what it takes. */
export function checkEnterpriseGrants(
  kinds: readonly EnterpriseGrantKind[],
  owner: Party,
  holder: Party,
): Outcome<readonly EnterpriseGrantKind[], EnterpriseGrantRefusal> {
  for (const kind of kinds) {
    const takes: Record<"owner" | "holder", readonly Trade[]> = KINDS[kind];
    const misfit = [
      ...(fits(owner, takes.owner) ? [] : [owner]),
      ...(fits(holder, takes.holder) && holder.id !== owner.id ? [] : [holder]),
    ][0];
    if (misfit !== undefined) {
      return refuse({ code: "enterprise-grant-misfit", kind, enterpriseId: misfit.id });
    }
  }
  return accept([...new Set(kinds)]);
}

/** What such an enterprise can open to others at all, and what such a one can be given. */
export function kindsBy(side: "owner" | "holder", party: Pick<Party, "roles">) {
  return ENTERPRISE_GRANTS.filter((kind) => fits(party, KINDS[kind][side]));
}

function fits(party: Pick<Party, "roles">, roles: readonly Trade[]): boolean {
  return roles.some((role) => party.roles.includes(role));
}

/** Roles whose subject is an enterprise. */
const ENTERPRISE_ROLES: ReadonlySet<string> = new Set(["producer", "hub", "courier"]);

/** Whether a role is that of somebody who acts for this enterprise. */
export function speaksFor({ role, subject }: Grant, enterprise: string): boolean {
  return ENTERPRISE_ROLES.has(role) && subject === enterprise;
}
