import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { GroupId, HouseholdId, PickupPointId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  groupById,
  groupPage,
  type GroupRow,
  handCoordinationTo,
  insertGroup,
} from "#store/groups.ts";
import { householdById } from "#store/households.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { openPickupPoint } from "#store/places.ts";

export interface FoundGroup {
  readonly name: string;
  readonly pickupPointId: PickupPointId;
}

/** Founds a solidarity purchasing group, with the point where it meets. */
export function foundGroup(request: Request, command: FoundGroup) {
  return perform(request, {
    load: () => ({ points: openPickupPoint(command.pickupPointId) }),
    decide: ({ points }, principal): Outcome<Plan<GroupRow>, AccessRefusal | NetworkRefusal> => {
      const allowed = allow(principal, "groups.edit");
      if (!allowed.ok) return allowed;
      if (points.length === 0) return refuse({ code: "not-found", what: "pickup-point" });
      const { ids, now } = request.ports;
      const group = { ...command, id: ids.next<GroupId>(), createdAt: now };
      return accept({ status: 201, value: group, statements: [insertGroup(group)] });
    },
    guards: { "buying_group.name": { code: "name-taken", name: command.name } },
  });
}

/** The groups of the network; anyone may read them. */
export async function listGroups(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<GroupRow>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: groupPage(asked) });
  const allowed = allow(principal, "groups.read");
  return allowed.ok ? accept(known.page) : allowed;
}

export interface Coordination {
  readonly groupId: GroupId;
  readonly householdId: HouseholdId;
}

/** Hands a group's coordination to one of its households. */
export function handOverGroup(request: Request, command: Coordination) {
  const { groupId, householdId } = command;
  return perform(request, {
    load: () => ({ group: groupById(groupId), household: householdById(householdId) }),
    decide: (
      { group, household },
      principal,
    ): Outcome<Plan<Coordination>, AccessRefusal | NetworkRefusal> => {
      const allowed = allow(principal, "groups.edit");
      if (!allowed.ok) return allowed;
      if (group === null) return refuse({ code: "not-found", what: "group" });
      if (household?.groupId !== groupId) return refuse({ code: "not-in-group", groupId });
      return accept({ value: command, statements: handCoordinationTo(householdId, groupId) });
    },
    guards: { "household.group_id": "decide-again" },
  });
}
