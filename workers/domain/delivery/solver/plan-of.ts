import { invariant } from "#domain/kernel/invariant.ts";
import type { Impossibility, Plan, Step, StepType, UnassignedStop } from "#domain/delivery/plan.ts";
import type { Compiled } from "./compile.ts";
import { breaksPerLeg } from "./break-legs.ts";
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
  const { problem } = tours;
  nodes.forEach((node, position) => tours.insert(node, vehicle, position));
  tours.refresh(vehicle);
  const taken = breaksPerLeg(tours, vehicle);
  invariant(taken !== undefined, "every route of the best plan keeps its times");
  const walk = new Walk(problem, vehicle, nodes);
  walk.start();
  [...nodes, problem.endNode[vehicle] as number].forEach((node, leg) => {
    walk.drive(node, taken[leg] ?? 0);
    if (leg < nodes.length) walk.work(node);
  });
  walk.end();
  return walk.steps;
}

/** Follows a vehicle along its route, as early as it can, and writes down what happens when. */
class Walk {
  readonly steps: Step[] = [];
  readonly #problem: Compiled;
  readonly #vehicle: number;
  readonly #load: number[];
  #now: number;
  #at: number;
  /** Driving left to where it is going. */
  #ahead = 0;
  #rested = 0;

  constructor(problem: Compiled, vehicle: number, nodes: readonly number[]) {
    this.#problem = problem;
    this.#vehicle = vehicle;
    this.#now = problem.shiftFrom[vehicle] as number;
    this.#at = problem.startNode[vehicle] as number;
    this.#load = Array.from({ length: problem.dimensions }, (_, d) =>
      nodes.reduce((sum, node) => sum + (problem.fromStart[node * problem.dimensions + d] ?? 0), 0),
    );
  }

  start(): void {
    if (this.#place(this.#at) >= 0) this.#note("start", { place: this.#place(this.#at) });
  }

  drive(node: number, breaks: number): void {
    const { durations, profileOf, width } = this.#problem;
    const profile = profileOf[this.#vehicle] as number;
    this.#ahead = durations[profile]?.[this.#at * width + node] ?? 0;
    for (let count = 0; count < breaks; count++) this.#rest();
    this.#now += this.#ahead;
  }

  work(node: number): void {
    const { problem, stops, origin } = this.#problem;
    const stop = stops[node];
    const vehicle = problem.vehicles[this.#vehicle];
    invariant(stop !== undefined && vehicle !== undefined, "a plan names what the problem has");
    const isThere = this.#place(this.#at) === stop.place;
    const setup = isThere ? 0 : (stop.setupPerType[vehicle.type ?? ""] ?? stop.setup);
    const service = stop.servicePerType[vehicle.type ?? ""] ?? stop.service;
    const begin = earliest(stop.windows, this.#now + origin) - origin;
    this.#load.forEach((load, d) => {
      this.#load[d] = load + (stop.takes[d] ?? 0) - (stop.leaves[d] ?? 0);
    });
    const waiting = begin - this.#now;
    this.#note(stop.type, { id: stop.id, place: stop.place, waiting, setup, service });
    this.#now = begin + setup + service;
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
