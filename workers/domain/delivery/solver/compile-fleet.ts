import type { Errand, Problem, TimeWindow, Vehicle } from "#domain/delivery/problem.ts";
import { ranksOf, tariffOf } from "./compile-arcs.ts";
import type { Part } from "./compile-parts.ts";
import { NEVER, relative, UNLIMITED } from "./scale.ts";

/** What the solver knows of each vehicle, by its index in the problem. */
export interface Fleet {
  readonly vehicles: number;
  /** Vehicles that differ in nothing but their id have one number. */
  readonly sortOf: Int32Array;
  readonly typeOf: Int32Array;
  readonly profileOf: Int32Array;
  readonly tariffIndex: Int32Array;
  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  readonly shiftFrom: Int32Array;
  readonly shiftTo: Int32Array;
  readonly capacity: Int32Array;
  readonly maxTasks: Int32Array;
  readonly maxTravel: Float64Array;
  readonly maxDistance: Float64Array;
  readonly fixedCost: Float64Array;
  readonly perTaskSecond: Float64Array;
  readonly breaks: readonly (readonly CompiledBreak[])[];
  readonly mostBreaks: number;
  /** 1 when the vehicle may run it, skills and room included: `[vehicle * errands + errand]`. */
  readonly suits: Uint8Array;
  /** Where a vehicle loads again, or -1, how long that takes and how often it may. */
  readonly reloadNode: Int32Array;
  readonly reloadService: Int32Array;
  readonly mostReloads: Int32Array;
}

export interface CompiledBreak {
  readonly id: number;
  readonly windows: readonly TimeWindow[];
  readonly service: number;
  readonly maxLoad: readonly number[] | undefined;
}

interface Frame {
  readonly terminals: readonly number[];
  readonly nodes: number;
  readonly origin: number;
  readonly costUnit: number;
  readonly parts: readonly Part[];
}

export function compileFleet(problem: Problem, frame: Frame): Fleet {
  const { vehicles, dimensions } = problem;
  const { terminals, nodes, origin, costUnit, parts } = frame;
  const terminal = (place = -1) => nodes + terminals.indexOf(place);
  const types = ranksOf(typesOf(vehicles));
  const profiles = ranksOf(vehicles.map(({ profile }) => profile));
  const tariffs = ranksOf(vehicles.map(tariffOf));
  const named = namedVehicles(problem);
  const sorts = ranksOf(vehicles.map((vehicle) => sortOf(vehicle, named)));
  const breaks = vehicles.map((vehicle) => breaksOf(vehicle, origin));
  const ints = (value: (vehicle: Vehicle) => number) => Int32Array.from(vehicles, value);
  const wide = (value: (vehicle: Vehicle) => number) => Float64Array.from(vehicles, value);
  return {
    vehicles: vehicles.length,
    sortOf: ints((vehicle) => sorts.get(sortOf(vehicle, named)) ?? 0),
    typeOf: ints(({ type }) => types.get(type ?? "") ?? 0),
    profileOf: ints(({ profile }) => profiles.get(profile) ?? 0),
    tariffIndex: ints((vehicle) => tariffs.get(tariffOf(vehicle)) ?? 0),
    startNode: ints(({ start }) => terminal(start)),
    endNode: ints(({ end }) => terminal(end)),
    shiftFrom: ints(({ shift }) => (shift ? relative(shift.from, origin) : -origin)),
    shiftTo: ints(({ shift }) => (shift ? relative(shift.to, origin) : NEVER)),
    capacity: Int32Array.from(
      vehicles.flatMap(({ capacity }) =>
        Array.from({ length: dimensions }, (_, d) => capacity?.[d] ?? 0),
      ),
    ),
    maxTasks: ints(({ maxTasks }) => Math.min(maxTasks ?? nodes, nodes)),
    maxTravel: wide(({ maxTravelTime }) => maxTravelTime ?? UNLIMITED),
    maxDistance: wide(({ maxDistance }) => maxDistance ?? UNLIMITED),
    fixedCost: wide(({ costs }) => costs.fixed * costUnit),
    perTaskSecond: wide(({ costs }) => (costs.perTaskHour * costUnit) / 3600),
    breaks,
    mostBreaks: Math.max(0, ...breaks.map((list) => list.length)),
    suits: suitsOf(problem, parts),
    reloadNode: ints(({ reload }) => (reload ? terminal(reload.place) : -1)),
    reloadService: ints(({ reload }) => reload?.service ?? 0),
    mostReloads: ints(({ reload }) => reload?.most ?? 0),
  };
}

/** The kinds of vehicle, in order of appearance. */
export function typesOf(vehicles: readonly Vehicle[]): string[] {
  return [...new Set(vehicles.map((vehicle) => vehicle.type ?? ""))];
}

/** Who is named by an errand is like nobody else. */
function sortOf(vehicle: Vehicle, named: ReadonlySet<number>): string {
  return JSON.stringify({ ...vehicle, id: named.has(vehicle.id) ? vehicle.id : -1 });
}

function namedVehicles({ errands }: Problem): Set<number> {
  const ids = errands.flatMap(({ vehicle, planned }) => [vehicle ?? -1, planned?.vehicle ?? -1]);
  return new Set(ids);
}

/** Breaks are taken in the order in which they may begin. */
function breaksOf(vehicle: Vehicle, origin: number): CompiledBreak[] {
  const shift = vehicle.shift ?? { from: origin - NEVER, to: origin + NEVER };
  return vehicle.breaks
    .map(({ id, windows, service, maxLoad }) => ({
      id,
      service,
      maxLoad,
      windows: (windows.length > 0 ? windows : [shift]).map(({ from, to }) => ({
        from: relative(from, origin),
        to: relative(to, origin),
      })),
    }))
    .toSorted((one, other) => (one.windows[0]?.from ?? 0) - (other.windows[0]?.from ?? 0));
}

function suitsOf({ vehicles, errands }: Problem, parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(
    vehicles.flatMap((vehicle, index) =>
      parts.map(({ errand, boundTo }) => {
        const isFree = boundTo === -1 || boundTo === index;
        return isFree && suits(vehicle, errands[errand]) ? 1 : 0;
      }),
    ),
  );
}

function suits(vehicle: Vehicle, errand: Errand | undefined): boolean {
  return errand !== undefined && hasSkills(vehicle, errand) && hasRoom(vehicle, errand);
}

export function hasSkills(vehicle: Vehicle, errand: Errand): boolean {
  return errand.skills.every((skill) => vehicle.skills.includes(skill));
}

/** Room for the whole errand, with nothing else aboard. */
export function hasRoom(vehicle: Vehicle, errand: Errand): boolean {
  const most: number[] = [];
  for (const stop of errand.stops) {
    for (const amounts of [stop.leaves, stop.takes, stop.returns ?? []]) {
      amounts.forEach((amount, d) => (most[d] = Math.max(most[d] ?? 0, amount)));
    }
  }
  return most.every((amount, d) => amount <= (vehicle.capacity?.[d] ?? 0));
}
