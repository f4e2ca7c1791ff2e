import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { withoutErrands } from "#domain/delivery/called-off.ts";
import type { Plan as Rounds } from "#domain/delivery/plan.ts";
import { complaintsInWords, isBetter, type PlanWorth, weigh } from "#domain/delivery/plan-worth.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import { restated } from "#domain/delivery/restate-plan.ts";
import type { PlanProblemId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { planById } from "#store/plan-reads.ts";
import { doneWith, planWork, type PlanWork } from "#store/plan-work.ts";
import { PLAN_CHANGED, PLAN_PROBLEM_CHANGED, savePlan } from "#store/plans.ts";
import { ofPlan } from "./reads.ts";

/** A plan that was found in a browser, or made by hand: it has neither seed nor rounds. */
export interface TakeVersion {
  readonly planId: PlanProblemId;
  readonly plan: Rounds;
  readonly search: { readonly seed: number; readonly rounds: number } | null;
}

export interface VersionTaken extends PlanWorth {
  readonly planId: PlanProblemId;
  readonly version: number;
}

type Refusal = AccessRefusal | PlanRefusal;

/**
 * Takes a plan that somebody else made, once it passed the independent check. A search's plan has
 * to be better than the newest one; who plans by hand has their reasons. One that does not pass
 * leaves everything as it is.
 */
export function takeVersion(request: Request, command: TakeVersion) {
  const { planId, plan, search } = command;
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ known: planById(planId), work: planWork(planId) }),
    decide: ({ known, work }, principal): Outcome<Plan<VersionTaken>, Refusal> => {
      const allowed = ofPlan(known, principal, "plans.edit");
      if (!allowed.ok) return allowed;
      if (allowed.value.state === "set-aside") return refuse({ code: "plan-set-aside", planId });
      if (work === null || allowed.value.distances.length === 0) {
        return refuse({ code: "plan-not-measured", planId });
      }
      const looked = lookedAt(work, plan);
      if (!looked.ok) return looked;
      const { worth, sound } = looked.value;
      const { last, dropped } = work;
      const rival = last?.dropped === dropped ? last : null;
      if (search !== null && rival !== null && !isBetter(worth, rival.worth)) {
        return refuse({ code: "plan-not-better", version: rival.number });
      }
      const number = (last?.number ?? 0) + 1;
      const how = search ?? { seed: null, rounds: null };
      const source = search === null ? ("hand" as const) : ("browser" as const);
      const row = { problemId: planId, number, plan: JSON.stringify(sound), dropped, source };
      const when = { checkedAt: now, savedAt: now, madeBy: actorName(principal) };
      return accept({
        status: 201,
        value: { planId, version: number, ...worth },
        statements: [savePlan({ ...row, ...worth, ...how, ...when }), doneWith(planId, dropped)],
      });
    },
    guards: { [PLAN_CHANGED]: "decide-again", [PLAN_PROBLEM_CHANGED]: "decide-again" },
  });
}

interface Looked {
  readonly worth: PlanWorth;
  /** The plan with its facts as the problem has them. */
  readonly sound: Rounds;
}

function lookedAt(work: PlanWork, plan: Rounds): Outcome<Looked, PlanRefusal> {
  const read = readProblem({ ...(work.json as object), matrices: work.matrices });
  if (!read.ok) return refuse({ code: "plan-set-aside", planId: work.id });
  const problem = withoutErrands(read.value, work.calledOff);
  const weighed = weigh(problem, plan);
  if (weighed.kind === "sound") {
    return accept({ worth: weighed.worth, sound: restated(problem, plan) });
  }
  return refuse({ code: "plan-unsound", complaints: complaintsInWords(weighed.complaints) });
}
