import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, GroupId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { checkTimes, cycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  appendCycleEvent,
  CYCLE_CHANGED,
  CYCLE_STATE,
  cycleById,
  cyclePage,
  joinCycle,
  moveCycle,
} from "#store/cycles.ts";
import { groupById } from "#store/groups.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { type CycleView, ofHub, viewCycle } from "./cycle-view.ts";

type Refusal = AccessRefusal | CycleRefusal;

/** The cycles, newest first, each in the state that it is in now. */
export async function listCycles(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<CycleView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: cyclePage(asked) });
  const allowed = allow(principal, "cycles.read");
  if (!allowed.ok) return allowed;
  const items = known.page.items.map((row) => viewCycle(row, request.ports.now));
  return accept({ ...known.page, items });
}

export async function showCycle(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<CycleView, AccessRefusal>> {
  const { known, principal } = await look(request, { cycle: cycleById(cycleId) });
  const allowed = allow(principal, "cycles.read");
  if (!allowed.ok) return allowed;
  if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
  return accept(viewCycle(known.cycle, request.ports.now));
}

/** What is to be moved; what is not said stays. */
export interface RescheduleCycle {
  readonly cycleId: CycleId;
  readonly opensAt?: Instant | undefined;
  readonly closesAt?: Instant | undefined;
  readonly deliveryDay?: CivilDate | undefined;
  readonly reason: string;
}

/** Moves the times of a cycle that has not closed; an opening that is past stays as it was. */
export function rescheduleCycle(request: Request, command: RescheduleCycle) {
  const { now } = request.ports;
  const { cycleId, reason } = command;
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId) }),
    decide: (known, principal): Outcome<Plan<CycleView>, Refusal> => {
      const managed = ofHub(known.cycle, principal, "cycles.manage");
      if (!managed.ok) return managed;
      const cycle = managed.value;
      const possible = mayBecome(cycle, "rescheduled", now);
      if (!possible.ok) return possible;
      const opensAt =
        possible.value === "open" ? cycle.opensAt : (command.opensAt ?? cycle.opensAt);
      const { closesAt = cycle.closesAt, deliveryDay = cycle.deliveryDay } = command;
      const times = checkTimes({ opensAt, closesAt }, now);
      if (!times.ok) return times;
      const version = cycle.version + 1;
      const moved = { ...cycle, opensAt, closesAt, deliveryDay, version };
      const by = { at: now, actor: actorName(principal), reason, closesAt };
      return accept({
        value: { ...moved, state: cycleState(moved, now) },
        statements: [
          moveCycle(cycleId, { opensAt, deliveryDay }),
          appendCycleEvent({ cycleId, version: cycle.version, kind: "rescheduled", ...by }),
        ],
      });
    },
    guards: { [CYCLE_CHANGED]: "decide-again", [CYCLE_STATE]: "decide-again" },
  });
}

/** Lets a group share a cycle with others (interGAS); households of no group need no leave. */
export function shareCycle(
  request: Request,
  { cycleId, groupId }: { readonly cycleId: CycleId; readonly groupId: GroupId },
) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId), group: groupById(groupId) }),
    decide: ({ cycle, group }, principal): Outcome<Plan<{ groups: GroupId[] }>, Refusal> => {
      const managed = ofHub(cycle, principal, "cycles.manage");
      if (!managed.ok) return managed;
      if (group === null) return refuse({ code: "not-found", what: "group" });
      const possible = mayBecome(managed.value, "rescheduled", now);
      if (!possible.ok) return possible;
      const groups = [...new Set([...managed.value.groups, groupId])].toSorted();
      return accept({ value: { groups }, statements: [joinCycle(cycleId, groupId, now)] });
    },
  });
}
