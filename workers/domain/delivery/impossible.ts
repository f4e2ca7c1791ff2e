import type { Impossibility } from "./plan.ts";
import type { Errand, Problem, Vehicle } from "./problem.ts";
import { Chance } from "./solver/chance.ts";
import { hasRoom, hasSkills } from "./solver/compile-fleet.ts";
import { compile } from "./solver/compile.ts";
import { GroupInsertion } from "./solver/insert-group.ts";
import { JobInsertion } from "./solver/insert-job.ts";
import { PairInsertion } from "./solver/insert-pair.ts";
import { Spot } from "./solver/spot.ts";
import { Tours } from "./solver/tours.ts";

/**
 * Errands, by their index, that no vehicle could run even with nothing else to do but what is
 * frozen, and why: nobody has the skills; those who have them lack the room; the way is too far;
 * the goods would be too long on the way, or are ready too late; the windows are missed. Where a
 * detour is shorter than the straight way, a route that passes elsewhere first might reach one
 * of the last kinds: the search tries them all the same.
 */
export function impossibleErrands(problem: Problem): Map<number, Impossibility> {
  const lost = notAmong(problem, problem.errands.keys());
  const found = new Map<number, Impossibility>();
  for (const index of lost) {
    const reason = lack(problem, problem.errands[index]);
    if (reason) found.set(index, reason);
  }
  let open = [...lost].filter((index) => !found.has(index));
  for (const [reason, relax] of relaxations) {
    if (open.length === 0) break;
    const still = notAmong(relax(problem), open);
    for (const index of open) if (!still.has(index)) found.set(index, reason);
    open = [...still];
  }
  for (const index of open) found.set(index, "window");
  return found;
}

const relaxations: readonly (readonly [Impossibility, (problem: Problem) => Problem])[] = [
  ["range", (problem) => ({ ...problem, vehicles: problem.vehicles.map(withoutRange) })],
  ["ride", (problem) => ({ ...problem, errands: problem.errands.map(withoutRide) })],
  ["release", (problem) => ({ ...problem, errands: problem.errands.map(withoutRelease) })],
];

function lack({ vehicles }: Problem, errand: Errand | undefined): Impossibility | undefined {
  if (errand === undefined) return undefined;
  const allowed = vehicles.filter(
    ({ id }) => errand.vehicle === undefined || errand.vehicle === id,
  );
  const able = allowed.filter((vehicle) => hasSkills(vehicle, errand));
  if (able.length === 0) return "skill";
  return able.some((vehicle) => hasRoom(vehicle, errand)) ? undefined : "capacity";
}

function withoutRange(vehicle: Vehicle): Vehicle {
  const { maxTravelTime: _time, maxDistance: _distance, ...rest } = vehicle;
  return rest;
}

function withoutRide(errand: Errand): Errand {
  const { maxRide: _ride, ...rest } = errand;
  return rest;
}

function withoutRelease(errand: Errand): Errand {
  return { ...errand, stops: errand.stops.map(({ release: _release, ...rest }) => rest) };
}

/** Which of some errands no idle vehicle could run. */
function notAmong(problem: Problem, errands: Iterable<number>): Set<number> {
  const compiled = compile(problem);
  const tours = new Tours(compiled);
  const jobs = new JobInsertion(tours);
  const pairs = new PairInsertion(tours);
  const groups = new GroupInsertion(tours);
  const lost = new Set<number>();
  for (const errand of errands) {
    const spot = new Spot(new Chance(0), 0);
    const node = compiled.firstNode[errand] as number;
    const count = (compiled.firstNode[errand + 1] as number) - node;
    if (count === 0) continue;
    for (let route = 0; route < compiled.vehicles && spot.route < 0; route++) {
      if (count === 1) jobs.evaluate(node, route, spot);
      else if (count === 2) pairs.evaluate(node, route, spot);
      else groups.evaluate(errand, route, spot);
    }
    if (spot.route < 0) lost.add(errand);
  }
  return lost;
}
