import type { CycleId, PersonId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, DAY, type Instant } from "#domain/kernel/instant.ts";
import type { HandedToday } from "#domain/notices/week-mail.ts";
import type { CycleRowState, CycleTimes } from "#domain/orders/cycle-state.ts";
import type { WeekNotice } from "#domain/orders/week-notices.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, text } from "./cells.ts";
import { agreesSql, chosenSql } from "./notice-choices.ts";
import type { Loader } from "./statement.ts";

/** Another run told the same people. */
export const NOTICE_TOLD = "refused:notice-told";

/** A cycle of which something may have to be told. */
export interface CycleToTell extends CycleTimes {
  readonly id: CycleId;
  readonly code: string;
  readonly deliveryDay: CivilDate;
  /** How far each letter about it went; `isDone` once everybody was reached. */
  readonly told: readonly ToldSoFar[];
}

interface ToldSoFar {
  readonly notice: WeekNotice;
  readonly reached: string;
  readonly isDone: boolean;
}

/** Cycles that take orders, and those whose crates are on their way. There are few at a time. */
export function cyclesToTell(): Loader<CycleToTell[]> {
  return {
    statement: {
      sql: `SELECT c.id, c.code, c.opens_at, c.closes_at, c.delivery_day, c.state,
          (SELECT json_group_array(json_object('notice', n.notice, 'reached', n.reached,
              'isDone', json(iif(n.finished_at IS NULL, 'false', 'true'))))
            FROM cycle_notice n WHERE n.cycle_id = c.id)
        FROM cycle c WHERE c.state IN ('published', 'sent', 'receiving', 'delivered')`,
      args: [],
    },
    parse: (rows) => rows.map(toCycle),
  };
}

function toCycle(row: Row): CycleToTell {
  return {
    id: id<CycleId>(text(row, 0)),
    code: text(row, 1),
    opensAt: instantAt(row, 2),
    closesAt: instantAt(row, 3),
    deliveryDay: civilDate(text(row, 4)),
    state: text(row, 5) as CycleRowState,
    told: JSON.parse(text(row, 6)) as ToldSoFar[],
  };
}

/** Somebody who wants a letter about a week, with what it says of them. */
export interface NoticeReader {
  readonly id: PersonId;
  readonly address: string;
  readonly lang: "it" | "en";
  /** Their orders of the cycle that are not handed over yet. */
  readonly orders: readonly HandedToday[];
  readonly hasBasket: boolean;
}

/** How far back somebody counts as one who orders. */
const LATELY = 56 * DAY;

const OF_THEIRS = `(o.person_id = p.id OR o.household_id IN (SELECT own.subject
  FROM role_grant own WHERE own.holder = p.id AND own.role = 'household'
    AND own.revoked_at IS NULL))`;

const ORDERS = `SELECT o.id FROM customer_order o WHERE ${OF_THEIRS}`;
const ORDERED_NOW = `${ORDERS} AND o.cycle_id = ?2 AND o.cancelled_at IS NULL
  AND o.handed_out_at IS NULL`;
const BASKET = `SELECT 1 FROM basket b JOIN basket_line l ON l.basket_id = b.id
  WHERE b.person_id = p.id AND b.cycle_id = ?2`;

/** Whom each letter is for, among those who want it. */
const FOR: Readonly<Record<WeekNotice, string>> = {
  // A household of a group that takes no part cannot order.
  "week-opens": `(
    NOT EXISTS (SELECT 1 FROM role_grant own WHERE own.holder = p.id
      AND own.role = 'household' AND own.revoked_at IS NULL)
    OR EXISTS (SELECT 1 FROM role_grant own JOIN household h ON h.id = own.subject
      WHERE own.holder = p.id AND own.role = 'household' AND own.revoked_at IS NULL
        AND (h.group_id IS NULL OR EXISTS (SELECT 1 FROM cycle_group took
          WHERE took.cycle_id = ?2 AND took.group_id = h.group_id))))`,
  "closing-soon": `(EXISTS (${BASKET}) OR EXISTS (${ORDERS} AND o.placed_at > ?4 - ${LATELY}))`,
  "pickup-day": `EXISTS (${ORDERED_NOW})`,
};

/**
 * The next people who want this letter about a cycle, in the order of their ids, after the one
 * who was reached last.
 */
export function noticeReaders(asked: {
  readonly cycleId: CycleId;
  readonly notice: WeekNotice;
  readonly after: string;
  readonly now: Instant;
  readonly limit: number;
}): Loader<NoticeReader[]> {
  const { cycleId, notice, after, now, limit } = asked;
  return {
    statement: {
      sql: `SELECT p.id, (SELECT e.address FROM person_email e WHERE e.person_id = p.id
              AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL ORDER BY e.id LIMIT 1),
          n.language, EXISTS (${BASKET}),
          (SELECT json_group_array(json_object('code', o.code, 'place', point.name,
              'slot', iif(s.id IS NULL, NULL, json_object('fromMinute', s.from_minute,
                'toMinute', s.to_minute))))
            FROM customer_order o LEFT JOIN pickup_point point ON point.id = o.place
              LEFT JOIN slot s ON s.id = o.slot_id
            WHERE o.id IN (${ORDERED_NOW}))
        FROM person p JOIN person_profile n ON n.person_id = p.id
        WHERE p.id > ?3 AND p.erased_at IS NULL AND p.suspended_at IS NULL
          AND ${agreesSql("p.id")} AND coalesce(${chosenSql("p.id", "?1")}, 1)
          AND EXISTS (SELECT 1 FROM person_email e WHERE e.person_id = p.id
            AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL)
          AND ?4 > 0 AND ${FOR[notice]}
        ORDER BY p.id LIMIT ?5`,
      args: [notice, cycleId, after, now, limit],
    },
    parse: (rows) => rows.map(toReader),
  };
}

function toReader(row: Row): NoticeReader {
  return {
    id: id<PersonId>(text(row, 0)),
    address: text(row, 1),
    lang: text(row, 2) as "it" | "en",
    hasBasket: integer(row, 3) === 1,
    orders: JSON.parse(text(row, 4)) as HandedToday[],
  };
}

/** Notes how far a letter went, in the batch that queues it; another run's note refuses it. */
export function noticeReached(
  { cycleId, notice }: { readonly cycleId: CycleId; readonly notice: WeekNotice },
  to: {
    /** The place in the list from which this run went on; null where it began. */
    readonly from: string | null;
    readonly reached: string;
    readonly at: Instant;
    readonly isDone: boolean;
  },
): Statement {
  const { from, reached, at, isDone } = to;
  const finishedAt = isDone ? at : null;
  if (from === null) {
    return {
      sql: `INSERT INTO cycle_notice (cycle_id, notice, reached, at, finished_at)
        VALUES (?, ?, ?, ?, ?)`,
      args: [cycleId, notice, reached, at, finishedAt],
    };
  }
  return {
    sql: `UPDATE cycle_notice SET reached = ?, at = ?, finished_at = ?
      WHERE cycle_id = ? AND notice = ?`,
    args: [reached, at, finishedAt, cycleId, notice],
  };
}
