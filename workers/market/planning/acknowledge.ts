import { allowPrivate } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { PlanProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { routesOf } from "#store/plan-reads.ts";
import { acknowledgePlan, PLAN_ACKNOWLEDGED, PLAN_CHANGED } from "#store/plans.ts";
import { ownRoute, type RouteAsked } from "./reads.ts";

export interface RouteAcknowledged {
  readonly planId: PlanProblemId;
  readonly version: number;
  readonly vehicle: number;
  readonly acknowledgedAt: Instant;
}

/** Notes that whoever drives a route has read its newest version, once. */
export function acknowledgeRoute(request: Request, asked: RouteAsked) {
  const { planId, version, vehicle } = asked;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({ routes: routesOf(planId, version) }),
    decide: (
      { routes },
      principal,
    ): Outcome<Plan<RouteAcknowledged>, AccessRefusal | PlanRefusal> => {
      const { subjects, value: route } = ownRoute(routes, vehicle);
      const allowed = allowPrivate(principal, "routes.acknowledge", subjects, "route");
      if (!allowed.ok) return allowed;
      if (route === null) return refuse({ code: "not-found", what: "route" });
      if (!route.isNewest) return refuse({ code: "plan-changed", planId });
      if (route.acknowledged !== null) return refuse({ code: "plan-acknowledged", version });
      const row = { problemId: planId, version, vehicle, at, actor: actorName(principal) };
      return accept({
        status: 201,
        value: { planId, version, vehicle, acknowledgedAt: at },
        statements: [acknowledgePlan(row)],
      });
    },
    guards: {
      [PLAN_CHANGED]: { code: "plan-changed", planId },
      [PLAN_ACKNOWLEDGED]: { code: "plan-acknowledged", version },
    },
  });
}
