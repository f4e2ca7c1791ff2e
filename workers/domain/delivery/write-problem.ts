import type { Break, Errand, Problem, Stop, TimeWindow, Vehicle } from "./problem.ts";

/** A problem before anybody knows how far its places are apart. */
export type ProblemDraft = Omit<Problem, "matrices">;

/** JSON, as `read-problem.ts` reads it; `matrices` are put beside it when they are known. */
export type ProblemJson = Readonly<Record<string, unknown>>;

/** Writes a problem in VROOM's words and ours: `readProblem` reads the very same from it. */
export function writeProblem(problem: ProblemDraft): ProblemJson {
  const { vehicles, errands, stability, fairness } = problem;
  return {
    vehicles: vehicles.map(vehicleJson),
    jobs: errands.filter(isJob).map(jobJson),
    shipments: errands.filter((errand) => !isJob(errand)).map(shipmentJson),
    ...(stability === undefined ? {} : { stability }),
    ...(fairness === undefined ? {} : { fairness: { per_hour: fairness.perHour } }),
  };
}

function isJob({ stops }: Errand): boolean {
  return stops[0]?.type === "job";
}

function vehicleJson(vehicle: Vehicle): ProblemJson {
  const { id, profile, type, capacity, skills, shift, costs, reload, frozen } = vehicle;
  return said({
    id,
    profile,
    type,
    start_index: vehicle.start,
    end_index: vehicle.end,
    capacity,
    skills,
    time_window: shift && windowJson(shift),
    breaks: vehicle.breaks.map(breakJson),
    max_tasks: vehicle.maxTasks,
    max_travel_time: vehicle.maxTravelTime,
    max_distance: vehicle.maxDistance,
    costs: {
      fixed: costs.fixed,
      per_hour: costs.perHour,
      per_km: costs.perKm,
      per_task_hour: costs.perTaskHour,
    },
    reload: reload && { location_index: reload.place, service: reload.service, max: reload.most },
    frozen: frozen?.map(stopName),
    paid_before: vehicle.paidBefore,
    crew: vehicle.crew,
  });
}

function breakJson({ id, windows, service, maxLoad }: Break): ProblemJson {
  return said({ id, service, time_windows: windows.map(windowJson), max_load: maxLoad });
}

function stopName(key: string) {
  const [type, id] = key.split(":");
  return { type, id: Number(id) };
}

function jobJson(errand: Errand): ProblemJson {
  const { aboardSince } = errand;
  const [stop] = errand.stops;
  if (stop === undefined) return {};
  return said({
    ...stopJson(stop),
    ...demandsJson(errand),
    delivery: stop.leaves,
    pickup: stop.takes,
    release: stop.release,
    aboard: aboardSince === undefined ? undefined : { since: aboardSince },
  });
}

function shipmentJson(errand: Errand): ProblemJson {
  const { stops, aboardSince: since } = errand;
  const drop = stops.at(-1);
  if (drop === undefined) return {};
  const pickups = stops.slice(0, -1);
  const before = drop.leaves.map((amount, d) =>
    pickups.reduce((left, { takes }) => left - (takes[d] ?? 0), amount),
  );
  const isAboard = since !== undefined || pickups.length === 0 || before.some((left) => left > 0);
  const common = { ...demandsJson(errand), delivery: stopJson(drop), returns: drop.returns };
  const aboard = isAboard ? said({ since }) : undefined;
  if (pickups.length === 0) return said({ ...common, amount: drop.leaves, aboard });
  return said({
    ...common,
    pickups: pickups.map((stop) => ({ ...stopJson(stop), amount: stop.takes })),
    aboard: aboard && { ...aboard, amount: before },
  });
}

function demandsJson({ skills, priority, vehicle, maxRide, planned }: Errand) {
  return {
    skills,
    priority,
    vehicle,
    max_ride: maxRide,
    planned: planned && said({ vehicle: planned.vehicle, time: planned.at }),
  };
}

function stopJson(stop: Stop): ProblemJson {
  return {
    id: stop.id,
    location_index: stop.place,
    setup: stop.setup,
    service: stop.service,
    setup_per_type: stop.setupPerType,
    service_per_type: stop.servicePerType,
    time_windows: stop.windows.map(windowJson),
  };
}

function windowJson({ from, to }: TimeWindow): readonly [number, number] {
  return [from, to];
}

/** Without what nobody said: an absent key and one without value are not the same to readers. */
function said(fields: ProblemJson): ProblemJson {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
