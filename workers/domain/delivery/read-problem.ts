import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Errand, Fairness, Matrix, Problem, Stability } from "./problem.ts";
import { refuseLooseEnds } from "./read-bonds.ts";
import { readJob, readShipment } from "./read-errands.ts";
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
 * the matrices, and what is ours beside (docs/planner.md). Coordinates are ignored. Keys that
 * nobody reads are refused, so that a constraint that is not understood is never silently dropped.
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
  root.only(["vehicles", "jobs", "shipments", "matrices", "stability", "fairness", "meta"]);
  const matrices = matricesFrom(root.get("matrices"));
  const places = Object.values(matrices)[0]?.durations.length ?? 0;
  const vehicles = root
    .get("vehicles")
    .list()
    .map((field) => readVehicle(field, { places, matrices }));
  if (vehicles.length === 0) root.get("vehicles").fail("at least one vehicle");
  const fields = {
    jobs: root.get("jobs").optionalList(),
    shipments: root.get("shipments").optionalList(),
  };
  const errands = [
    ...fields.jobs.map((field) => readJob(field, places)),
    ...fields.shipments.map((field) => readShipment(field, places)),
  ];
  refuseTwins(
    root,
    errands,
    vehicles.map(({ id }) => id),
  );
  const problem = {
    vehicles,
    errands,
    matrices,
    places,
    dimensions: dimensionsOf(errands),
    ...(root.has("stability") ? { stability: stabilityFrom(root.get("stability")) } : {}),
    ...(root.has("fairness") ? { fairness: fairnessFrom(root.get("fairness")) } : {}),
  };
  refuseLooseEnds(root, [...fields.jobs, ...fields.shipments], problem);
  return problem;
}

function dimensionsOf(errands: readonly Errand[]): number {
  const widths = errands.flatMap(({ stops }) =>
    stops.flatMap(({ takes, leaves, returns = [] }) => [
      takes.length,
      leaves.length,
      returns.length,
    ]),
  );
  return Math.max(0, ...widths);
}

function stabilityFrom(field: Field): Stability {
  field.only(["moved", "shifted", "tolerance"]);
  return {
    moved: field.get("moved").integer({ otherwise: 0 }),
    shifted: field.get("shifted").integer({ otherwise: 0 }),
    tolerance: field.get("tolerance").integer({ otherwise: 900 }),
  };
}

function fairnessFrom(field: Field): Fairness {
  field.only(["per_hour"]);
  return { perHour: field.get("per_hour").integer() };
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
