import { invariant } from "#domain/kernel/invariant.ts";
import type { Impossibility, Plan, Step, StepType, UnassignedStop } from "#domain/delivery/plan.ts";
import type { Compiled } from "./compile.ts";
import { Tours } from "./tours.ts";

/** Writes the sequences of nodes, one per vehicle, as a plan with its times. */
export function planOf(
  problem: Compiled,
  routes: readonly (readonly number[])[],
  impossible: ReadonlyMap<number, Impossibility>,
): Plan {
  const tours = new Tours(problem);
  const served = new Set(routes.flat());
  const unassigned = problem.stops.flatMap(({ type, id }, node): UnassignedStop[] => {
    const errand = problem.errandOf[node] ?? -1;
    const reason = impossible.get(errand) ?? "crowded-out";
    return served.has(node) ? [] : [{ type, id, reason }];
  });
  return {
    routes: routes.flatMap((nodes, vehicle) =>
      nodes.length > 0
        ? [{ vehicle: vehicleId(problem, vehicle), steps: stepsOf(tours, vehicle, nodes) }]
        : [],
    ),
    unassigned,
  };
}

function vehicleId(problem: Compiled, vehicle: number): number {
  return problem.problem.vehicles[vehicle]?.id ?? -1;
}

function stepsOf(tours: Tours, vehicle: number, nodes: readonly number[]): Step[] {
  const { problem, timetable } = tours;
  tours.place(vehicle, nodes);
  invariant(timetable.fill(vehicle), "every route of the best plan keeps its times");
  timetable.leaveLate(vehicle);
  const walk = new Walk(tours, vehicle);
  walk.start(timetable.begin[0] as number);
  [...nodes, problem.endNode[vehicle] as number].forEach((node, leg) => {
    walk.drive(node, timetable.legs[leg] ?? 0);
    const begin = timetable.begin[leg + 1] as number;
    if (leg === nodes.length) walk.end();
    else if (node >= problem.nodes) walk.reload(begin, leg + 1);
    else walk.work(node, begin);
  });
  return walk.steps;
}

/** Follows a vehicle along its route by its timetable, and writes down what happens when. */
class Walk {
  readonly steps: Step[] = [];
  readonly #tours: Tours;
  readonly #problem: Compiled;
  readonly #vehicle: number;
  #load: number[];
  #now = 0;
  #at: number;
  /** Driving left to where it is going. */
  #ahead = 0;
  #rested = 0;

  constructor(tours: Tours, vehicle: number) {
    this.#tours = tours;
    this.#problem = tours.problem;
    this.#vehicle = vehicle;
    this.#at = tours.problem.startNode[vehicle] as number;
    this.#load = this.#loadAt(0);
  }

  start(leaving: number): void {
    this.#now = leaving;
    if (this.#place(this.#at) >= 0) this.#note("start", { place: this.#place(this.#at) });
  }

  drive(node: number, breaks: number): void {
    const { durations, profileOf, width } = this.#problem;
    const profile = profileOf[this.#vehicle] as number;
    this.#ahead = durations[profile]?.[this.#at * width + node] ?? 0;
    for (let count = 0; count < breaks; count++) this.#rest();
    this.#now += this.#ahead;
  }

  work(node: number, begin: number): void {
    const { problem, stops } = this.#problem;
    const stop = stops[node];
    const vehicle = problem.vehicles[this.#vehicle];
    invariant(stop !== undefined && vehicle !== undefined, "a plan names what the problem has");
    const isThere = this.#place(this.#at) === stop.place;
    const setup = isThere ? 0 : (stop.setupPerType[vehicle.type ?? ""] ?? stop.setup);
    const service = stop.servicePerType[vehicle.type ?? ""] ?? stop.service;
    this.#load = this.#loadAt(this.#tours.positionOf[node] as number);
    const waiting = begin - this.#now;
    this.#note(stop.type, { id: stop.id, place: stop.place, waiting, setup, service });
    this.#now = begin + setup + service;
    this.#at = node;
  }

  reload(begin: number, position: number): void {
    const node = this.#problem.reloadNode[this.#vehicle] as number;
    const service = this.#problem.reloadService[this.#vehicle] as number;
    this.#load = this.#loadAt(position);
    this.#note("reload", { place: this.#place(node), waiting: begin - this.#now, service });
    this.#now = begin + service;
    this.#at = node;
  }

  end(): void {
    const place = this.#place(this.#problem.endNode[this.#vehicle] as number);
    if (place >= 0) this.#note("end", { place });
  }

  #rest(): void {
    const rest = this.#problem.breaks[this.#vehicle]?.[this.#rested++];
    invariant(rest !== undefined, "a plan takes the breaks that there are");
    const begin = earliest(rest.windows, this.#now);
    const driven = Math.min(begin - this.#now, this.#ahead);
    this.#ahead -= driven;
    this.#now += driven;
    this.#note("break", { id: rest.id, waiting: begin - this.#now, service: rest.service });
    this.#now = begin + rest.service;
  }

  #loadAt(position: number): number[] {
    const { stride, load } = this.#tours;
    const from = (this.#vehicle * stride + position) * this.#problem.dimensions;
    return [...load.subarray(from, from + this.#problem.dimensions)];
  }

  #place(node: number): number {
    return this.#problem.placeOf[node] as number;
  }

  #note(type: StepType, what: Partial<Step>): void {
    const arrival = this.#now + this.#problem.origin;
    const load = [...this.#load];
    this.steps.push({ type, arrival, waiting: 0, setup: 0, service: 0, load, ...what });
  }
}

function earliest(windows: readonly { from: number; to: number }[], ready: number): number {
  const open = windows.find(({ to }) => ready <= to);
  return open ? Math.max(ready, open.from) : ready;
}
