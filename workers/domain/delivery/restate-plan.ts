import type { Plan, PlannedRoute, Step } from "./plan.ts";
import { isStopType, type Problem, type Vehicle } from "./problem.ts";
import {
  aboardAlready,
  changeAt,
  keptFrom,
  loadedFor,
  tripsOf,
  type Visit,
  workOf,
} from "./retrace.ts";

/**
 * A plan that passed the check, with its places, work and loads as the problem has them: what
 * somebody else's plan says of these is nobody's business to believe. Orders and times stay.
 */
export function restated(problem: Problem, plan: Plan): Plan {
  return {
    routes: plan.routes.map((route) => restatedRoute(problem, route)),
    unassigned: plan.unassigned.map(({ type, id, reason }) => ({ type, id, reason })),
  };
}

function restatedRoute(problem: Problem, { vehicle: id, steps }: PlannedRoute): PlannedRoute {
  const vehicle = problem.vehicles.find((one) => one.id === id);
  if (vehicle === undefined) return { vehicle: id, steps };
  const loads = loadsAlong(problem, vehicle, steps);
  const visits = new Map(tripsOf(problem, steps).flatMap((trip) => trip.map((v) => [v.step, v])));
  let at = vehicle.start;
  const told = steps.map((step, index) => {
    const fact = factOf(vehicle, step, { visit: visits.get(step), at });
    at = fact.place ?? at;
    const { type, arrival, waiting } = step;
    return { type, ...fact, arrival, waiting, load: loads[index] ?? [] };
  });
  return { vehicle: id, steps: told };
}

type Fact = Pick<Step, "id" | "place" | "setup" | "service">;

function factOf(
  vehicle: Vehicle,
  step: Step,
  { visit, at }: { readonly visit: Visit | undefined; readonly at: number | undefined },
): Fact {
  const { start, end, reload, breaks } = vehicle;
  if (visit !== undefined) {
    const { id, place } = visit.stop;
    const whole = workOf(vehicle, visit.stop, at);
    // Whoever stands there already pays no setup.
    const service = workOf(vehicle, visit.stop, place);
    return { id, place, setup: whole - service, service };
  }
  const idle = { setup: 0, service: 0 };
  if (step.type === "start") return { ...idle, ...(start === undefined ? {} : { place: start }) };
  if (step.type === "end") return { ...idle, ...(end === undefined ? {} : { place: end }) };
  if (step.type === "reload" && reload !== undefined) {
    return { setup: 0, place: reload.place, service: reload.service };
  }
  const rest = breaks.find(({ id }) => id === step.id);
  return rest === undefined ? idle : { id: rest.id, setup: 0, service: rest.service };
}

/** What is aboard after each step, quantity by quantity. */
function loadsAlong(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): number[][] {
  const trips = tripsOf(problem, steps);
  const all = Array.from({ length: problem.dimensions }, (_, dimension) => dimension);
  let trip = 0;
  let visited = 0;
  const load = all.map((d) => aboardAlready(problem, vehicle, d) + loadedFor(trips[0] ?? [], d));
  return steps.map((step) => {
    const visit = isStopType(step.type) ? trips[trip]?.[visited++] : undefined;
    for (const d of all) {
      if (visit !== undefined) load[d] = (load[d] ?? 0) + changeAt(visit.stop, d);
      if (step.type !== "reload") continue;
      const kept = keptFrom(trips[trip] ?? [], d);
      load[d] = (load[d] ?? 0) - kept + loadedFor(trips[trip + 1] ?? [], d);
    }
    if (step.type === "reload") {
      trip += 1;
      visited = 0;
    }
    return [...load];
  });
}
