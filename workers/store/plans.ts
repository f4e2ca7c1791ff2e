import type { ProblemDraft } from "#domain/delivery/write-problem.ts";
import { writeProblem } from "#domain/delivery/write-problem.ts";
import type { StopKey } from "#domain/delivery/problem.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type {
  CycleId,
  EnterpriseId,
  OrderId,
  PersonId,
  PlanProblemId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { planAcknowledgement, planProblem, planVersion } from "#schema/planning.ts";
import { integer } from "./cells.ts";
import { afterwards } from "./outbox.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What the database says to the second of two who ask for a plan of a cycle at once. */
export const PLAN_PROBLEM_CHANGED = "refused:plan-problem-changed";
/** What it says of a plan, or of an acknowledgement, that another one came before. */
export const PLAN_CHANGED = "refused:plan-changed";
export const PLAN_ACKNOWLEDGED = "refused:plan-acknowledged";

/** Who drives a vehicle of a problem, so that they can read their route. */
export interface PlanVehicle {
  /** The vehicle's id in the problem. */
  readonly vehicle: number;
  readonly name: string;
  readonly enterpriseId: EnterpriseId | null;
  readonly personId: PersonId | null;
}

/** Which order an errand is of, by its job or its delivery: it goes when the order is cancelled. */
export interface PlanErrand {
  readonly stop: StopKey;
  readonly orderId: OrderId;
}

/** What the planner is to plan. */
export interface PlanQuestion {
  readonly id: PlanProblemId;
  readonly cycleId: CycleId;
  /** One more than `lastPlanNumber` gives. */
  readonly number: number;
  readonly problem: ProblemDraft;
  /** Where the problem's places are, by their index. */
  readonly places: readonly EarthPoint[];
  readonly vehicles: readonly PlanVehicle[];
  readonly errands: readonly PlanErrand[];
  /** A version of an earlier problem to begin with; null to begin afresh. */
  readonly from: { readonly problemId: PlanProblemId; readonly version: number } | null;
  readonly at: Instant;
  readonly actor: string;
}

/**
 * Asks for a plan, in the batch of whatever asks for it: the problem, its places, vehicles and
 * errands, and the message that wakes the planner. Guard: `PLAN_PROBLEM_CHANGED`.
 */
export function askForPlan(question: PlanQuestion): Statement[] {
  const { id, cycleId, number, places, vehicles, errands, from, at, actor } = question;
  const row = {
    id,
    cycleId,
    number,
    problem: JSON.stringify(writeProblem(question.problem)),
    fromProblem: from?.problemId ?? null,
    fromVersion: from?.version ?? null,
    dueAt: at,
    madeAt: at,
    madeBy: actor,
  };
  const where = places.map(({ latMicrodegrees, lonMicrodegrees }) => [
    latMicrodegrees,
    lonMicrodegrees,
  ]);
  return [
    insertInto(planProblem, row),
    { sql: PLACES, args: [id, JSON.stringify(where)] },
    { sql: VEHICLES, args: [id, JSON.stringify(vehicles)] },
    { sql: ERRANDS, args: [id, JSON.stringify(errands)] },
    afterwards({ topic: "plan", key: `plan:${id}`, payload: { problemId: id }, at }),
  ];
}

const PLACES = `INSERT INTO plan_place (problem_id, place, lat_microdegrees, lon_microdegrees)
  SELECT ?1, key, value ->> 0, value ->> 1 FROM json_each(?2)`;
const VEHICLES = `INSERT INTO plan_vehicle (problem_id, vehicle, name, enterprise_id, person_id)
  SELECT ?1, value ->> 'vehicle', value ->> 'name', value ->> 'enterpriseId', value ->> 'personId'
  FROM json_each(?2)`;
const ERRANDS = `INSERT INTO plan_errand (problem_id, stop, order_id)
  SELECT ?1, value ->> 'stop', value ->> 'orderId' FROM json_each(?2)`;

/** The number of the last problem of a cycle; 0 where nobody asked yet. */
export function lastPlanNumber(cycleId: CycleId): Loader<number> {
  return {
    statement: {
      sql: "SELECT coalesce(max(number), 0) FROM plan_problem WHERE cycle_id = ?",
      args: [cycleId],
    },
    parse: ([row]) => integer(row ?? [0], 0),
  };
}

/**
 * Calls off what a cancelled order had in the newest plan of its cycle, and asks for another one.
 * Nothing happens where it is in no plan. It belongs in the batch that cancels the order.
 */
export function dropFromPlan(
  orderId: OrderId,
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Statement[] {
  return [
    { sql: MESSAGE_OF_DROP, args: [orderId, at] },
    { sql: DROP, args: [orderId, at, actor] },
  ];
}

const IN_PLAN = `FROM plan_errand e JOIN plan_problem p ON p.id = e.problem_id
  WHERE e.order_id = ?1 AND p.state <> 'set-aside'
    AND p.number = (SELECT max(number) FROM plan_problem WHERE cycle_id = p.cycle_id)
    AND NOT EXISTS (
      SELECT 1 FROM plan_drop d WHERE d.problem_id = e.problem_id AND d.stop = e.stop
    )`;
// The message goes first: once the errands are called off nobody can tell that they were not.
const MESSAGE_OF_DROP = `INSERT INTO outbox (topic, key, payload, created_at, due_at)
  SELECT DISTINCT 'plan', 'plan:' || e.problem_id || ':without:' || ?1,
    json_object('problemId', e.problem_id), ?2, ?2 ${IN_PLAN}`;
const DROP = `INSERT INTO plan_drop (problem_id, stop, at, actor)
  SELECT e.problem_id, e.stop, ?2, ?3 ${IN_PLAN}`;

/**
 * Saves a plan that passed the check. Guards: `PLAN_CHANGED` when another version came before,
 * `PLAN_PROBLEM_CHANGED` when an errand was called off meanwhile.
 */
export function savePlan(version: typeof planVersion.$inferInsert): Statement {
  return insertInto(planVersion, version);
}

/**
 * Notes that whoever drives a route has read this version of it. Guards: `PLAN_CHANGED` when there
 * is a newer one, `PLAN_ACKNOWLEDGED` the second time.
 */
export function acknowledgePlan(read: typeof planAcknowledgement.$inferInsert): Statement {
  return insertInto(planAcknowledgement, read);
}
