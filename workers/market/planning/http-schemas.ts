import * as v from "valibot";
import type { EnterpriseId, PersonId } from "#domain/kernel/ids.ts";
import { count, identifier, idOf, instantMs, microdegrees, words } from "#market/edge/schemas.ts";
import { Matrices, MOST_STOPS, MOST_VEHICLES, PROBLEM } from "./http-problem.ts";

/** Their distances are kept as one text: with so many it has some four megabytes. */
const MOST_PLACES = 600;

const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(4e9));
const stopType = v.picklist(["job", "pickup", "delivery"]);
const Step = v.strictObject({
  type: v.picklist(["job", "pickup", "delivery", "start", "end", "break", "reload"]),
  id: v.exactOptional(count),
  arrival: seconds,
  waiting: seconds,
  setup: seconds,
  service: seconds,
  place: v.exactOptional(count),
  load: v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(20)),
});
const Route = v.strictObject({
  vehicle: count,
  steps: v.pipe(v.array(Step), v.maxLength(MOST_STOPS)),
});
const reason = v.picklist([
  "crowded-out",
  "skill",
  "capacity",
  "range",
  "ride",
  "release",
  "window",
]);
const Plan = v.strictObject({
  routes: v.pipe(v.array(Route), v.maxLength(MOST_VEHICLES)),
  unassigned: v.pipe(
    v.array(v.strictObject({ type: stopType, id: count, reason })),
    v.maxLength(MOST_STOPS),
  ),
});

const point = { latMicrodegrees: microdegrees(90), lonMicrodegrees: microdegrees(180) };

export const AskBody = v.strictObject({
  problem: v.strictObject(PROBLEM),
  places: v.pipe(v.array(v.strictObject(point)), v.minLength(1), v.maxLength(MOST_PLACES)),
  vehicles: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          vehicle: count,
          name: words(120),
          enterpriseId: v.optional(v.nullable(idOf<EnterpriseId>()), null),
          personId: v.optional(v.nullable(idOf<PersonId>()), null),
        }),
      ),
      v.maxLength(MOST_VEHICLES),
      v.check((all) => new Set(all.map(({ vehicle }) => vehicle)).size === all.length, "twice"),
    ),
    [],
  ),
});
export const Asked = v.object({ id: identifier, cycleId: identifier, number: count });

export const VersionBody = v.strictObject({
  plan: Plan,
  search: v.optional(v.nullable(v.strictObject({ seed: count, rounds: count })), null),
});

const worth = { prioritySum: count, unserved: count, costMilli: count };
export const Taken = v.object({ planId: identifier, version: count, ...worth });

const Version = v.object({
  number: count,
  dropped: count,
  ...worth,
  source: v.picklist(["planner", "browser", "hand"]),
  seed: v.nullable(count),
  rounds: v.nullable(count),
  savedAt: instantMs,
  madeBy: v.string(),
});

export const PlanAnswer = v.object({
  id: identifier,
  cycleId: identifier,
  hubId: identifier,
  number: count,
  state: v.picklist(["waiting", "solving", "solved", "set-aside"]),
  reason: v.nullable(v.picklist(["superseded", "invalid", "failed", "check-failed", "gave-up"])),
  reasonWords: v.nullable(v.string()),
  dropped: count,
  thousandths: count,
  madeAt: instantMs,
  madeBy: v.string(),
  distances: v.array(
    v.object({
      profile: v.string(),
      quality: v.picklist(["streets", "mixed", "estimated"]),
      sources: v.array(
        v.object({
          name: v.string(),
          quality: v.picklist(["streets", "estimated"]),
          cells: count,
        }),
      ),
    }),
  ),
  versions: v.array(Version),
});

export const Task = v.object({
  problem: v.object({ ...PROBLEM, matrices: Matrices }),
  calledOff: v.array(v.string()),
  from: v.nullable(Plan),
});

const PlaceAnswer = v.object({ place: count, ...point });
const Vehicle = v.object({
  vehicle: count,
  name: v.string(),
  enterpriseId: v.nullable(identifier),
  personId: v.nullable(identifier),
});
const Read = v.object({ vehicle: count, at: instantMs, actor: v.string() });
const about = { version: count, isNewest: v.boolean(), calledOff: v.array(v.string()) };

export const Routes = v.object({
  ...about,
  plan: Plan,
  places: v.array(PlaceAnswer),
  vehicles: v.array(Vehicle),
  acknowledged: v.array(Read),
});

export const OwnRouteAnswer = v.object({
  ...about,
  vehicle: Vehicle,
  route: v.nullable(Route),
  places: v.array(PlaceAnswer),
  acknowledged: v.nullable(Read),
});

export const AcknowledgedAnswer = v.object({
  planId: identifier,
  version: count,
  vehicle: count,
  acknowledgedAt: instantMs,
});
