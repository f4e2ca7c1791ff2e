import { allowPrivate } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { GroupId, GroupRequestId, HouseholdId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import { groupAnswerMail, groupRequestMail } from "#domain/notices/group-mail.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  endGroupRequest,
  groupRequestById,
  type GroupRequestRow,
  insertGroupRequest,
  LEAVES_WITH_ORDER,
  moveHousehold,
  REQUEST_ENDED,
  REQUEST_OPEN,
  waitingFor,
} from "#store/group-requests.ts";
import { groupById } from "#store/groups.ts";
import { coordinatorNow, type HouseholdNow, householdNow } from "#store/household-now.ts";
import { queueLetter } from "#store/letters.ts";

type Refusal = AccessRefusal | NetworkRefusal;

export interface Joining {
  readonly groupId: GroupId;
  readonly householdId: HouseholdId;
}

/** What a step of a request answers. */
export interface RequestChanged extends Joining {
  readonly id: GroupRequestId;
}

/** A household asks to come into a group; whoever coordinates it is told by letter. */
export function askToJoin(request: Request, { groupId, householdId }: Joining) {
  return perform(request, {
    load: () => ({
      group: groupById(groupId),
      household: householdNow(householdId),
      coordinator: coordinatorNow(groupId),
    }),
    decide: (known, principal): Outcome<Plan<RequestChanged>, Refusal> => {
      const { group, household, coordinator } = known;
      const subjects = { household: household?.householdId ?? null };
      const allowed = allowPrivate(principal, "groups.join", subjects, "household");
      if (!allowed.ok) return allowed;
      if (household === null) return refuse({ code: "not-found", what: "household" });
      if (group === null) return refuse({ code: "not-found", what: "group" });
      if (household.groupId !== null) return refuse({ code: "group-taken" });
      const { ids, now } = request.ports;
      const id = ids.next<GroupRequestId>();
      const row = { id, groupId, householdId, askedAt: now, askedBy: actorName(principal) };
      const name = household.name ?? "";
      const letter = groupRequestMail(coordinator?.language ?? "it", {
        household: name,
        group: group.name,
      });
      const to = coordinator?.email ?? null;
      const key = `group-request:${id}`;
      const told = to === null ? [] : queueLetter({ key, to, letter, at: now });
      const statements = [insertGroupRequest(row), ...told];
      return accept({ status: 201, value: { id, groupId, householdId }, statements });
    },
    guards: { [REQUEST_OPEN]: { code: "group-asked" } },
  });
}

/** A yes, or a no with its reason. */
export interface JoinAnswer {
  readonly requestId: GroupRequestId;
  readonly groupId: GroupId;
  readonly isAccepted: boolean;
  readonly reason: string | null;
}

/** Whoever coordinates a group lets a household in, or says why not; the household is told. */
export function answerRequest(request: Request, command: JoinAnswer) {
  const { requestId, groupId, isAccepted, reason } = command;
  return perform(request, {
    load: () => ({ asked: groupRequestById(requestId) }),
    decide: (known, principal): Outcome<Plan<RequestChanged>, Refusal> => {
      const asked = ofGroup(known.asked, groupId);
      const subjects = { coordinator: asked?.groupId ?? null };
      const allowed = allowPrivate(principal, "groups.coordinate", subjects, "group-request");
      if (!allowed.ok) return allowed;
      if (asked === null) return refuse({ code: "not-found", what: "group-request" });
      if (asked.endedAt !== null) return refuse({ code: "group-request-ended" });
      if (isAccepted && asked.isInGroup) return refuse({ code: "group-taken" });
      const { now } = request.ports;
      const ending = isAccepted ? ("accepted" as const) : ("declined" as const);
      const end = { ending, at: now, by: actorName(principal), reason };
      const { householdId, groupName: group, householdEmail: to, householdLanguage: lang } = asked;
      const letter = groupAnswerMail(lang, { group, isAccepted, reason });
      const key = `group-answer:${requestId}`;
      const statements = [
        endGroupRequest(requestId, end),
        ...(isAccepted ? [moveHousehold(householdId, groupId)] : []),
        ...(to === null ? [] : queueLetter({ key, to, letter, at: now })),
      ];
      return accept({ value: { id: requestId, groupId, householdId }, statements });
    },
    guards: { [REQUEST_ENDED]: "decide-again", [LEAVES_WITH_ORDER]: "decide-again" },
  });
}

