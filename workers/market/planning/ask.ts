import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { readDraft } from "#domain/delivery/read-draft.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { CycleId, PlanProblemId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { cycleById } from "#store/cycles.ts";
import {
  askForPlan,
  lastPlanNumber,
  PLAN_PROBLEM_CHANGED,
  type PlanVehicle,
} from "#store/plans.ts";
import { ofCycle } from "./reads.ts";

/** What somebody wants planned, in VROOM's words and ours (docs/planner.md). */
export interface AskForPlan {
  readonly cycleId: CycleId;
  readonly problem: unknown;
  readonly places: readonly EarthPoint[];
  readonly vehicles: readonly PlanVehicle[];
}

export interface PlanAsked {
  readonly id: PlanProblemId;
  readonly cycleId: CycleId;
  readonly number: number;
}

type Refusal = AccessRefusal | PlanRefusal;

/** Asks for a plan of a cycle: the planner is woken, and nobody waits for it. */
export function askPlan(request: Request, command: AskForPlan) {
  const { cycleId, problem, places, vehicles } = command;
  const { ids, now: at } = request.ports;
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId), last: lastPlanNumber(cycleId) }),
    decide: ({ cycle, last }, principal): Outcome<Plan<PlanAsked>, Refusal> => {
      const allowed = ofCycle(cycle, principal, "plans.edit");
      if (!allowed.ok) return allowed;
      const draft = readDraft(problem, places.length);
      if (!draft.ok) return refuse({ code: "round-unreadable", ...draft.refusal });
      const own = new Set(draft.value.vehicles.map(({ id }) => id));
      const strange = vehicles.findIndex(({ vehicle }) => !own.has(vehicle));
      if (strange >= 0) {
        const field = `vehicles[${strange}].vehicle`;
        return refuse({ code: "round-unreadable", field, expected: "a vehicle of the problem" });
      }
      const [id, number] = [ids.next<PlanProblemId>(), last + 1];
      const asked = { id, cycleId, number, problem: draft.value, places, vehicles };
      const rest = { errands: [], from: null, at, actor: actorName(principal) };
      return accept({
        status: 201,
        value: { id, cycleId, number },
        statements: askForPlan({ ...asked, ...rest }),
      });
    },
    guards: { [PLAN_PROBLEM_CHANGED]: "decide-again" },
  });
}
