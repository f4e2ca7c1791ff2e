import type { CarriedLine } from "#domain/delivery/rounds/goods.ts";
import type { DayOrder, DayPoint, DayProducer } from "#domain/delivery/rounds/rounds-day.ts";
import { FIRST_COLLECTION, FIRST_TERMS } from "#domain/delivery/rounds/round-terms.ts";
import type { RoundTerms } from "#domain/delivery/rounds/round-terms.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import { type CycleId, type EnterpriseId, id, type PlanProblemId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, DAY, type Instant, later } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { CycleRowState } from "#domain/orders/cycle-state.ts";
import { type Cells, instantAt, instantOrNull, integer, integerOrNull, text } from "./cells.ts";
import { asList, readLists } from "./row-lists.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** The cycle whose rounds are made. */
export interface RoundsCycle {
  readonly cycleId: CycleId;
  readonly code: string;
  readonly hubId: EnterpriseId;
  readonly hubName: string;
  readonly hub: EarthPoint | null;
  readonly deliveryDay: CivilDate;
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** When the producers were told; null before. */
  readonly sentAt: Instant | null;
  readonly terms: RoundTerms;
}

const CYCLE = `SELECT ${asList(`c.id, c.code, c.hub_id, h.name, h.lat_microdegrees,
    h.lon_microdegrees, c.delivery_day, c.state, c.opens_at, c.closes_at,
    (SELECT max(at) FROM cycle_event WHERE cycle_id = c.id AND kind = 'sent'),
    t.sort_from_minute, t.sort_to_minute, t.reload_minutes, t.home_minutes, t.cold_ride_minutes`)}
  FROM cycle c JOIN enterprise h ON h.id = c.hub_id LEFT JOIN hub_terms t ON t.hub_id = c.hub_id
  WHERE c.id = ?`;

export function roundsCycle(cycleId: CycleId): Loader<RoundsCycle | null> {
  return firstOrNull({
    statement: { sql: CYCLE, args: [cycleId] },
    parse: (rows) => readLists(rows, toCycle),
  });
}

function toCycle(cells: Cells): RoundsCycle {
  return {
    cycleId: id<CycleId>(text(cells, 0)),
    code: text(cells, 1),
    hubId: id<EnterpriseId>(text(cells, 2)),
    hubName: text(cells, 3),
    hub: pointAt(cells, 4),
    deliveryDay: civilDate(text(cells, 6)),
    state: text(cells, 7) as CycleRowState,
    opensAt: instantAt(cells, 8),
    closesAt: instantAt(cells, 9),
    sentAt: instantOrNull(cells, 10),
    terms: termsAt(cells, 11),
  };
}

function termsAt(cells: Cells, at: number): RoundTerms {
  if (cells[at] === null) return FIRST_TERMS;
  return {
    ...FIRST_TERMS,
    sortFromMinute: integer(cells, at),
    sortToMinute: integer(cells, at + 1),
    reloadMinutes: integer(cells, at + 2),
    homeMinutes: integer(cells, at + 3),
    coldRideMinutes: integer(cells, at + 4),
  };
}

function pointAt(cells: Cells, at: number): EarthPoint | null {
  if (cells[at] === null || cells[at + 1] === null) return null;
  return { latMicrodegrees: integer(cells, at), lonMicrodegrees: integer(cells, at + 1) };
}

/** The orders of a cycle that stand, in the order in which they came. */
export function dayOrders(cycleId: CycleId): Loader<DayOrder[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`o.id, o.place,
          iif(o.place = 'home', coalesce(d.lat_microdegrees, f.lat_microdegrees), NULL),
          iif(o.place = 'home', coalesce(d.lon_microdegrees, f.lon_microdegrees), NULL),
          s.from_minute, s.to_minute`)}
        FROM customer_order o LEFT JOIN order_door d ON d.order_id = o.id
        LEFT JOIN household_profile f ON f.household_id = o.household_id
        LEFT JOIN slot s ON s.id = o.slot_id
        WHERE o.cycle_id = ? AND o.cancelled_at IS NULL ORDER BY o.placed_at, o.id`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        orderId: text(cells, 0),
        place: text(cells, 1),
        door: pointAt(cells, 2),
        window:
          cells[4] === null ? null : { fromMinute: integer(cells, 4), toMinute: integer(cells, 5) },
      })),
  };
}

/** What comes of each line; before the close, what is wanted. */
export function dayLines(cycleId: CycleId): Loader<CarriedLine[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`l.order_id, l.enterprise_id,
          coalesce(l.delivered_milli, l.allocated_milli, l.wanted_milli), l.load_grams,
          o.kind = 'kg', o.net_ml, o.category_id, coalesce(g.parent_id, '')`)}
        FROM order_line l JOIN offer o ON o.id = l.offer_id
        JOIN category g ON g.id = o.category_id
        JOIN customer_order c ON c.id = l.order_id AND c.cancelled_at IS NULL
        WHERE l.cycle_id = ? AND l.status NOT IN ('new', 'withdrawn') ORDER BY l.seq`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        orderId: text(cells, 0),
        enterpriseId: text(cells, 1),
        quantityMilli: milli(integer(cells, 2)),
        loadGrams: integer(cells, 3),
        isByWeight: integer(cells, 4) === 1,
        netMl: integerOrNull(cells, 5),
        shelves: [text(cells, 6), text(cells, 7)],
      })),
  };
}

