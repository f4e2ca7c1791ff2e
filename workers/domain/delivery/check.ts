import { checkRoute } from "./check-route.ts";
import { type Complaint, routeCost } from "./retrace.ts";
import type { Plan } from "./plan.ts";
import { type Errand, keyOf, type Problem, type StopKey } from "./problem.ts";

/** What a plan is worth, and all that is wrong with it: nothing, if it can be driven. */
export interface Verdict {
  readonly complaints: readonly Complaint[];
  /** In the problem's unit of cost. */
  readonly cost: number;
  readonly prioritySum: number;
  readonly stopsServed: number;
}

/**
 * Judges a plan from the problem alone, with nothing of the search: its order, its times as
 * published, loads, skills, breaks and limits, and that every stop is served once or named as left.
 */
export function check(problem: Problem, plan: Plan): Verdict {
  const complaints: Complaint[] = [];
  const served = new Map<StopKey, number>();
  const used = new Set<number>();
  let cost = 0;
  for (const route of plan.routes) {
    const vehicle = problem.vehicles.find(({ id }) => id === route.vehicle);
    if (vehicle === undefined || used.has(route.vehicle)) {
      complaints.push({
        code: vehicle ? "vehicle-twice" : "unknown-vehicle",
        vehicle: route.vehicle,
      });
      continue;
    }
    used.add(route.vehicle);
    complaints.push(...checkRoute(problem, vehicle, route.steps));
    cost += routeCost(problem, vehicle, route.steps);
    for (const { type, id } of route.steps) {
      if (type === "start" || type === "end" || type === "break" || id === undefined) continue;
      const stop = keyOf({ type, id });
      if (served.has(stop)) complaints.push({ code: "served-twice", vehicle: route.vehicle, stop });
      served.set(stop, route.vehicle);
    }
  }
  complaints.push(...unaccounted(problem, plan, served));
  const done = problem.errands.filter(({ stops }) =>
    stops.every((stop) => served.has(keyOf(stop))),
  );
  return {
    complaints,
    cost,
    prioritySum: done.reduce((sum, { priority, stops }) => sum + priority * stops.length, 0),
    stopsServed: done.reduce((sum, { stops }) => sum + stops.length, 0),
  };
}

/** Stops neither served nor named, both, or unknown; and errands that are torn apart. */
function unaccounted(
  problem: Problem,
  plan: Plan,
  served: ReadonlyMap<StopKey, number>,
): Complaint[] {
  const known = new Set(problem.errands.flatMap(({ stops }) => stops.map(keyOf)));
  const left = plan.unassigned.map(keyOf);
  const leftOnce = new Set(left);
  const complaints: Complaint[] = left.flatMap((stop, index): Complaint[] => {
    if (!known.has(stop)) return [{ code: "unknown-stop", stop }];
    if (served.has(stop)) return [{ code: "served-and-left", stop }];
    return left.indexOf(stop) === index ? [] : [{ code: "left-twice", stop }];
  });
  for (const stop of known) {
    if (!served.has(stop) && !leftOnce.has(stop)) complaints.push({ code: "forgotten", stop });
  }
  return [...complaints, ...problem.errands.flatMap((errand) => torn(errand, served))];
}

function torn(errand: Errand, served: ReadonlyMap<StopKey, number>): Complaint[] {
  const routes = new Set(errand.stops.map((stop) => served.get(keyOf(stop))));
  const [first] = errand.stops;
  return routes.size > 1 && first ? [{ code: "torn-apart", stop: keyOf(first) }] : [];
}
