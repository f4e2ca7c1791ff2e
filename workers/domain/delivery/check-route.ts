import { checkTimes } from "./check-times.ts";
import type { Step } from "./plan.ts";
import {
  isStopType,
  keyOf,
  type Problem,
  type Stop,
  type StopKey,
  type Vehicle,
} from "./problem.ts";
import { checkTrips } from "./check-trips.ts";
import { type Complaint, lengthOf, type Visit, visitsOf } from "./retrace.ts";

/** Everything that one route gets wrong by itself. */
export function checkRoute(
  problem: Problem,
  vehicle: Vehicle,
  steps: readonly Step[],
): Complaint[] {
  const visits = visitsOf(problem, steps);
  const at = { vehicle: vehicle.id };
  const strangers = steps
    .filter(({ type, id }) => isStopType(type) && id === undefined)
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
    ...checkTrips(problem, vehicle, steps),
    ...checkBonds(visits, vehicle),
    ...checkOrder(visits, vehicle),
    ...checkLimits(problem, vehicle, steps),
    ...checkTimes(problem, vehicle, steps),
  ];
}

/** Whose errand it is, and what comes first. */
function checkBonds(visits: readonly Visit[], vehicle: Vehicle): Complaint[] {
  const frozen = vehicle.frozen ?? [];
  const isFirst = frozen.every((key, index) => {
    const stop = visits[index]?.stop;
    return stop !== undefined && keyOf(stop) === key;
  });
  return [
    ...visits.flatMap(({ errand, stop }): Complaint[] =>
      errand.vehicle === undefined || errand.vehicle === vehicle.id
        ? []
        : [{ code: "wrong-vehicle", vehicle: vehicle.id, stop: keyOf(stop) }],
    ),
    ...(isFirst ? [] : [{ code: "frozen-not-first", vehicle: vehicle.id } as const]),
  ];
}

function unknownStops(problem: Problem, steps: readonly Step[]): StopKey[] {
  const known = new Set(problem.errands.flatMap(({ stops }) => stops.map(keyOf)));
  return steps.flatMap(({ type, id }) => {
    if (!isStopType(type) || id === undefined) return [];
    return known.has(keyOf({ type, id })) ? [] : [keyOf({ type, id })];
  });
}

/** All pickups before the delivery. What is frozen may wait for its delivery in vain. */
function checkOrder(visits: readonly Visit[], vehicle: Vehicle): Complaint[] {
  const frozen = new Set(vehicle.frozen);
  return visits.flatMap(({ errand, stop }, index): Complaint[] => {
    const where = { vehicle: vehicle.id, stop: keyOf(stop) };
    if (stop.type === "pickup") {
      const drop = errand.stops.find(({ type }) => type === "delivery");
      const isLeft = drop !== undefined && positionOf(visits, drop) < 0 && !frozen.has(keyOf(stop));
      return isLeft ? [{ code: "not-dropped", ...where }] : [];
    }
    const pickups = errand.stops.filter(({ type }) => type === "pickup");
    const isTooSoon = pickups.some((pickup) => {
      const at = positionOf(visits, pickup);
      return at < 0 || at > index;
    });
    return isTooSoon ? [{ code: "drop-before-pickup", ...where }] : [];
  });
}

function positionOf(visits: readonly Visit[], stop: Stop): number {
  return visits.findIndex((visit) => visit.stop === stop);
}

function checkLimits(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): Complaint[] {
  const at = { vehicle: vehicle.id };
  const visits = visitsOf(problem, steps);
  const { maxTasks, maxTravelTime, maxDistance } = vehicle;
  const { travel, distance } = lengthOf(problem, vehicle, steps);
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
