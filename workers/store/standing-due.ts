import {
  type CycleId,
  type HouseholdId,
  id,
  type OrderId,
  type StandingOrderId,
  type VariantId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { OfferNow } from "#domain/orders/ordering.ts";
import type { StandingNo, StandingTold } from "#domain/orders/standing.ts";
import type { Statement } from "#ports/database.ts";
import { standingRun } from "#schema/standing.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { OFFER_NOW_COLUMNS, OFFER_NOW_WIDTH, offerNowOf } from "./ordering.ts";
import { type Language, languageAt } from "./persons.ts";
import { asList, readLists } from "./row-lists.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Somebody else turned this list into an order of this cycle. */
export const STANDING_DONE = "refused:standing-done";

/** A list whose moment in a cycle has come, as it stood when that was found. */
export interface DueStanding {
  readonly standingId: StandingOrderId;
  readonly cycleId: CycleId;
  readonly householdId: HouseholdId;
  readonly place: string;
  readonly slotId: string | null;
  readonly version: number;
  /** Of the person whose list it is. */
  readonly language: Language;
}

/**
 * Lists whose moment has come in a cycle that takes orders, and that nothing has come of yet: those
 * that stood then, of households that may order in it. The oldest list is first in the queue.
 */
export function dueStanding(
  now: Instant,
  { waitMs, limit }: { readonly waitMs: number; readonly limit: number },
): Loader<DueStanding[]> {
  return {
    statement: {
      sql: `SELECT s.id, c.id, s.household_id, s.place, s.slot_id, s.version,
          (SELECT language FROM person_profile WHERE person_id = s.person_id)
        FROM cycle c CROSS JOIN standing_order s
        JOIN household h ON h.id = s.household_id AND h.erased_at IS NULL
        WHERE c.state = 'published' AND c.opens_at + ?2 <= ?1 AND c.closes_at > ?1
          AND s.ended_at IS NULL AND s.paused_at IS NULL AND s.active_from <= c.opens_at + ?2
          AND (h.group_id IS NULL
            OR NOT EXISTS (SELECT 1 FROM cycle_group WHERE cycle_id = c.id)
            OR EXISTS (SELECT 1 FROM cycle_group
              WHERE cycle_id = c.id AND group_id = h.group_id))
          AND NOT EXISTS (SELECT 1 FROM standing_run
            WHERE standing_id = s.id AND cycle_id = c.id)
        ORDER BY c.closes_at, c.id, s.created_at, s.id LIMIT ?3`,
      args: [now, waitMs, limit],
    },
    parse: (rows) =>
      rows.map((row) => ({
        standingId: id<StandingOrderId>(text(row, 0)),
        cycleId: id<CycleId>(text(row, 1)),
        householdId: id<HouseholdId>(text(row, 2)),
        place: text(row, 3),
        slotId: textOrNull(row, 4),
        version: integer(row, 5),
        language: languageAt(row, 6),
      })),
  };
}

/** Whether something has come of a list in a cycle already. */
export function isStandingDone({
  standingId,
  cycleId,
}: Pick<DueStanding, "standingId" | "cycleId">): Loader<boolean> {
  return {
    statement: {
      sql: "SELECT 1 FROM standing_run WHERE standing_id = ? AND cycle_id = ?",
      args: [standingId, cycleId],
    },
    parse: (rows) => rows.length > 0,
  };
}

/** What a cycle offers of a list, by the size that is wanted. */
export function offersOfStanding(
  { standingId, cycleId }: Pick<DueStanding, "standingId" | "cycleId">,
  now: Instant,
): Loader<ReadonlyMap<VariantId, OfferNow>> {
  return {
    statement: {
      sql: `SELECT ${asList(`${OFFER_NOW_COLUMNS}, o.variant_id`)}
        FROM standing_line l CROSS JOIN offer o ON o.cycle_id = ?3 AND o.variant_id = l.variant_id
        JOIN cycle c ON c.id = o.cycle_id WHERE ?1 >= 0 AND l.standing_id = ?2`,
      args: [now, standingId, cycleId],
    },
    parse: (rows) =>
      new Map(
        readLists(rows, (cells) => {
          return [id<VariantId>(text(cells, OFFER_NOW_WIDTH)), offerNowOf(cells)] as const;
        }),
      ),
  };
}

/** Notes what came of a list in a cycle, once. */
export function insertRun(run: {
  readonly standingId: StandingOrderId;
  readonly cycleId: CycleId;
  readonly at: Instant;
  readonly outcome: "placed" | "partly" | "failed" | "skipped";
  readonly orderId: OrderId | null;
  readonly reason: StandingNo | null;
  readonly told: readonly StandingTold[];
}): Statement {
  const { told, ...row } = run;
  return insertInto(standingRun, { ...row, lines: JSON.stringify(told) });
}
