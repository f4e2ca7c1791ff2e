import {
  type Break,
  type Costs,
  isStopType,
  keyOf,
  type Matrix,
  type Reload,
  type StopKey,
  type Vehicle,
} from "./problem.ts";
import { LONGEST_WORK } from "./read-errands.ts";
import type { Field } from "./read-fields.ts";

interface Known {
  readonly places: number;
  readonly matrices: Readonly<Record<string, Matrix>>;
}

const keys = [
  "id",
  "profile",
  "description",
  "start",
  "start_index",
  "end",
  "end_index",
  "capacity",
  "costs",
  "skills",
  "type",
  "time_window",
  "breaks",
  "max_tasks",
  "max_travel_time",
  "max_distance",
  "reload",
  "frozen",
  "paid_before",
  "crew",
];

/** A vehicle of VROOM's JSON; VROOM's defaults hold: profile "car", 3600 per hour. */
export function readVehicle(field: Field, { places, matrices }: Known): Vehicle {
  field.only(keys);
  const profile = field.get("profile").text("car");
  const matrix =
    matrices[profile] ?? field.get("profile").fail(`a profile among the matrices, not ${profile}`);
  const costs = costsFrom(field.get("costs"));
  if (matrix.distances === undefined && costs.perKm > 0) {
    field.get("costs").fail(`distances of profile ${profile}, to cost kilometres`);
  }
  if (matrix.distances === undefined && field.has("max_distance")) {
    field.get("max_distance").fail(`distances of profile ${profile}, to limit them`);
  }
  const [shift] = field.has("time_window") ? [field.get("time_window").window()] : [];
  return {
    id: field.get("id").integer(),
    profile,
    skills: field.get("skills").amounts(),
    breaks: field.get("breaks").optionalList().map(breakFrom),
    costs,
    ...(shift ? { shift } : {}),
    ...(field.has("type") ? { type: field.get("type").text("") } : {}),
    ...(field.has("capacity") ? { capacity: field.get("capacity").amounts() } : {}),
    ...(field.has("reload") ? { reload: reloadFrom(field.get("reload"), places) } : {}),
    ...(field.has("frozen") ? { frozen: field.get("frozen").list().map(frozenFrom) } : {}),
    ...limits(field, places),
  };
}

function reloadFrom(field: Field, places: number): Reload {
  field.only(["location_index", "service", "max"]);
  return {
    place: field.get("location_index").integer({ most: places - 1 }),
    service: field.get("service").integer({ otherwise: 0, most: LONGEST_WORK }),
    most: field.get("max").integer({ otherwise: 1, most: 50 }),
  };
}

function frozenFrom(field: Field): StopKey {
  field.only(["type", "id"]);
  const type = field.get("type").text("");
  return isStopType(type)
    ? keyOf({ type, id: field.get("id").integer() })
    : field.get("type").fail("job, pickup or delivery");
}

function limits(field: Field, places: number): Partial<Vehicle> {
  const optional = (key: string, name: keyof Vehicle, most?: number) =>
    field.has(key) ? { [name]: field.get(key).integer(most === undefined ? {} : { most }) } : {};
  return {
    ...optional("start_index", "start", places - 1),
    ...optional("end_index", "end", places - 1),
    ...optional("max_tasks", "maxTasks"),
    ...optional("max_travel_time", "maxTravelTime"),
    ...optional("max_distance", "maxDistance"),
    ...optional("paid_before", "paidBefore"),
    ...optional("crew", "crew"),
  };
}

function costsFrom(field: Field): Costs {
  field.only(["fixed", "per_hour", "per_km", "per_task_hour"]);
  return {
    fixed: field.get("fixed").integer({ otherwise: 0 }),
    perHour: field.get("per_hour").integer({ otherwise: 3600 }),
    perKm: field.get("per_km").integer({ otherwise: 0 }),
    perTaskHour: field.get("per_task_hour").integer({ otherwise: 0 }),
  };
}

function breakFrom(field: Field): Break {
  field.only(["id", "description", "time_windows", "service", "max_load"]);
  return {
    id: field.get("id").integer(),
    windows: field.get("time_windows").windows(),
    service: field.get("service").integer({ otherwise: 0, most: LONGEST_WORK }),
    ...(field.has("max_load") ? { maxLoad: field.get("max_load").amounts() } : {}),
  };
}
