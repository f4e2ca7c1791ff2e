import { accept, type Outcome, type Refused } from "#domain/kernel/outcome.ts";
import { type ProblemFault, readProblem } from "./read-problem.ts";
import { ROAD_PROFILES, type RoadProfile } from "./roads/road-graph.ts";
import type { ProblemDraft } from "./write-problem.ts";

/** What a stranger's JSON may hold at its outermost, before anything is known of it. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a problem that has no matrices yet: places are only so many, and every vehicle travels in
 * one of the ways of which we know the streets.
 */
export function readDraft(json: unknown, places: number): Outcome<ProblemDraft, ProblemFault> {
  const fields = fieldsOf(json);
  if (fields["matrices"] !== undefined) {
    return faulty("matrices", "none: distances are worked out here");
  }
  const profiles = profilesOf(json);
  if (!profiles.ok) return profiles;
  const row = Array.from({ length: places }, () => 0);
  const square = Array.from({ length: places }, () => row);
  const blank = { durations: square, distances: square };
  const matrices = Object.fromEntries(profiles.value.map((profile) => [profile, blank]));
  const read = readProblem({ ...fields, matrices });
  if (!read.ok) return read;
  const { matrices: _blank, ...draft } = read.value;
  return accept(draft);
}

/** The ways in which a problem's vehicles travel, each once. */
export function profilesOf(json: unknown): Outcome<readonly RoadProfile[], ProblemFault> {
  const { vehicles } = fieldsOf(json);
  if (!Array.isArray(vehicles) || vehicles.length === 0) {
    return faulty("vehicles", "at least one vehicle");
  }
  const found = new Set<RoadProfile>();
  for (const [index, vehicle] of vehicles.entries()) {
    const { profile } = fieldsOf(vehicle);
    const known = ROAD_PROFILES.find((one) => one === profile);
    if (known === undefined) {
      const expected = `one of ${ROAD_PROFILES.join(", ")}`;
      return faulty(`vehicles[${index}].profile`, expected);
    }
    found.add(known);
  }
  return accept([...found]);
}

function faulty(field: string, expected: string): Refused<ProblemFault> {
  return { ok: false, refusal: { field, expected } };
}

function fieldsOf(json: unknown): Fields {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  return isObject ? (json as Fields) : {};
}
