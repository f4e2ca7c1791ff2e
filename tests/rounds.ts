import type { Errand, Problem, Stop, StopType, Vehicle } from "#domain/delivery/problem.ts";
import { Chance } from "#domain/delivery/solver/chance.ts";

/** Small delivery problems for tests: places on squared paper, a hub at place 0. */
export type Point = readonly [number, number];

/** What an errand or its stops have besides. */
type Loose = Partial<Omit<Errand, "stops">> & Partial<Omit<Stop, "type" | "id" | "place">>;

/** Streets at right angles: a minute and a hundred metres are one square. */
export function streets(points: readonly Point[]): number[][] {
  return points.map(([x, y]) => points.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v)));
}

export function stopAt(type: StopType, id: number, place: number, more: Loose = {}): Stop {
  const { skills: _skills, priority: _priority, ...rest } = more;
  const {
    vehicle: _vehicle,
    maxRide: _ride,
    planned: _planned,
    aboardSince: _since,
    ...own
  } = rest;
  const plain = { setup: 0, service: 0, setupPerType: {}, servicePerType: {}, windows: [] };
  return { type, id, place, leaves: [], takes: [], ...plain, ...own };
}

function bondsOf(more: Loose): Partial<Errand> {
  const { vehicle, maxRide, planned, aboardSince } = more;
  return {
    ...(vehicle === undefined ? {} : { vehicle }),
    ...(maxRide === undefined ? {} : { maxRide }),
    ...(planned === undefined ? {} : { planned }),
    ...(aboardSince === undefined ? {} : { aboardSince }),
  };
}

/** A crate of one unit to leave at a place, unless said otherwise. */
export function crateTo(place: number, more: Loose = {}): Errand {
  const { skills = [], priority = 0 } = more;
  const stop = stopAt("job", place, place, { leaves: [1], ...more });
  return { stops: [stop], skills, priority, ...bondsOf(more) };
}

/** One unit from a producer's place to a household's. */
export function crateFrom(from: number, to: number, more: Loose = {}): Errand {
  const { skills = [], priority = 0, windows = [] } = more;
  const pickup = stopAt("pickup", to, from, { takes: [1] });
  return {
    stops: [pickup, stopAt("delivery", to, to, { leaves: [1], windows })],
    skills,
    priority,
    ...bondsOf(more),
  };
}

export function bike(id: number, more: Partial<Vehicle> = {}): Vehicle {
  const costs = { fixed: 0, perHour: 3600, perKm: 0, perTaskHour: 0 };
  const home = { start: 0, end: 0, capacity: [4], shift: { from: 0, to: 1000 } };
  return { id, profile: "bike", skills: [], breaks: [], costs, ...home, ...more };
}

export function problemOf(
  points: readonly Point[],
  vehicles: readonly Vehicle[],
  errands: readonly Errand[],
): Problem {
  const table = streets(points);
  const matrices = { bike: { durations: table, distances: table } };
  return { vehicles, errands, matrices, places: points.length, dimensions: 1 };
}

/** Six homes around a hub. */
export const sixHomes: readonly Point[] = [
  [0, 0],
  [4, 1],
  [9, 3],
  [2, 8],
  [-5, 4],
  [-7, -2],
  [3, -6],
];

/** A problem with everything in it, small enough for hundreds of them. */
export function anyProblem(seed: number): Problem {
  const chance = new Chance(seed);
  const many = 3 + chance.below(9);
  const points = Array.from({ length: many + 3 }, (): Point => [
    chance.below(40),
    chance.below(40),
  ]);
  const window = () => {
    const from = chance.below(300);
    return chance.once(2) ? [] : [{ from, to: from + 30 + chance.below(200) }];
  };
  const errands = Array.from({ length: many }, (_, index): Errand => {
    const place = index + 3;
    const more = {
      windows: window(),
      skills: chance.once(4) ? [1] : [],
      priority: chance.below(3) * 10,
    };
    if (chance.once(3)) return crateFrom(1 + chance.below(2), place, more);
    return crateTo(place, { ...more, setup: chance.below(5), service: chance.below(9) });
  });
  const vehicles = Array.from({ length: 1 + chance.below(4) }, (_, index) =>
    bike(index + 1, {
      capacity: [1 + chance.below(5)],
      skills: chance.once(2) ? [1] : [],
      shift: { from: chance.below(50), to: 200 + chance.below(400) },
      breaks: restsFor(chance),
      ...(chance.once(3) ? { maxDistance: 60 + chance.below(100) } : {}),
      ...(chance.once(3) ? { maxTasks: 2 + chance.below(5) } : {}),
      costs: { fixed: chance.below(30), perHour: 3600, perKm: chance.below(2000), perTaskHour: 60 },
    }),
  );
  return problemOf(points, vehicles, errands);
}

function restsFor(chance: Chance): Vehicle["breaks"] {
  const rest = (id: number, from: number) => ({
    id,
    service: 5 + chance.below(10),
    windows: [{ from, to: from + 30 + chance.below(60) }],
    ...(chance.once(4) ? { maxLoad: [2] } : {}),
  });
  return [rest(1, 70), rest(2, 150)].slice(0, chance.below(3));
}

/** One order from several producers' places to a household's, one unit from each. */
export function crateFromAll(from: readonly number[], to: number, more: Loose = {}): Errand {
  const { skills = [], priority = 0 } = more;
  const pickups = from.map((place, index) =>
    stopAt("pickup", 100 * to + index, place, { takes: [1] }),
  );
  const drop = stopAt("delivery", to, to, { leaves: [from.length] });
  return { stops: [...pickups, drop], skills, priority, ...bondsOf(more) };
}
