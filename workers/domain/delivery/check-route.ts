import { checkTimes } from "./check-times.ts";
import type { Step } from "./plan.ts";
import { keyOf, type Problem, type Stop, type StopKey, type Vehicle } from "./problem.ts";
import { atStart, type Complaint, lengthOf, type Visit, visitsOf } from "./retrace.ts";

/** Everything that one route gets wrong by itself. */
export function checkRoute(
  problem: Problem,
  vehicle: Vehicle,
  steps: readonly Step[],
): Complaint[] {
  const visits = visitsOf(problem, steps);
  const at = { vehicle: vehicle.id };
  const strangers = steps
    .filter(({ type, id }) => isStop(type) && id === undefined)
    .map((): Complaint => ({ code: "unknown-stop", ...at }));
  return [
    ...strangers,
    ...unknownStops(problem, steps).map((stop): Complaint => ({
      code: "unknown-stop",
      stop,
      ...at,
    })),
    ...(visits.length === 0 ? [{ code: "nothing-to-do", ...at } as const] : []),
    ...visits.flatMap(({ errand, stop }): Complaint[] =>
      errand.skills.every((skill) => vehicle.skills.includes(skill))
        ? []
        : [{ code: "skill", stop: keyOf(stop), ...at }],
    ),
    ...checkLoads(problem, vehicle, visits),
    ...checkOrder(visits, vehicle),
    ...checkLimits(problem, vehicle, visits),
    ...checkTimes(problem, vehicle, steps, visits),
  ];
}

function isStop(type: Step["type"]): type is Stop["type"] {
  return type === "job" || type === "pickup" || type === "delivery";
}

function unknownStops(problem: Problem, steps: readonly Step[]): StopKey[] {
  const known = new Set(problem.errands.flatMap(({ stops }) => stops.map(keyOf)));
  return steps.flatMap(({ type, id }) => {
    if (!isStop(type) || id === undefined) return [];
    return known.has(keyOf({ type, id })) ? [] : [keyOf({ type, id })];
  });
}

function checkLoads(problem: Problem, vehicle: Vehicle, visits: readonly Visit[]): Complaint[] {
  const complaints: Complaint[] = [];
  for (let index = 0; index < problem.dimensions; index++) {
    const room = vehicle.capacity?.[index] ?? 0;
    let aboard = atStart(visits, index);
    let isOver = aboard > room;
    for (const { stop } of visits) {
      aboard += (stop.takes[index] ?? 0) - (stop.leaves[index] ?? 0);
      isOver ||= aboard > room || aboard < 0;
    }
    if (isOver) complaints.push({ code: "capacity", vehicle: vehicle.id, index });
  }
  return complaints;
}

function checkOrder(visits: readonly Visit[], vehicle: Vehicle): Complaint[] {
  return visits.flatMap(({ errand, stop }, index): Complaint[] => {
    const mate = errand.stops.find((other) => other !== stop);
    if (mate === undefined) return [];
    const matesIndex = visits.findIndex((visit) => visit.stop === mate);
    const where = { vehicle: vehicle.id, stop: keyOf(stop) };
    if (stop.type === "pickup" && matesIndex < 0) return [{ code: "not-dropped", ...where }];
    const isTooSoon = stop.type === "delivery" && (matesIndex < 0 || matesIndex > index);
    return isTooSoon ? [{ code: "drop-before-pickup", ...where }] : [];
  });
}

function checkLimits(problem: Problem, vehicle: Vehicle, visits: readonly Visit[]): Complaint[] {
  const at = { vehicle: vehicle.id };
  const { maxTasks, maxTravelTime, maxDistance } = vehicle;
  const { travel, distance } = lengthOf(problem, vehicle, visits);
  const complaints: Complaint[] = [];
  if (!Number.isFinite(travel)) complaints.push({ code: "no-way", ...at });
  if (maxTasks !== undefined && visits.length > maxTasks) {
    complaints.push({ code: "too-many-tasks", ...at });
  }
  if (maxTravelTime !== undefined && travel > maxTravelTime) {
    complaints.push({ code: "too-much-travel", ...at });
  }
  if (maxDistance !== undefined && distance > maxDistance) {
    complaints.push({ code: "too-far", ...at });
  }
  return complaints;
}
