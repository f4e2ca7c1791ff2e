import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Errand, Matrix, Problem, Stop, StopType } from "./problem.ts";
import { BadField, Field } from "./read-fields.ts";
import { readVehicle } from "./read-vehicle.ts";

/** Which field of a problem is wrong, and what was expected of it. */
export interface ProblemFault {
  /** As in `jobs[3].time_windows[0]`. */
  readonly field: string;
  readonly expected: string;
}

/**
 * Reads VROOM's JSON: `vehicles`, `jobs`, `shipments` and `matrices`, with `location_index` into
 * the matrices. Coordinates are ignored. Keys that nobody reads are refused, so that a constraint
 * that is not understood is never silently dropped.
 */
export function readProblem(json: unknown): Outcome<Problem, ProblemFault> {
  try {
    return accept(problemFrom(new Field(json, "problem")));
  } catch (error) {
    if (!(error instanceof BadField)) throw error;
    return { ok: false, refusal: { field: error.field, expected: error.expected } };
  }
}

function problemFrom(root: Field): Problem {
  root.only(["vehicles", "jobs", "shipments", "matrices", "meta"]);
  const matrices = matricesFrom(root.get("matrices"));
  const places = Object.values(matrices)[0]?.durations.length ?? 0;
  const vehicles = root
    .get("vehicles")
    .list()
    .map((field) => readVehicle(field, { places, matrices }));
  if (vehicles.length === 0) root.get("vehicles").fail("at least one vehicle");
  const errands = [
    ...root
      .get("jobs")
      .optionalList()
      .map((field) => jobFrom(field, places)),
    ...root
      .get("shipments")
      .optionalList()
      .map((field) => shipmentFrom(field, places)),
  ];
  refuseTwins(
    root,
    errands,
    vehicles.map(({ id }) => id),
  );
  const amounts = errands.flatMap(({ stops }) =>
    stops.flatMap(({ takes, leaves }) => [takes, leaves]),
  );
  const dimensions = Math.max(0, ...amounts.map((amount) => amount.length));
  return { vehicles, errands, matrices, places, dimensions };
}

function matricesFrom(field: Field): Record<string, Matrix> {
  const entries = field.entries().map(([profile, matrix]) => {
    matrix.only(["durations", "distances", "costs"]);
    const durations = matrix.get("durations").square();
    const optional = (key: "distances" | "costs") =>
      matrix.has(key) ? { [key]: matrix.get(key).square(durations.length) } : {};
    return [profile, { durations, ...optional("distances"), ...optional("costs") }] as const;
  });
  const [first] = entries;
  if (first === undefined) field.fail("a matrix for each profile");
  for (const [profile, { durations }] of entries) {
    if (durations.length !== first[1].durations.length) {
      field.get(profile).fail("as many places as the other matrices");
    }
  }
  return Object.fromEntries(entries);
}

const stopKeys = [
  "id",
  "description",
  "location",
  "location_index",
  "setup",
  "service",
  "setup_per_type",
  "service_per_type",
  "time_windows",
];

function jobFrom(field: Field, places: number): Errand {
  field.only([...stopKeys, "delivery", "pickup", "skills", "priority"]);
  const leaves = field.get("delivery").amounts();
  const takes = field.get("pickup").amounts();
  return {
    stops: [stopFrom(field, { type: "job", places, leaves, takes })],
    ...demandsOf(field),
  };
}

function shipmentFrom(field: Field, places: number): Errand {
  field.only(["pickup", "delivery", "amount", "skills", "priority"]);
  const amount = field.get("amount").amounts();
  const pickup = field.get("pickup");
  const delivery = field.get("delivery");
  pickup.only(stopKeys);
  delivery.only(stopKeys);
  return {
    stops: [
      stopFrom(pickup, { type: "pickup", places, leaves: [], takes: amount }),
      stopFrom(delivery, { type: "delivery", places, leaves: amount, takes: [] }),
    ],
    ...demandsOf(field),
  };
}

function demandsOf(field: Field): Pick<Errand, "skills" | "priority"> {
  return {
    skills: field.get("skills").amounts(),
    priority: field.get("priority").integer({ otherwise: 0, most: 100 }),
  };
}

interface Fixed extends Pick<Stop, "leaves" | "takes"> {
  readonly type: StopType;
  readonly places: number;
}

function stopFrom(field: Field, { type, places, leaves, takes }: Fixed): Stop {
  return {
    type,
    id: field.get("id").integer(),
    place: field.get("location_index").integer({ most: places - 1 }),
    setup: field.get("setup").integer({ otherwise: 0 }),
    service: field.get("service").integer({ otherwise: 0 }),
    setupPerType: field.get("setup_per_type").integersByName(),
    servicePerType: field.get("service_per_type").integersByName(),
    windows: field.get("time_windows").windows(),
    leaves,
    takes,
  };
}

function refuseTwins(root: Field, errands: readonly Errand[], vehicles: readonly number[]): void {
  const seen = new Set<string>();
  const names = [
    ...vehicles.map((id) => `vehicle ${id}`),
    ...errands.flatMap(({ stops }) => stops.map(({ type, id }) => `${type} ${id}`)),
  ];
  for (const name of names) {
    if (seen.has(name)) root.fail(`only one ${name}`);
    seen.add(name);
  }
}
