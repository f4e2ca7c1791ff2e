import { frozenAreRunnable } from "#domain/delivery/frozen.ts";
import type { Errand, Problem, Stop, Vehicle } from "#domain/delivery/problem.ts";
import { keyOf } from "#domain/delivery/problem.ts";
import { Chance } from "#domain/delivery/solver/chance.ts";
import { anyProblem, stopAt } from "./rounds.ts";

/**
 * A small problem with everything in it that VROOM's JSON does not have: orders from several
 * producers, reloads, releases, longest rides, empties, goods aboard, frozen stops, promises and
 * shares of paid time.
 */
export function anyRichProblem(seed: number): Problem {
  const plain = anyProblem(seed);
  const chance = new Chance(seed + 77);
  const bound = () => plain.vehicles[chance.below(plain.vehicles.length)]?.id ?? 1;
  const errands = [
    ...plain.errands.map((errand) => enriched(errand, chance, bound)),
    ...(chance.once(2) ? [fromTwoProducers(chance), fromTwoProducers(chance, 901)] : []),
    ...(chance.once(3) ? [aboard(chance, bound())] : []),
  ];
  const vehicles = plain.vehicles.map((vehicle): Vehicle => ({
    ...vehicle,
    ...(chance.once(2)
      ? { reload: { place: chance.below(3), service: chance.below(6), most: 1 + chance.below(3) } }
      : {}),
    ...(chance.once(3) ? { paidBefore: chance.below(500) } : {}),
  }));
  const problem = {
    ...plain,
    errands,
    vehicles,
    ...(chance.once(2) ? { stability: { moved: 20, shifted: 7, tolerance: 15 } } : {}),
    ...(chance.once(2) ? { fairness: { perHour: 1800 } } : {}),
  };
  return chance.once(2) ? withFrozen(withRoom(problem), chance) : withRoom(problem);
}

function enriched(errand: Errand, chance: Chance, bound: () => number): Errand {
  const stops = errand.stops.map((stop): Stop => {
    const returns = stop.type === "delivery" && chance.once(2) ? { returns: [1] } : {};
    const release = stop.type === "job" && chance.once(3) ? { release: chance.below(200) } : {};
    const takes = stop.type === "job" && chance.once(3) ? [chance.below(2)] : stop.takes;
    return { ...stop, takes, ...returns, ...release };
  });
  const planned = { vehicle: bound(), ...(chance.once(2) ? { at: chance.below(400) } : {}) };
  return {
    ...errand,
    stops,
    ...(chance.once(3) ? { maxRide: 20 + chance.below(120) } : {}),
    ...(chance.once(8) ? { vehicle: bound() } : {}),
    ...(chance.once(2) ? { planned } : {}),
  };
}

function fromTwoProducers(chance: Chance, id = 900): Errand {
  const pickup = (number: number) =>
    stopAt("pickup", number, 1 + chance.below(3), { takes: [1], service: chance.below(4) });
  return {
    stops: [pickup(id), pickup(id + 10), stopAt("delivery", id, 3, { leaves: [2] })],
    skills: [],
    priority: 10,
    ...(chance.once(2) ? { maxRide: 60 + chance.below(100) } : {}),
  };
}

function aboard(chance: Chance, vehicle: number): Errand {
  const since = chance.once(2) ? { aboardSince: chance.below(50), maxRide: 200 } : {};
  const stops = [stopAt("delivery", 990, chance.below(4), { leaves: [1] })];
  return { stops, skills: [], priority: 90, vehicle, ...since };
}

/** What is aboard fits. */
function withRoom(problem: Problem): Problem {
  const vehicles = problem.vehicles.map((vehicle) => ({
    ...vehicle,
    capacity: [(vehicle.capacity?.[0] ?? 0) + 1],
  }));
  return { ...problem, vehicles };
}

/** Freezes a stop or two of the first vehicle, where that can be run. */
function withFrozen(problem: Problem, chance: Chance): Problem {
  const [first, ...others] = problem.vehicles;
  const free = problem.errands.filter(({ vehicle, skills }) => vehicle === undefined && !skills[0]);
  const stops = free.slice(0, 1 + chance.below(2)).map((errand) => errand.stops[0]);
  if (first === undefined || stops[0] === undefined) return problem;
  const frozen = stops.flatMap((stop) => (stop ? [keyOf(stop)] : []));
  const pinned = { ...problem, vehicles: [{ ...first, frozen }, ...others] };
  return frozenAreRunnable(pinned, 0) ? pinned : problem;
}
