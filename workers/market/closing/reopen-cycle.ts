import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { checkTimes, mayBecome } from "#domain/orders/cycle-state.ts";
import { unallocatedState } from "#domain/orders/delivery.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { stockHeld } from "#domain/orders/stock-held.ts";
import { type CycleChanged, ofHub } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import {
  holdStock,
  linesOfCycle,
  nextToAllocate,
  offersAsked,
  type OfferToBuy,
  STEP_DONE,
  stepDone,
  type Turn,
  unbuyOffers,
  type VersionedLine,
} from "#store/allocations.ts";
import {
  appendCycleEvent,
  CYCLE_CHANGED,
  CYCLE_STATE,
  cycleById,
  type CycleRow,
} from "#store/cycles.ts";
import { appendLineEvents, LINE_CHANGED } from "#store/line-events.ts";
import { OVERSOLD, QUOTA_EXCEEDED } from "#store/stock.ts";
import { termsByOffer, termsOf } from "./allocation.ts";

export interface ReopenCycle {
  readonly cycleId: CycleId;
  readonly closesAt: Instant;
  readonly reason: string;
}

export const AGAIN = {
  [CYCLE_CHANGED]: "decide-again",
  [CYCLE_STATE]: "decide-again",
  [LINE_CHANGED]: "decide-again",
  [STEP_DONE]: "decide-again",
} as const;

/**
 * Opens a closed cycle again, until its producers have been told: people can complete boxes that
 * are almost full. All that was allocated is undone in one batch, so that nobody ever orders in a
 * cycle that is half allocated.
 */
export function reopenCycle(request: Request, command: ReopenCycle) {
  const { now } = request.ports;
  const { cycleId, closesAt, reason } = command;
  const taken = { code: "stock-taken", cycleId } as const;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      turn: nextToAllocate(cycleId),
      lines: linesOfCycle(cycleId),
      offers: offersAsked(cycleId, now),
    }),
    decide: (
      { cycle, turn, lines, offers },
      principal,
    ): Outcome<Plan<CycleChanged>, AccessRefusal | CycleRefusal> => {
      const managed = ofHub(cycle, principal, "cycles.manage");
      if (!managed.ok) return managed;
      const possible = mayBecome(managed.value, "reopened", now);
      if (!possible.ok) return possible;
      const times = checkTimes({ opensAt: managed.value.opensAt, closesAt }, now);
      if (!times.ok) return times;
      const { version } = managed.value;
      const actor = actorName(principal);
      const event = { cycleId, version, kind: "reopened" as const, at: now, actor, reason };
      return accept({
        value: { id: cycleId, state: "open", version: version + 1, by: actor },
        statements: [
          appendCycleEvent({ ...event, closesAt }),
          ...undoClose(managed.value, { turn, lines, offers, at: now, actor }),
        ],
      });
    },
    guards: { ...AGAIN, [OVERSOLD]: taken, [QUOTA_EXCEEDED]: taken },
  });
}

/** All that a close, whole or half-way, has allocated is undone. */
export function undoClose(
  cycle: CycleRow,
  known: {
    readonly turn: Turn | null;
    readonly lines: readonly VersionedLine[];
    readonly offers: readonly OfferToBuy[];
    readonly at: Instant;
    readonly actor: string;
  },
): Statement[] {
  const round = known.turn?.round ?? null;
  return [...endRound(cycle, { ...known, round }), ...unallocate(cycle, known)];
}

/**
 * Takes the turns that a close under way still has: it finds them done, and this deed finds those
 * that it took meanwhile. Otherwise a producer could be allocated in a cycle that is open.
 */
function endRound(
  { id: cycleId, state }: CycleRow,
  known: {
    readonly round: number | null;
    readonly lines: readonly VersionedLine[];
    readonly at: Instant;
  },
): Statement[] {
  const { round, at: doneAt } = known;
  if (state !== "closed" || round === null) return [];
  const waiting = known.lines.filter(({ state: line }) => line.allocatedMilli === null);
  const producers = new Set(waiting.map(({ enterpriseId }) => enterpriseId));
  return [...producers].map((subject) =>
    stepDone({ cycleId, round, step: "allocate", subject, doneAt }),
  );
}

function unallocate(
  { id: cycleId, hubId }: CycleRow,
  known: {
    readonly lines: readonly VersionedLine[];
    readonly offers: readonly OfferToBuy[];
    readonly at: Instant;
    readonly actor: string;
  },
): Statement[] {
  const { at, actor } = known;
  const terms = termsByOffer(known.offers);
  const allocated = known.lines.filter(({ state }) => state.allocatedMilli !== null);
  const events = allocated.map(({ lineId, version, offerId, state }) => ({
    lineId,
    number: version + 1,
    kind: "unallocated" as const,
    at,
    actor,
    state: unallocatedState(termsOf(terms, offerId), state),
  }));
  const held = allocated.map(({ orderId, offerId, state }) => ({
    orderId,
    terms: termsOf(terms, offerId),
    before: state.allocatedMilli ?? milli(0),
    after: state.wantedMilli,
  }));
  return [
    ...appendLineEvents(events),
    unbuyOffers(cycleId),
    ...holdStock(hubId, stockHeld(held), at),
  ];
}
