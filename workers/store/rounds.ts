import type { Legend } from "#domain/delivery/rounds/legend.ts";
import type { Failure, RoundEventKind } from "#domain/delivery/rounds/round-event.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type CycleId, id, type PlanProblemId, type ShiftId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import type { Statement } from "#ports/database.ts";
import { roundEvent, roundFigure, roundLegend } from "#schema/rounds.ts";
import { type Cells, instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { asList, listAt, readLists } from "./row-lists.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** What the database says to the second of two who tell of a round at once. */
export const ROUND_CHANGED = "refused:round-changed";
/** What it says of a stop that was told before. */
export const ROUND_TOLD = "round_event.cycle_id, round_event.subject";

/** Keeps what the numbers of a problem stand for, in the batch that asks for its plan. */
export function keepLegend(problemId: PlanProblemId, legend: Legend): Statement {
  return insertInto(roundLegend, { problemId, legend: JSON.stringify(legend) });
}

/** A problem of a cycle's rounds, with what became of it. */
export interface RoundsProblem {
  readonly problemId: PlanProblemId;
  readonly number: number;
  readonly state: "waiting" | "solving" | "solved" | "set-aside";
  readonly reason: string | null;
  readonly reasonWords: string | null;
  /** How far the search is while it is going on. */
  readonly thousandths: number;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly legend: Legend;
  /** VROOM's words and ours, without matrices. */
  readonly problem: unknown;
  /** Its versions, the oldest first, without their plans. */
  readonly versions: readonly RoundsVersion[];
}

export interface RoundsVersion {
  readonly number: number;
  readonly unserved: number;
  readonly costMilli: number;
  readonly source: "planner" | "browser" | "hand";
  readonly savedAt: Instant;
}

const PROBLEM = `SELECT ${asList(`p.id, p.number, p.state, p.reason, p.reason_words, p.made_at,
    p.made_by, json(l.legend), json(p.problem), json((
      SELECT json_group_array(json_array(number, unserved, cost_milli, source, saved_at)
        ORDER BY number) FROM plan_version WHERE problem_id = p.id)), p.thousandths`)}
  FROM plan_problem p JOIN round_legend l ON l.problem_id = p.id`;

/** The last problem of a cycle's rounds; null where nobody asked yet. */
export function lastRounds(cycleId: CycleId): Loader<RoundsProblem | null> {
  return roundsWhere(`${PROBLEM} WHERE p.cycle_id = ? ORDER BY p.number DESC LIMIT 1`, [cycleId]);
}

function roundsWhere(sql: string, args: (string | number)[]): Loader<RoundsProblem | null> {
  return firstOrNull({ statement: { sql, args }, parse: (rows) => readLists(rows, toProblem) });
}

function toProblem(cells: Cells): RoundsProblem {
  return {
    problemId: id<PlanProblemId>(text(cells, 0)),
    number: integer(cells, 1),
    state: text(cells, 2) as RoundsProblem["state"],
    reason: textOrNull(cells, 3),
    reasonWords: textOrNull(cells, 4),
    madeAt: instantAt(cells, 5),
    madeBy: text(cells, 6),
    legend: cells[7] as Legend,
    problem: cells[8],
    versions: listAt<Cells>(cells, 9).map((version) => ({
      number: integer(version, 0),
      unserved: integer(version, 1),
      costMilli: integer(version, 2),
      source: text(version, 3) as RoundsVersion["source"],
      savedAt: instantAt(version, 4),
    })),
    thousandths: integer(cells, 10),
  };
}

/** Every plan of a cycle's rounds: which problem it is of, and its steps. */
export interface RoundsPlan {
  readonly problemId: PlanProblemId;
  readonly problemNumber: number;
  readonly version: number;
  readonly plan: Plan;
  readonly legend: Legend;
  readonly costMilli: number;
  readonly unserved: number;
  readonly source: RoundsVersion["source"];
  readonly savedAt: Instant;
  /** Vehicles whose courier has read it. */
  readonly read: readonly number[];
  readonly figures: unknown;
  readonly matrices: readonly RoundsMatrix[];
  readonly places: readonly (EarthPoint & { readonly place: number })[];
}

export interface RoundsMatrix {
  readonly profile: string;
  readonly quality: "streets" | "mixed" | "estimated";
  readonly sources: readonly { readonly name: string; readonly quality: string }[];
}

const PLAN = `SELECT ${asList(`p.id, p.number, v.number, json(v.plan), json(l.legend), v.cost_milli,
    v.unserved, v.source, v.saved_at, json((
      SELECT json_group_array(vehicle) FROM plan_acknowledgement
      WHERE problem_id = p.id AND version = v.number)),
    json((SELECT figures FROM round_figure WHERE problem_id = p.id AND version = v.number)),
    json((SELECT json_group_array(json_object('profile', profile, 'quality', quality,
      'sources', json(sources))) FROM plan_matrix WHERE problem_id = p.id)),
    json((SELECT json_group_array(json_object('place', place, 'latMicrodegrees', lat_microdegrees,
      'lonMicrodegrees', lon_microdegrees) ORDER BY place)
      FROM plan_place WHERE problem_id = p.id))`)}
  FROM plan_version v JOIN plan_problem p ON p.id = v.problem_id
  JOIN round_legend l ON l.problem_id = p.id WHERE p.cycle_id = ?1`;

/**
 * The plans of a cycle, the newest first.
 * @param most at most so many
 */
export function roundsPlans(cycleId: CycleId, most: number): Loader<RoundsPlan[]> {
  return {
    statement: {
      sql: `${PLAN} ORDER BY p.number DESC, v.number DESC LIMIT ?2`,
      args: [cycleId, most],
    },
    parse: (rows) => readLists(rows, toPlan),
  };
}

function toPlan(cells: Cells): RoundsPlan {
  return {
    problemId: id<PlanProblemId>(text(cells, 0)),
    problemNumber: integer(cells, 1),
    version: integer(cells, 2),
    plan: cells[3] as Plan,
    legend: cells[4] as Legend,
    costMilli: integer(cells, 5),
    unserved: integer(cells, 6),
    source: text(cells, 7) as RoundsPlan["source"],
    savedAt: instantAt(cells, 8),
    read: listAt(cells, 9),
    figures: cells[10],
    matrices: listAt(cells, 11),
    places: listAt(cells, 12),
  };
}

/** What was told of the day. */
export interface RoundEvent {
  readonly number: number;
  readonly kind: RoundEventKind;
  readonly shiftId: ShiftId;
  /** `order:ID` or `producer:ID`, of a stop; null for what is of the whole shift. */
  readonly subject: string | null;
  readonly minutes: number | null;
  /** Of what was tried in vain, and of nothing else. */
  readonly reason: Failure | null;
  readonly at: Instant;
  readonly actor: string;
}

/** What was told of a cycle's rounds, in the order in which it was. */
export function roundEvents(cycleId: CycleId): Loader<RoundEvent[]> {
  return {
    statement: {
      sql: `SELECT ${asList("number, kind, shift_id, subject, minutes, reason, at, actor")}
        FROM round_event WHERE cycle_id = ? ORDER BY number`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        number: integer(cells, 0),
        kind: text(cells, 1) as RoundEvent["kind"],
        shiftId: id<ShiftId>(text(cells, 2)),
        subject: textOrNull(cells, 3),
        minutes: integerOrNull(cells, 4),
        reason: textOrNull(cells, 5) as Failure | null,
        at: instantAt(cells, 6),
        actor: text(cells, 7),
      })),
  };
}