/** All pickup points, with their names and when they open first. */
export function dayPoints(): Loader<(DayPoint & { readonly name: string })[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`p.id, p.name, p.lat_microdegrees, p.lon_microdegrees,
          (SELECT min(from_minute) FROM slot WHERE pickup_point_id = p.id)`)}
        FROM pickup_point p ORDER BY p.id`,
      args: [],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        pointId: text(cells, 0),
        name: text(cells, 1),
        latMicrodegrees: integer(cells, 2),
        lonMicrodegrees: integer(cells, 3),
        opensMinute: integerOrNull(cells, 4),
      })),
  };
}

/** A producer of the cycle, before it is known when the producers are told. */
export interface NamedProducer extends Omit<DayProducer, "readyAt"> {
  readonly name: string;
  readonly town: string;
  readonly leadDays: number;
}

export function dayProducers(cycleId: CycleId): Loader<NamedProducer[]> {
  return {
    statement: {
      sql: `SELECT ${asList(`e.id, e.name, e.town, e.lat_microdegrees, e.lon_microdegrees,
          e.lead_days, t.brings, t.from_minute, t.to_minute`)}
        FROM producer_total p JOIN enterprise e ON e.id = p.enterprise_id
        LEFT JOIN collection_terms t ON t.enterprise_id = e.id
        WHERE p.cycle_id = ? AND p.lines > 0 ORDER BY e.id`,
      args: [cycleId],
    },
    parse: (rows) =>
      readLists(rows, (cells) => ({
        enterpriseId: text(cells, 0),
        name: text(cells, 1),
        town: text(cells, 2),
        door: pointAt(cells, 3),
        leadDays: integer(cells, 5),
        brings: cells[6] === 1,
        window:
          cells[7] === null
            ? FIRST_COLLECTION
            : { fromMinute: integer(cells, 7), toMinute: integer(cells, 8) },
      })),
  };
}

/** A producer that was told at an instant has what it takes some days after. */
export function readyFrom(told: Instant): (producer: NamedProducer) => DayProducer {
  return ({ leadDays, ...producer }) => ({ ...producer, readyAt: later(told, leadDays * DAY) });
}

/** Cycles whose producers were told, whose couriers are known, whose rounds nobody asked for. */
export function roundsToPlan(): Loader<CycleId[]> {
  return {
    statement: {
      sql: `SELECT c.id FROM cycle c WHERE c.state IN ('sent', 'receiving')
        AND EXISTS (SELECT 1 FROM courier_shift WHERE cycle_id = c.id AND cancelled_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM plan_problem WHERE cycle_id = c.id)
        ORDER BY c.id LIMIT 20`,
      args: [],
    },
    parse: (rows) => rows.map((row) => id<CycleId>(text(row, 0))),
  };
}

/** Newest plans that are done and whose figures nobody worked out yet, the oldest week first. */
export function roundsToCount(
  most: number,
): Loader<{ readonly cycleId: CycleId; readonly problemId: PlanProblemId }[]> {
  return {
    statement: {
      sql: `SELECT p.cycle_id, p.id FROM plan_problem p
        JOIN round_legend l ON l.problem_id = p.id
        WHERE p.state = 'solved'
        AND p.number = (SELECT max(number) FROM plan_problem WHERE cycle_id = p.cycle_id)
        AND EXISTS (SELECT 1 FROM plan_version WHERE problem_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM round_figure f WHERE f.problem_id = p.id
          AND f.version = (SELECT max(number) FROM plan_version WHERE problem_id = p.id))
        ORDER BY p.made_at LIMIT ?`,
      args: [most],
    },
    parse: (rows) =>
      rows.map((row) => ({
        cycleId: id<CycleId>(text(row, 0)),
        problemId: id<PlanProblemId>(text(row, 1)),
      })),
  };
}
