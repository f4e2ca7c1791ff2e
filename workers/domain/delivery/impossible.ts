import type { Impossibility } from "./plan.ts";
import type { Errand, Problem, Vehicle } from "./problem.ts";
import { Chance } from "./solver/chance.ts";
import { hasRoom, hasSkills } from "./solver/compile-fleet.ts";
import { compile } from "./solver/compile.ts";
import { JobInsertion } from "./solver/insert-job.ts";
import { PairInsertion } from "./solver/insert-pair.ts";
import { Spot } from "./solver/spot.ts";
import { Tours } from "./solver/tours.ts";

/**
 * Errands, by their index, that no vehicle could run even with nothing else to do, and why: nobody
 * has the skills; those who have them lack the room; the way is too far; the windows are missed.
 * Where a detour is shorter than the straight way, a route that passes elsewhere first might reach
 * one of the last two kinds: the search tries them all the same.
 */
export function impossibleErrands(problem: Problem): Map<number, Impossibility> {
  const reachable = runnableAlone(problem);
  const inTime = runnableAlone({ ...problem, vehicles: problem.vehicles.map(withoutRange) });
  const found = new Map<number, Impossibility>();
  problem.errands.forEach((errand, index) => {
    const reason = lack(problem.vehicles, errand) ?? (inTime(index) ? "range" : "window");
    if (!reachable(index)) found.set(index, reason);
  });
  return found;
}

function lack(vehicles: readonly Vehicle[], errand: Errand): Impossibility | undefined {
  const able = vehicles.filter((vehicle) => hasSkills(vehicle, errand));
  if (able.length === 0) return "skill";
  return able.some((vehicle) => hasRoom(vehicle, errand)) ? undefined : "capacity";
}

function withoutRange(vehicle: Vehicle): Vehicle {
  const { maxTravelTime: _time, maxDistance: _distance, ...rest } = vehicle;
  return rest;
}

/** Answers whether some idle vehicle could run an errand. */
function runnableAlone(problem: Problem): (errand: number) => boolean {
  const compiled = compile(problem);
  const tours = new Tours(compiled);
  const jobs = new JobInsertion(tours);
  const pairs = new PairInsertion(tours);
  return (errand) => {
    const spot = new Spot(new Chance(0), 0);
    const node = compiled.firstNode[errand] as number;
    const isPair = (compiled.firstNode[errand + 1] as number) > node + 1;
    for (let route = 0; route < compiled.vehicles && spot.route < 0; route++) {
      if (isPair) pairs.evaluate(node, route, spot);
      else jobs.evaluate(node, route, spot);
    }
    return spot.route >= 0;
  };
}
