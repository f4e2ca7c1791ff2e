import type { LineId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { LineEventKind, LineState } from "#domain/orders/line.ts";
import type { Statement } from "#ports/database.ts";

/** A change of a line, with the whole state it leaves behind. */
export interface LineEvent {
  readonly lineId: LineId;
  /** One more than the version it was decided on: a line that changed meanwhile refuses it. */
  readonly number: number;
  readonly kind: LineEventKind;
  readonly at: Instant;
  readonly actor: string;
  readonly reason?: string;
  readonly state: LineState;
}

/** What the database says when a line is not at the version an event follows. */
export const LINE_CHANGED = "refused:line-changed";

const APPEND = `INSERT INTO line_event (
    line_id, number, kind, at, actor, reason, status, wanted_milli, tolerance_milli,
    allocated_milli, lost_milli, delivered_milli, actual_grams, estimated_cents, hold_cents,
    final_cents, deposit_cents, load_grams, refunded_cents
  ) SELECT
    value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
    value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13,
    value ->> 14, value ->> 15, value ->> 16, value ->> 17, value ->> 18
  FROM json_each(?)`;

/** Appends many events with one statement; triggers project each onto its line and the totals. */
export function appendLineEvents(events: readonly LineEvent[]): Statement[] {
  if (events.length === 0) return [];
  return [{ sql: APPEND, args: [JSON.stringify(events.map(toRow))] }];
}

function toRow({ lineId, number, kind, at, actor, reason = "", state }: LineEvent) {
  return [
    lineId,
    number,
    kind,
    at,
    actor,
    reason,
    state.status,
    state.wantedMilli,
    state.toleranceMilli,
    state.allocatedMilli,
    state.lostMilli,
    state.deliveredMilli,
    state.actualGrams,
    state.estimatedCents,
    state.holdCents,
    state.finalCents,
    state.depositCents,
    state.loadGrams,
    state.refundedCents,
  ];
}
