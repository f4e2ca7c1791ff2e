import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { CycleId, PlanProblemId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { cycleById } from "#store/cycles.ts";
import { PLAN_PROBLEM_CHANGED } from "#store/plans.ts";
import { decideQuestion, type RoundsAsked, roundsLoaders } from "./ask.ts";
import { ofHub } from "./of-hub.ts";

/** Asks the planner for the rounds of a cycle, or for new ones. */
export function planRounds(request: Request, cycleId: CycleId) {
  return perform(request, {
    load: () => ({ ...roundsLoaders(cycleId), row: cycleById(cycleId) }),
    decide: (known, principal): Outcome<Plan<RoundsAsked>, AccessRefusal | RoundsRefusal> => {
      const managed = ofHub(known.row, principal, "rounds.manage");
      if (!managed.ok) return managed;
      const problemId = request.ports.ids.next<PlanProblemId>();
      const asking = { problemId, at: request.ports.now, actor: actorName(principal) };
      const question = decideQuestion(known, asking);
      if (!question.ok) return question;
      const { asked, statements } = question.value;
      return accept({ status: 201, value: asked, statements });
    },
    guards: { [PLAN_PROBLEM_CHANGED]: "decide-again" },
  });
}