/** Adds what was told. Guards: `ROUND_CHANGED`, `ROUND_TOLD`. */
export function tellRound(cycleId: CycleId, event: RoundEvent): Statement {
  return insertInto(roundEvent, { cycleId, ...event });
}

/** A part of what the rounds come to. */
export interface RoundShare {
  readonly kind: "order" | "producer";
  readonly subject: string;
  readonly alone: Cents;
  readonly share: Cents;
}

/** Keeps what a version comes to, and each part of it. */
export function keepFigures(
  of: { readonly problemId: PlanProblemId; readonly version: number; readonly at: Instant },
  figures: object,
  shares: readonly RoundShare[],
): Statement[] {
  const { problemId, version, at } = of;
  return [
    insertInto(roundFigure, { problemId, version, figures: JSON.stringify(figures), madeAt: at }),
    {
      sql: `INSERT INTO round_share
          (problem_id, version, kind, subject, alone_cents, share_cents)
        SELECT ?1, ?2, value ->> 'kind', value ->> 'subject', value ->> 'alone', value ->> 'share'
        FROM json_each(?3)`,
      args: [problemId, version, JSON.stringify(shares)],
    },
  ];
}

/** The parts of a version's rounds. */
export function sharesOf(cycleId: CycleId): Loader<RoundShare[]> {
  return {
    statement: {
      sql: `SELECT ${asList("s.kind, s.subject, s.alone_cents, s.share_cents")}
        FROM round_share s WHERE (s.problem_id, s.version) = (
          SELECT f.problem_id, f.version FROM round_figure f
          JOIN plan_problem p ON p.id = f.problem_id WHERE p.cycle_id = ?
          AND EXISTS (SELECT 1 FROM round_share
            WHERE problem_id = f.problem_id AND version = f.version)
          ORDER BY p.number DESC, f.version DESC LIMIT 1)
        ORDER BY s.kind, s.subject`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        kind: text(cells, 0) as RoundShare["kind"],
        subject: text(cells, 1),
        alone: cents(integer(cells, 2)),
        share: cents(integer(cells, 3)),
      })),
  };
}
