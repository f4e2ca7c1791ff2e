import type { Plan } from "#domain/delivery/plan.ts";
import type { PlanWorth } from "#domain/delivery/plan-worth.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { id as asId, type PlanProblemId } from "#domain/kernel/ids.ts";
import { type Instant, MINUTE } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import type { planMatrix } from "#schema/planning.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Longer than a search may compute: nobody else takes the problem meanwhile. */
const IN_HAND = 10 * MINUTE;
/** A far day: whoever plans here is a browser, and nobody takes the problem in hand. */
const NOT_HERE = 3_000_000_000_000;

/** Why a problem was set aside. */
export type SetAsideReason = "superseded" | "invalid" | "failed" | "check-failed" | "gave-up";

/**
 * Takes a problem in hand, once: of two planners that take it at the same time the second gets no
 * row. One that is killed loses it after ten minutes.
 */
export function takeInHand(problemId: PlanProblemId, now: Instant): Statement {
  return {
    sql: `UPDATE plan_problem SET state = 'solving', tries = tries + 1, thousandths = 0,
        due_at = ?2 + ${IN_HAND}
      WHERE id = ?1 AND state IN ('waiting', 'solving') AND due_at <= ?2
      RETURNING tries`,
    args: [problemId, now],
  };
}

/** Says how far a search is, so that who waits sees it go on. Nothing else changes. */
export function tellProgress(problemId: PlanProblemId, thousandths: number): Statement {
  return {
    sql: "UPDATE plan_problem SET thousandths = ?2 WHERE id = ?1 AND state = 'solving'",
    args: [problemId, thousandths],
  };
}

/** Puts a problem aside for good, with why. */
export function setAside(
  problemId: PlanProblemId,
  reason: SetAsideReason,
  words: string | null,
): Statement {
  return {
    sql: `UPDATE plan_problem SET state = 'set-aside', reason = ?2, reason_words = ?3
      WHERE id = ?1 AND state <> 'set-aside'`,
    args: [problemId, reason, words === null ? null : words.slice(0, 500)],
  };
}

/** Nothing more is to be done, unless an errand was called off while somebody was at it. */
export function doneWith(problemId: PlanProblemId, dropped: number): Statement {
  return {
    sql: `UPDATE plan_problem SET state = 'solved'
      WHERE id = ?1 AND dropped = ?2 AND state IN ('waiting', 'solving')`,
    args: [problemId, dropped],
  };
}

/** Lets a problem go that could not be finished: the next message takes it at once. */
export function letGo(problemId: PlanProblemId, now: Instant): Statement {
  return {
    sql: `UPDATE plan_problem SET state = 'waiting', due_at = ?2
      WHERE id = ?1 AND state = 'solving'`,
    args: [problemId, now],
  };
}

/** Leaves a problem, whose distances are known now, to whoever plans in a browser. */
export function leaveToBrowser(problemId: PlanProblemId): Statement {
  return {
    sql: `UPDATE plan_problem SET state = 'waiting', tries = 0, due_at = ${NOT_HERE}
      WHERE id = ?1 AND state = 'solving'`,
    args: [problemId],
  };
}

/** Problems that a message should have woken long ago, the oldest first. */
export function overdueProblems(now: Instant, most: number): Loader<PlanProblemId[]> {
  return {
    statement: {
      sql: `SELECT id FROM plan_problem
        WHERE state IN ('waiting', 'solving') AND due_at <= ? ORDER BY due_at LIMIT ?`,
      args: [now - MINUTE, most],
    },
    parse: (rows) => rows.map((row) => asId<PlanProblemId>(text(row, 0))),
  };
}

/** A problem as whoever plans it needs it. */
export interface PlanWork {
  readonly id: PlanProblemId;
  /** VROOM's words and ours, without matrices; made by `writeProblem`, but believed by nobody. */
  readonly json: unknown;
  readonly places: readonly EarthPoint[];
  /** By profile; empty until the distances are known. */
  readonly matrices: Readonly<Record<string, unknown>>;
  /** One stop of each errand that was called off. */
  readonly calledOff: ReadonlySet<string>;
  /** How many were called off, as a version that is saved has to say. */
  readonly dropped: number;
  readonly isNewest: boolean;
  /** The newest version; null before the first. */
  readonly last: KnownVersion | null;
  /** The plan of an earlier problem to begin with. */
  readonly before: Plan | null;
}

export interface KnownVersion {
  readonly number: number;
  readonly plan: Plan;
  readonly worth: PlanWorth;
  /** How many errands were called off when it was checked. */
  readonly dropped: number;
  readonly savedAt: Instant;
}

const VERSION = `json_array(v.number, json(v.plan), v.dropped, v.priority_sum, v.unserved,
  v.cost_milli, v.saved_at)`;

/** Everything about a problem that a planner, or the check of a plan, has to know. */
export function planWork(problemId: PlanProblemId): Loader<PlanWork | null> {
  return {
    statement: {
      sql: `SELECT p.id, p.problem, p.dropped,
          NOT EXISTS (SELECT 1 FROM plan_problem n
            WHERE n.cycle_id = p.cycle_id AND n.number > p.number),
          (SELECT json_group_array(json_array(lat_microdegrees, lon_microdegrees) ORDER BY place)
            FROM plan_place WHERE problem_id = p.id),
          (SELECT json_group_object(profile, json(matrix)) FROM plan_matrix
            WHERE problem_id = p.id),
          (SELECT json_group_array(stop) FROM plan_drop WHERE problem_id = p.id),
          (SELECT ${VERSION} FROM plan_version v
            WHERE v.problem_id = p.id ORDER BY v.number DESC LIMIT 1),
          (SELECT plan FROM plan_version v
            WHERE v.problem_id = p.from_problem AND v.number = p.from_version)
        FROM plan_problem p WHERE p.id = ?`,
      args: [problemId],
    },
    parse: ([row]) => (row === undefined ? null : toWork(row)),
  };
}

function toWork(row: Row): PlanWork {
  const places = JSON.parse(text(row, 4)) as [number, number][];
  const last = textOrNull(row, 7);
  const before = textOrNull(row, 8);
  return {
    id: asId<PlanProblemId>(text(row, 0)),
    json: JSON.parse(text(row, 1)) as unknown,
    dropped: integer(row, 2),
    isNewest: integer(row, 3) === 1,
    places: places.map(([latMicrodegrees, lonMicrodegrees]) => ({
      latMicrodegrees,
      lonMicrodegrees,
    })),
    matrices: JSON.parse(text(row, 5)) as Record<string, unknown>,
    calledOff: new Set(JSON.parse(text(row, 6)) as string[]),
    last: last === null ? null : toVersion(JSON.parse(last) as unknown[]),
    before: before === null ? null : (JSON.parse(before) as Plan),
  };
}

function toVersion(cells: readonly unknown[]): KnownVersion {
  return {
    number: integer(cells, 0),
    plan: cells[1] as Plan,
    dropped: integer(cells, 2),
    worth: {
      prioritySum: integer(cells, 3),
      unserved: integer(cells, 4),
      costMilli: integer(cells, 5),
    },
    savedAt: instantAt(cells, 6),
  };
}

/** Keeps the distances of a problem; a second time nothing happens. */
export function keepMatrix(row: typeof planMatrix.$inferInsert): Statement {
  const { problemId, profile, matrix, quality, sources, madeAt } = row;
  return {
    sql: `INSERT INTO plan_matrix (problem_id, profile, matrix, quality, sources, made_at)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    args: [problemId, profile, matrix, quality, sources, madeAt],
  };
}
