import type { Step } from "./plan.ts";
import { type Errand, keyOf, type Problem, type Vehicle } from "./problem.ts";
import {
  aboardAlready,
  changeAt,
  type Complaint,
  keptFrom,
  loadedFor,
  tripsOf,
  type Visit,
  workOf,
} from "./retrace.ts";

/** Loads, reloads, releases and rides of a route, trip by trip. */
export function checkTrips(
  problem: Problem,
  vehicle: Vehicle,
  steps: readonly Step[],
): Complaint[] {
  const trips = tripsOf(problem, steps);
  const most = vehicle.reload?.most ?? 0;
  const at = { vehicle: vehicle.id };
  return [
    ...(trips.length - 1 > most ? [{ code: "reload-not-allowed", ...at } as const] : []),
    ...checkLoads(problem, vehicle, trips),
    ...checkReleases(vehicle, steps, trips),
    ...checkRides(problem, vehicle, steps),
  ];
}

function checkLoads(
  problem: Problem,
  vehicle: Vehicle,
  trips: readonly (readonly Visit[])[],
): Complaint[] {
  const complaints: Complaint[] = [];
  for (let index = 0; index < problem.dimensions; index++) {
    const room = vehicle.capacity?.[index] ?? 0;
    let aboard = aboardAlready(problem, vehicle, index);
    let isOver = false;
    for (const trip of trips) {
      aboard += loadedFor(trip, index);
      isOver ||= aboard > room;
      for (const { stop } of trip) {
        aboard += changeAt(stop, index);
        isOver ||= aboard > room || aboard < 0;
      }
      aboard -= keptFrom(trip, index);
    }
    if (isOver) complaints.push({ code: "capacity", vehicle: vehicle.id, index });
  }
  return complaints;
}

/** When each trip leaves: by the start, at the first stop for who has none, after a reload. */
function departuresOf(vehicle: Vehicle, steps: readonly Step[]): number[] {
  const isAnywhere = vehicle.start === undefined;
  const start = isAnywhere ? steps[0] : steps.find(({ type }) => type === "start");
  const reloads = steps.filter(({ type }) => type === "reload");
  const service = vehicle.reload?.service ?? 0;
  return [
    start?.arrival ?? vehicle.shift?.from ?? 0,
    ...reloads.map(({ arrival, waiting }) => arrival + waiting + service),
  ];
}

/** Goods are loaded when they are there. */
function checkReleases(
  vehicle: Vehicle,
  steps: readonly Step[],
  trips: readonly (readonly Visit[])[],
): Complaint[] {
  const service = vehicle.reload?.service ?? 0;
  const departures = departuresOf(vehicle, steps);
  return trips.flatMap((trip, index) => {
    const loading = (departures[index] ?? 0) - (index > 0 ? service : 0);
    return trip.flatMap(({ stop }): Complaint[] =>
      (stop.release ?? loading) > loading
        ? [{ code: "before-release", vehicle: vehicle.id, stop: keyOf(stop) }]
        : [],
    );
  });
}

/** No goods are longer on the way than they may be. */
function checkRides(problem: Problem, vehicle: Vehicle, steps: readonly Step[]): Complaint[] {
  const departures = departuresOf(vehicle, steps);
  const doneAt = new Map<string, number>();
  const complaints: Complaint[] = [];
  tripsOf(problem, steps).forEach((trip, index) => {
    let from = index > 0 ? vehicle.reload?.place : vehicle.start;
    for (const { errand, stop, step } of trip) {
      const begin = step.arrival + step.waiting;
      if (stop.type === "pickup") doneAt.set(keyOf(stop), begin + workOf(vehicle, stop, from));
      else if (errand.maxRide !== undefined) {
        const since = ridesSince(errand, departures[index] ?? 0, doneAt);
        if (since.some((then) => begin - then > (errand.maxRide ?? 0))) {
          const where = { vehicle: vehicle.id, stop: keyOf(stop) };
          complaints.push({ code: "too-long-on-the-way", ...where });
        }
      }
      from = stop.place;
    }
  });
  return complaints;
}

/** Since when the goods of an errand are on the way, for each place they come from. */
function ridesSince(
  errand: Errand,
  departure: number,
  doneAt: ReadonlyMap<string, number>,
): number[] {
  const { aboardSince, stops } = errand;
  if (stops[0]?.type === "job") return [aboardSince ?? departure];
  const fetched = stops.flatMap((stop) => doneAt.get(keyOf(stop)) ?? []);
  return aboardSince === undefined ? fetched : [aboardSince, ...fetched];
}
