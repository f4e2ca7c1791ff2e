import { checkRoute } from "./check-route.ts";
import { stabilityCost, unfairnessCost } from "./check-promises.ts";
import { type Complaint, routeCost } from "./retrace.ts";
import type { Plan } from "./plan.ts";
import { type Errand, isStopType, keyOf, type Problem, type StopKey } from "./problem.ts";

/** What a plan is worth, and all that is wrong with it: nothing, if it can be driven. */
export interface Verdict {
  readonly complaints: readonly Complaint[];
  /** In the problem's unit of cost: what routes, broken promises and unfairness cost together. */
  readonly cost: number;
  readonly costOf: CostParts;
  readonly prioritySum: number;
  readonly stopsServed: number;
}

export interface CostParts {
  readonly routes: number;
  readonly stability: number;
  readonly fairness: number;
}

/**
 * Judges a plan from the problem alone, with nothing of the search: its order, its times as
 * published, loads, skills, breaks and limits, and that every stop is served once or named as left.
 */
export function check(problem: Problem, plan: Plan): Verdict {
  const complaints: Complaint[] = [];
  const served = new Map<StopKey, number>();
  const used = new Set<number>();
  let routes = 0;
  let stability = 0;
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
    routes += routeCost(problem, vehicle, route.steps);
    stability += stabilityCost(problem, vehicle, route.steps);
    for (const { type, id } of route.steps) {
      if (!isStopType(type) || id === undefined) continue;
      const stop = keyOf({ type, id });
      if (served.has(stop)) complaints.push({ code: "served-twice", vehicle: route.vehicle, stop });
      served.set(stop, route.vehicle);
    }
  }
  complaints.push(...unaccounted(problem, plan, served), ...frozenLeft(problem, used));
  const fairness = unfairnessCost(problem, plan);
  return {
    complaints,
    cost: routes + stability + fairness,
    costOf: { routes, stability, fairness },
    ...worth(problem, served),
  };
}

/** An errand counts when it is done wholly, but for its frozen stops, which are run in any case. */
function worth(problem: Problem, served: ReadonlyMap<StopKey, number>) {
  const frozen = new Set(problem.vehicles.flatMap((vehicle) => vehicle.frozen ?? []));
  let prioritySum = 0;
  let stopsServed = 0;
  for (const { stops, priority } of problem.errands) {
    const isDone = stops.every((stop) => served.has(keyOf(stop)));
    const count = isDone ? stops.length : stops.filter((stop) => frozen.has(keyOf(stop))).length;
    prioritySum += priority * count;
    stopsServed += count;
  }
  return { prioritySum, stopsServed };
}

/** Frozen stops of vehicles that have no route at all. */
function frozenLeft({ vehicles }: Problem, used: ReadonlySet<number>): Complaint[] {
  return vehicles.flatMap(({ id, frozen = [] }): Complaint[] =>
    frozen.length > 0 && !used.has(id) ? [{ code: "frozen-not-first", vehicle: id }] : [],
  );
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
  const frozen = new Set(problem.vehicles.flatMap((vehicle) => vehicle.frozen ?? []));
  return [...complaints, ...problem.errands.flatMap((errand) => torn(errand, served, frozen))];
}

/** What is frozen is run, whether the rest of its errand is or not; but never by two vehicles. */
function torn(
  errand: Errand,
  served: ReadonlyMap<StopKey, number>,
  frozen: ReadonlySet<StopKey>,
): Complaint[] {
  const free = errand.stops.filter((stop) => !frozen.has(keyOf(stop)));
  const isLeft = free.every((stop) => !served.has(keyOf(stop)));
  const bound = isLeft ? errand.stops.filter((stop) => !free.includes(stop)) : errand.stops;
  const routes = new Set(bound.map((stop) => served.get(keyOf(stop))));
  const [first] = errand.stops;
  return routes.size > 1 && first ? [{ code: "torn-apart", stop: keyOf(first) }] : [];
}
