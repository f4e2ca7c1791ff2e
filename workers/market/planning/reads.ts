import { type Act, allow, allowPrivate, type Subjects } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PlannedRoute } from "#domain/delivery/plan.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { CycleId, PlanProblemId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import type { Page, PageAsked } from "#store/page.ts";
import {
  type Acknowledged,
  type PlaceRead,
  planById,
  type PlanRead,
  plansOfCycle,
  type RoutesRead,
  routesOf,
} from "#store/plan-reads.ts";
import { planWork } from "#store/plan-work.ts";
import type { PlanVehicle } from "#store/plans.ts";

/** What was planned for a cycle, the newest first. */
export async function listPlans(
  request: Request,
  cycleId: CycleId,
  asked: PageAsked,
): Promise<Outcome<Page<PlanRead>, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    page: plansOfCycle(cycleId, asked),
  });
  const allowed = ofCycle(known.cycle, principal, "plans.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** The cycle, if the principal may do this to its plans as its hub or for the network. */
export function ofCycle(
  cycle: CycleRow | null,
  principal: Principal,
  act: "plans.read" | "plans.edit",
): Outcome<CycleRow, AccessRefusal> {
  const allowed = allow(principal, act, cycle === null ? {} : { hub: cycle.hubId });
  if (!allowed.ok) return allowed;
  return cycle === null ? refuse({ code: "not-found", what: "cycle" }) : accept(cycle);
}

/** How a plan stands: its distances, its versions, or why it was set aside. */
export async function showPlan(
  request: Request,
  planId: PlanProblemId,
): Promise<Outcome<PlanRead, AccessRefusal>> {
  const { known, principal } = await look(request, { plan: planById(planId) });
  return ofPlan(known.plan, principal, "plans.read");
}

/** The plan, if the principal may do this to it as its hub or for the network. */
export function ofPlan(
  plan: PlanRead | null,
  principal: Principal,
  act: Act,
): Outcome<PlanRead, AccessRefusal> {
  const subjects = plan === null ? {} : { hub: plan.hubId };
  const allowed = allowPrivate(principal, act, subjects, "plan");
  if (!allowed.ok) return allowed;
  return plan === null ? refuse({ code: "not-found", what: "plan" }) : accept(plan);
}

/** What is to be planned, with its distances, as a browser's planner takes it. */
export interface PlanTask {
  readonly problem: unknown;
  /** One stop of each errand that was called off: to be left out. */
  readonly calledOff: readonly string[];
  /** A plan to begin with: the newest version, or that of the problem before. */
  readonly from: unknown;
}

export async function showTask(
  request: Request,
  planId: PlanProblemId,
): Promise<Outcome<PlanTask, AccessRefusal | PlanRefusal>> {
  const { known, principal } = await look(request, {
    plan: planById(planId),
    work: planWork(planId),
  });
  const plan = ofPlan(known.plan, principal, "plans.read");
  if (!plan.ok) return plan;
  const { work } = known;
  if (work === null || plan.value.distances.length === 0) {
    return refuse({ code: "plan-not-measured", planId });
  }
  const problem = { ...(work.json as object), matrices: work.matrices };
  const from = work.last?.plan ?? work.before;
  return accept({ problem, calledOff: [...work.calledOff], from });
}

/** The routes of a version, all of them. */
export async function showRoutes(
  request: Request,
  planId: PlanProblemId,
  version: number,
): Promise<Outcome<Omit<RoutesRead, "hubId">, AccessRefusal>> {
  const { known, principal } = await look(request, { routes: routesOf(planId, version) });
  const { routes } = known;
  const subjects = routes === null ? {} : { hub: routes.hubId };
  const allowed = allowPrivate(principal, "plans.read", subjects, "plan");
  if (!allowed.ok) return allowed;
  if (routes === null) return refuse({ code: "not-found", what: "plan" });
  const { hubId: _hub, ...shown } = routes;
  return accept(shown);
}

/** A courier's own route, with the places that it passes and no others. */
export interface OwnRoute {
  readonly version: number;
  readonly isNewest: boolean;
  readonly vehicle: PlanVehicle;
  /** Null where nothing is to do. */
  readonly route: PlannedRoute | null;
  readonly calledOff: readonly string[];
  readonly places: readonly PlaceRead[];
  readonly acknowledged: Acknowledged | null;
}

/** Which route of which version; without a number the newest. */
export interface RouteAsked {
  readonly planId: PlanProblemId;
  readonly version: number;
  readonly vehicle: number;
}

export async function showRoute(
  request: Request,
  { planId, version, vehicle }: RouteAsked,
): Promise<Outcome<OwnRoute, AccessRefusal>> {
  const { known, principal } = await look(request, { routes: routesOf(planId, version) });
  const route = ownRoute(known.routes, vehicle);
  const allowed = allowPrivate(principal, "routes.read", route.subjects, "route");
  if (!allowed.ok) return allowed;
  return route.value === null ? refuse({ code: "not-found", what: "route" }) : accept(route.value);
}

/** A route of a version and whose it is; nobody's where there is none. */
export function ownRoute(
  routes: RoutesRead | null,
  vehicle: number,
): { readonly subjects: Subjects; readonly value: OwnRoute | null } {
  const driven = routes?.vehicles.find((one) => one.vehicle === vehicle);
  if (routes === null || driven === undefined) return { subjects: {}, value: null };
  const { hubId: hub, version, isNewest, plan, calledOff, acknowledged } = routes;
  const route = plan.routes.find((one) => one.vehicle === vehicle) ?? null;
  const passed = new Set(route?.steps.flatMap(({ place }) => place ?? []));
  return {
    subjects: { hub, courier: driven.enterpriseId, person: driven.personId },
    value: {
      version,
      isNewest,
      vehicle: driven,
      route,
      calledOff,
      places: routes.places.filter(({ place }) => passed.has(place)),
      acknowledged: acknowledged.find((one) => one.vehicle === vehicle) ?? null,
    },
  };
}
