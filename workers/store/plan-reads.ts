import type { Plan } from "#domain/delivery/plan.ts";
import type { RoadSource } from "#domain/delivery/roads/road-table.ts";
import {
  type CycleId,
  type EnterpriseId,
  id as asId,
  type PersonId,
  type PlanProblemId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import type { SetAsideReason } from "./plan-work.ts";
import type { PlanVehicle } from "./plans.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** A version of a plan, without its routes. */
export interface VersionRead {
  readonly number: number;
  /** How many errands were called off when it was checked. */
  readonly dropped: number;
  readonly prioritySum: number;
  readonly unserved: number;
  /** Thousandths of the problem's unit of cost. */
  readonly costMilli: number;
  readonly source: "planner" | "browser" | "hand";
  readonly seed: number | null;
  readonly rounds: number | null;
  readonly savedAt: Instant;
  readonly madeBy: string;
}

/** Where the distances of one way of travelling come from, and how many ways each source told. */
export interface DistancesRead {
  readonly profile: string;
  readonly quality: "streets" | "mixed" | "estimated";
  readonly sources: readonly (RoadSource & { readonly cells: number })[];
}

/** A problem of a cycle as it stands, with what was planned of it. */
export interface PlanRead {
  readonly id: PlanProblemId;
  readonly cycleId: CycleId;
  readonly hubId: EnterpriseId;
  readonly number: number;
  readonly state: "waiting" | "solving" | "solved" | "set-aside";
  readonly reason: SetAsideReason | null;
  readonly reasonWords: string | null;
  readonly dropped: number;
  /** How far the search is while it is going on. */
  readonly thousandths: number;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly distances: readonly DistancesRead[];
  /** The oldest first: the last one is the plan. */
  readonly versions: readonly VersionRead[];
}

const COLUMNS = `p.id, p.cycle_id, c.hub_id, p.number, p.state, p.reason, p.reason_words, p.dropped,
  p.made_at, p.made_by,
  (SELECT json_group_array(json_object('profile', profile, 'quality', quality,
      'sources', json(sources)) ORDER BY profile)
    FROM plan_matrix WHERE problem_id = p.id),
  (SELECT json_group_array(json_object('number', number, 'dropped', dropped,
      'prioritySum', priority_sum, 'unserved', unserved, 'costMilli', cost_milli,
      'source', source, 'seed', seed, 'rounds', rounds, 'savedAt', saved_at,
      'madeBy', made_by) ORDER BY number)
    FROM plan_version WHERE problem_id = p.id), p.thousandths`;
const FROM = "FROM plan_problem p JOIN cycle c ON c.id = p.cycle_id";

export function planById(problemId: PlanProblemId): Loader<PlanRead | null> {
  return firstOrNull({
    statement: { sql: `SELECT ${COLUMNS} ${FROM} WHERE p.id = ?`, args: [problemId] },
    parse: (rows) => rows.map(toPlan),
  });
}

/** The problems of a cycle, the newest first: that one counts. */
export function plansOfCycle(cycleId: CycleId, asked: PageAsked): Loader<Page<PlanRead>> {
  const before = asked.after === null ? 0 : Number(asked.after);
  const statement = {
    sql: `SELECT ${COLUMNS} ${FROM} WHERE p.cycle_id = ?1 AND (?2 = 0 OR p.number < ?2)
      ORDER BY p.number DESC LIMIT ?3`,
    args: [cycleId, Number.isSafeInteger(before) ? before : 0, asked.limit + 1],
  };
  const loader = { statement, parse: (rows: readonly Row[]) => rows.map(toPlan) };
  return paged(loader, asked, ({ number }) => String(number));
}

function toPlan(row: Row): PlanRead {
  return {
    id: asId<PlanProblemId>(text(row, 0)),
    cycleId: asId<CycleId>(text(row, 1)),
    hubId: asId<EnterpriseId>(text(row, 2)),
    number: integer(row, 3),
    state: text(row, 4) as PlanRead["state"],
    reason: textOrNull(row, 5) as SetAsideReason | null,
    reasonWords: textOrNull(row, 6),
    dropped: integer(row, 7),
    madeAt: instantAt(row, 8),
    madeBy: text(row, 9),
    distances: JSON.parse(text(row, 10)) as DistancesRead[],
    versions: JSON.parse(text(row, 11)) as VersionRead[],
    thousandths: integer(row, 12),
  };
}

/** The routes of a version, with who drives them and who has read them. */
export interface RoutesRead {
  readonly hubId: EnterpriseId;
  readonly version: number;
  readonly isNewest: boolean;
  readonly plan: Plan;
  /** One stop of each errand that is called off: nobody waits there. */
  readonly calledOff: readonly string[];
  /** Where places are, by index; a place that is forgotten is not among them. */
  readonly places: readonly PlaceRead[];
  readonly vehicles: readonly PlanVehicle[];
  readonly acknowledged: readonly Acknowledged[];
}

export interface PlaceRead {
  readonly place: number;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
}

export interface Acknowledged {
  readonly vehicle: number;
  readonly at: Instant;
  readonly actor: string;
}

/** @param version null for the newest */
export function routesOf(
  problemId: PlanProblemId,
  version: number | null,
): Loader<RoutesRead | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT c.hub_id, v.number, v.plan,
          NOT EXISTS (SELECT 1 FROM plan_version n
            WHERE n.problem_id = p.id AND n.number > v.number),
          (SELECT json_group_array(stop ORDER BY stop) FROM plan_drop WHERE problem_id = p.id),
          (SELECT json_group_array(json_object('place', place, 'latMicrodegrees', lat_microdegrees,
            'lonMicrodegrees', lon_microdegrees) ORDER BY place)
            FROM plan_place WHERE problem_id = p.id),
          (SELECT json_group_array(json_object('vehicle', vehicle, 'name', name,
            'enterpriseId', enterprise_id, 'personId', person_id) ORDER BY vehicle)
            FROM plan_vehicle WHERE problem_id = p.id),
          (SELECT json_group_array(json_object('vehicle', vehicle, 'at', at, 'actor', actor)
            ORDER BY vehicle)
            FROM plan_acknowledgement a WHERE a.problem_id = p.id AND a.version = v.number)
        ${FROM} JOIN plan_version v ON v.problem_id = p.id
        WHERE p.id = ?1 AND (?2 IS NULL OR v.number = ?2) ORDER BY v.number DESC LIMIT 1`,
      args: [problemId, version],
    },
    parse: (rows) => rows.map(toRoutes),
  });
}

function toRoutes(row: Row): RoutesRead {
  const vehicles = JSON.parse(text(row, 6)) as {
    readonly vehicle: number;
    readonly name: string;
    readonly enterpriseId: string | null;
    readonly personId: string | null;
  }[];
  return {
    hubId: asId<EnterpriseId>(text(row, 0)),
    version: integer(row, 1),
    plan: JSON.parse(text(row, 2)) as Plan,
    isNewest: integer(row, 3) === 1,
    calledOff: JSON.parse(text(row, 4)) as string[],
    places: JSON.parse(text(row, 5)) as PlaceRead[],
    vehicles: vehicles.map(({ enterpriseId, personId, ...rest }) => ({
      ...rest,
      enterpriseId: enterpriseId === null ? null : asId<EnterpriseId>(enterpriseId),
      personId: personId === null ? null : asId<PersonId>(personId),
    })),
    acknowledged: JSON.parse(text(row, 7)) as Acknowledged[],
  };
}
