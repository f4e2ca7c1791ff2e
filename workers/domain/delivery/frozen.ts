import { type Errand, keyOf, type Problem } from "./problem.ts";
import { hasSkills } from "./solver/compile-fleet.ts";
import { compile } from "./solver/compile.ts";
import { hasRoomThroughout } from "./solver/loads.ts";
import { Tours } from "./solver/tours.ts";

/**
 * Whether a vehicle, by its index, can run its frozen stops as they stand, and has room for what
 * is aboard: else no plan could be right.
 */
export function frozenAreRunnable(problem: Problem, index: number): boolean {
  const vehicle = problem.vehicles[index];
  const frozen = new Set(vehicle?.frozen);
  const errands = problem.errands.filter(
    (errand) =>
      errand.stops.some((stop) => frozen.has(keyOf(stop))) ||
      (errand.vehicle === vehicle?.id && isAboard(errand)),
  );
  if (vehicle === undefined || errands.length === 0) return true;
  const isFrozen = errands.filter(({ stops }) => stops.some((stop) => frozen.has(keyOf(stop))));
  if (isFrozen.some((errand) => !hasSkills(vehicle, errand))) return false;
  if (frozen.size > (vehicle.maxTasks ?? frozen.size)) return false;
  const tours = new Tours(compile({ ...problem, vehicles: [vehicle], errands }));
  return tours.isSound(0) && hasRoomThroughout(tours, 0);
}

function isAboard({ stops, aboardSince }: Errand): boolean {
  return aboardSince !== undefined || stops[0]?.type === "delivery";
}