/** The household takes its request back. */
export function withdrawRequest(
  request: Request,
  { requestId, groupId }: Pick<JoinAnswer, "requestId" | "groupId">,
) {
  return perform(request, {
    load: () => ({ asked: groupRequestById(requestId) }),
    decide: (known, principal): Outcome<Plan<RequestChanged>, Refusal> => {
      const asked = ofGroup(known.asked, groupId);
      const subjects = { household: asked?.householdId ?? null };
      const allowed = allowPrivate(principal, "groups.join", subjects, "group-request");
      if (!allowed.ok) return allowed;
      if (asked === null) return refuse({ code: "not-found", what: "group-request" });
      if (asked.endedAt !== null) return refuse({ code: "group-request-ended" });
      const by = actorName(principal);
      const end = { ending: "withdrawn" as const, at: request.ports.now, by, reason: null };
      const { householdId } = asked;
      const value = { id: requestId, groupId, householdId };
      return accept({ value, statements: [endGroupRequest(requestId, end)] });
    },
    guards: { [REQUEST_ENDED]: "decide-again" },
  });
}

function ofGroup(asked: GroupRequestRow | null, group: GroupId): GroupRequestRow | null {
  return asked?.groupId === group ? asked : null;
}

/** A household goes out of its group, once nothing of it is on its way. */
export function leaveGroup(request: Request, { groupId, householdId }: Joining) {
  return perform(request, {
    load: () => ({ household: householdNow(householdId) }),
    decide: ({ household }, principal): Outcome<Plan<Joining>, Refusal> => {
      const subjects = { household: household?.householdId ?? null };
      const allowed = allowPrivate(principal, "groups.join", subjects, "household");
      if (!allowed.ok) return allowed;
      if (household === null) return refuse({ code: "not-found", what: "household" });
      const may = mayLeave(household, groupId);
      if (!may.ok) return may;
      const statements = [moveHousehold(householdId, null)];
      return accept({ value: { groupId, householdId }, statements });
    },
    guards: { [LEAVES_WITH_ORDER]: { code: "group-order-open" } },
  });
}

function mayLeave(household: HouseholdNow, groupId: GroupId): Outcome<null, NetworkRefusal> {
  if (household.groupId !== groupId) return refuse({ code: "not-in-group", groupId });
  if (household.coordinatesGroup) return refuse({ code: "group-coordinator-stays" });
  if (household.openOrders > 0) return refuse({ code: "group-order-open" });
  return accept(null);
}

/** A household that waits, as whoever coordinates the group reads it. */
export type WaitingView = Pick<
  GroupRequestRow,
  "id" | "groupId" | "householdId" | "householdName" | "askedAt"
>;

/** Who waits for a group's answer. */
export async function listWaiting(
  request: Request,
  groupId: GroupId,
): Promise<Outcome<{ readonly items: readonly WaitingView[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    group: groupById(groupId),
    waiting: waitingFor(groupId),
  });
  const subjects = { coordinator: known.group?.id ?? null };
  const allowed = allowPrivate(principal, "group-sheets.read", subjects, "group");
  if (!allowed.ok) return allowed;
  if (known.group === null) return refuse({ code: "not-found", what: "group" });
  return accept({ items: known.waiting.map(viewWaiting) });
}

function viewWaiting(row: GroupRequestRow): WaitingView {
  const { id, groupId, householdId, householdName, askedAt } = row;
  return { id, groupId, householdId, householdName, askedAt };
}
