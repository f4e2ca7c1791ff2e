import type { Step } from "./plan.ts";
import { type Break, keyOf, type Problem, type TimeWindow, type Vehicle } from "./problem.ts";
import {
  aboardAlready,
  arc,
  changeAt,
  type Complaint,
  keptFrom,
  loadedFor,
  tripsOf,
  type Visit,
  workOf,
} from "./retrace.ts";

/** Whether the published times of a route are a timetable that can be driven. */
export function checkTimes(
  problem: Problem,
  vehicle: Vehicle,
  steps: readonly Step[],
): Complaint[] {
  const clock = new Clock(problem, vehicle, tripsOf(problem, steps));
  const visits = tripsOf(problem, steps).flat();
  for (const step of steps) {
    const visit = visits.find((candidate) => candidate.step === step);
    if (visit) clock.visit(visit);
    else if (step.type === "start") clock.start(step);
    else if (step.type === "break") clock.rest(step);
    else if (step.type === "reload") clock.reload(step);
  }
  clock.finish(steps.find(({ type }) => type === "end"));
  return clock.complaints;
}

/** Follows a vehicle by the times it claims, and complains where they cannot be kept. */
class Clock {
  readonly complaints: Complaint[] = [];
  readonly #problem: Problem;
  readonly #vehicle: Vehicle;
  readonly #trips: readonly (readonly Visit[])[];
  readonly #load: number[];
  readonly #breaks: Map<number, Break>;
  /** When the vehicle was last free to drive, when it was last free at all, rest since then. */
  #leftAt: number;
  #freeAt: number;
  #rested = 0;
  #place: number | undefined;
  #trip = 0;

  constructor(problem: Problem, vehicle: Vehicle, trips: readonly (readonly Visit[])[]) {
    this.#problem = problem;
    this.#vehicle = vehicle;
    this.#trips = trips;
    this.#load = Array.from(
      { length: problem.dimensions },
      (_, d) => aboardAlready(problem, vehicle, d) + loadedFor(trips[0] ?? [], d),
    );
    this.#breaks = new Map(vehicle.breaks.map((rest) => [rest.id, rest]));
    this.#leftAt = vehicle.shift?.from ?? 0;
    this.#freeAt = this.#leftAt;
    this.#place = vehicle.start;
  }

  /** It leaves no sooner than the shift begins. */
  start(step: Step): void {
    if (step.arrival < this.#leftAt || step.waiting < 0) this.#complain("too-early");
    this.#leftAt = Math.max(this.#leftAt, step.arrival + step.waiting);
    this.#freeAt = this.#leftAt;
  }

  visit({ step, stop }: Visit): void {
    const begin = step.arrival + step.waiting;
    if (!this.#canArrive(step, stop.place)) this.#complain("too-early", keyOf(stop));
    const isLateFrozen =
      this.#vehicle.frozen?.includes(keyOf(stop)) === true &&
      begin > (stop.windows.at(-1)?.to ?? 0);
    if (!isLateFrozen && !isWithin(stop.windows, begin)) {
      this.#complain("outside-window", keyOf(stop));
    }
    this.#leftAt = begin + workOf(this.#vehicle, stop, this.#place);
    this.#freeAt = this.#leftAt;
    this.#rested = 0;
    this.#place = stop.place;
    this.#load.forEach((load, d) => (this.#load[d] = load + changeAt(stop, d)));
  }

  /** Puts off what was taken along, and loads for the next trip. */
  reload(step: Step): void {
    const { reload } = this.#vehicle;
    if (reload === undefined) return;
    if (!this.#canArrive(step, reload.place)) this.#complain("too-early");
    this.#leftAt = step.arrival + step.waiting + reload.service;
    this.#freeAt = this.#leftAt;
    this.#rested = 0;
    this.#place = reload.place;
    const ended = this.#trips[this.#trip++] ?? [];
    const next = this.#trips[this.#trip] ?? [];
    this.#load.forEach((load, d) => {
      this.#load[d] = load - keptFrom(ended, d) + loadedFor(next, d);
    });
  }

  rest(step: Step): void {
    const id = step.id ?? -1;
    const rest = this.#breaks.get(id);
    if (rest === undefined) {
      this.complaints.push({ code: "unknown-break", vehicle: this.#vehicle.id, index: id });
      return;
    }
    this.#breaks.delete(id);
    const begin = step.arrival + step.waiting;
    const where = { vehicle: this.#vehicle.id, index: id };
    if (step.arrival < this.#freeAt || step.waiting < 0) {
      this.complaints.push({ code: "too-early", ...where });
    }
    if (!isWithin(rest.windows, begin)) {
      this.complaints.push({ code: "outside-break-window", ...where });
    }
    if (rest.maxLoad?.some((most, d) => (this.#load[d] ?? 0) > most)) {
      this.complaints.push({ code: "break-with-too-much-aboard", ...where });
    }
    this.#freeAt = begin + rest.service;
    this.#rested += rest.service;
  }

  finish(end: Step | undefined): void {
    const { shift, end: place } = this.#vehicle;
    for (const index of this.#breaks.keys()) {
      this.complaints.push({ code: "break-not-taken", vehicle: this.#vehicle.id, index });
    }
    if (end && place !== undefined && !this.#canArrive(end, place)) this.#complain("too-early");
    const travel = place === undefined ? 0 : this.#travelTo(place);
    const possible = Math.max(this.#freeAt, this.#leftAt + travel + this.#rested);
    const last = Math.max(end?.arrival ?? 0, possible);
    if (shift && last > shift.to) this.#complain("outside-shift");
  }

  /** Driving and resting take their time; a rest may fall in the middle of a drive. */
  #canArrive(step: Step, place: number): boolean {
    const earliest = this.#leftAt + this.#travelTo(place) + this.#rested;
    return step.waiting >= 0 && step.arrival >= Math.max(earliest, this.#freeAt);
  }

  #travelTo(place: number): number {
    const durations = this.#problem.matrices[this.#vehicle.profile]?.durations;
    return this.#place === undefined ? 0 : arc(durations, this.#place, place);
  }

  #complain(code: Complaint["code"], stop?: Complaint["stop"]): void {
    const at = { code, vehicle: this.#vehicle.id };
    this.complaints.push(stop === undefined ? at : { ...at, stop });
  }
}

function isWithin(windows: readonly TimeWindow[], instant: number): boolean {
  if (!Number.isInteger(instant)) return false;
  return windows.length === 0 || windows.some(({ from, to }) => from <= instant && instant <= to);
}
