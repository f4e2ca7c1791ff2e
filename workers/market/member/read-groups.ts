import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { GroupId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import {
  groupOrderLoaders,
  groupOrderOf,
  type GroupOrderView,
} from "#market/groups/group-order.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import {
  type HeldHousehold,
  heldHouseholds,
  type ListedGroup,
  listedGroups,
} from "#store/listed-groups.ts";

export interface GroupsView {
  readonly around: Around;
  readonly groups: readonly ListedGroup[];
  /** Households that the reader speaks for. */
  readonly held: readonly HeldHousehold[];
  readonly principal: Principal;
}

/** The groups of the network, and what the reader's own households have to do with them. */
export async function readGroups(request: Request): Promise<GroupsView> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    groups: listedGroups(),
    held: heldHouseholds(request.credentials),
  });
  const held = known.held.filter(({ id }) => holds(principal, "household", id));
  return { around: aroundOf(known, request), groups: known.groups, held, principal };
}

/** Whether somebody has this role over this very thing. */
export function holds(
  { who }: Principal,
  role: "household" | "coordinator",
  subject: string,
): boolean {
  if (who.kind !== "person" && who.kind !== "token") return false;
  return who.grants.some((grant) => grant.role === role && grant.subject === subject);
}

export interface GroupPageView {
  readonly around: Around;
  readonly order: GroupOrderView;
}

/** A group's order, in the cycle that is asked for or the one that is nearest. */
export async function readGroupPage(
  request: Request,
  { groupId, code }: { readonly groupId: GroupId; readonly code: string | null },
): Promise<Outcome<GroupPageView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...groupOrderLoaders({ groupId, code, now }),
  });
  const order = groupOrderOf(known, principal, now);
  return order.ok ? accept({ around: aroundOf(known, request), order: order.value }) : order;
}
