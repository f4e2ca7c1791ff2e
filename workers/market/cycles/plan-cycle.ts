import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { checkTimes } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  CYCLE_CODE_TAKEN,
  cycleById,
  type CycleRow,
  insertCycle,
  joinCycle,
} from "#store/cycles.ts";
import { enterpriseById } from "#store/enterprises.ts";
import { type Copyable, copyable } from "#store/left-out.ts";
import type { CycleView } from "./cycle-view.ts";

type Refusal = AccessRefusal | CycleRefusal;

export interface PlanCycle {
  readonly code: string;
  readonly hubId: EnterpriseId;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  /** A cycle of the same hub whose offers and groups it repeats; null plans from the list. */
  readonly copyOf: CycleId | null;
}

export interface PlannedCycle extends CycleView {
  /** What would be offered again and what not, by what holds now; null when nothing is copied. */
  readonly copy: Copyable | null;
}

/**
 * Plans a cycle of a hub: a draft, until it is published with its prices. A copy takes over no
 * offer as it was: each is looked at now, for the answer, and again when the cycle is published.
 */
export function planCycle(request: Request, command: PlanCycle) {
  const { copyOf, ...told } = command;
  const { now } = request.ports;
  const row = {
    ...told,
    id: request.ports.ids.next<CycleId>(),
    createdAt: now,
    copiedFrom: copyOf,
  };
  return perform(request, {
    load: () => ({
      hub: enterpriseById(told.hubId),
      source: cycleById(copyOf ?? NO_CYCLE),
      copy: copyable(copyOf ?? NO_CYCLE, told.deliveryDay),
    }),
    decide: ({ hub, source, copy }, principal): Outcome<Plan<PlannedCycle>, Refusal> => {
      const allowed = allow(principal, "cycles.manage", { hub: told.hubId });
      if (!allowed.ok) return allowed;
      if (hub?.roles.includes("hub") !== true) return refuse({ code: "not-found", what: "hub" });
      const times = checkTimes(command, now);
      if (!times.ok) return times;
      const repeated = copyOf === null ? accept([]) : groupsToRepeat(source, told.hubId);
      if (!repeated.ok) return repeated;
      const groups = repeated.value;
      const counts = { version: 0, groups, orders: 0, lines: 0, offers: 0 };
      const planned = { ...row, ...counts, state: "draft" as const };
      return accept({
        status: 201,
        value: { ...planned, copy: copyOf === null ? null : copy },
        statements: [insertCycle(row), ...groups.map((group) => joinCycle(row.id, group, now))],
      });
    },
    guards: { [CYCLE_CODE_TAKEN]: { code: "cycle-code-taken", cycleCode: command.code } },
  });
}

/** No cycle has this identifier: nothing is read where nothing is copied. */
const NO_CYCLE = "" as CycleId;

/** A hub repeats its own cycles; another's is not there. */
function groupsToRepeat(
  source: CycleRow | null,
  hubId: EnterpriseId,
): Outcome<CycleRow["groups"], Refusal> {
  if (source?.hubId !== hubId) return refuse({ code: "not-found", what: "cycle" });
  if (source.offers === 0) return refuse({ code: "cycle-without-offers", cycleId: source.id });
  return accept(source.groups);
}
