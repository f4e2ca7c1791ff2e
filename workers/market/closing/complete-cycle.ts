import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, OfferId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { checkCompletion, roomLeft } from "#domain/orders/completion.ts";
import { cycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { CycleChanged } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { linesOfCycle, nextToAllocate, offersAsked } from "#store/allocations.ts";
import { type Completion, lastCompletion, standingOf } from "#store/completions.ts";
import { appendCycleEvent, cycleById, type CycleRow } from "#store/cycles.ts";
import { networkRules } from "#store/rules.ts";
import { OVERSOLD, QUOTA_EXCEEDED } from "#store/stock.ts";
import { numberAt } from "./allocation.ts";
import { AGAIN, undoClose } from "./reopen-cycle.ts";

export interface CompleteCycle {
  readonly cycleId: CycleId;
  readonly until: Instant;
  readonly reason: string;
}

/**
 * Lets people complete what almost went through: from the close until an instant that is said now,
 * orders may only grow, and only where a box is not full or a producer below its minimum. What was
 * allocated is undone; at the end the close runs again, once, with the rules in force then.
 */
export function completeCycle(request: Request, command: CompleteCycle) {
  const { now } = request.ports;
  const { cycleId, until, reason } = command;
  const taken = { code: "stock-taken", cycleId } as const;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      turn: nextToAllocate(cycleId),
      lines: linesOfCycle(cycleId),
      offers: offersAsked(cycleId, now),
      standing: standingOf(cycleId),
      network: networkRules(),
    }),
    decide: (known, principal): Outcome<Plan<CycleChanged>, AccessRefusal | CycleRefusal> => {
      const mine = ofHubOrGroup(known.cycle, principal);
      if (!mine.ok) return mine;
      const { version, deliveryDay } = mine.value;
      const possible = mayBecome(mine.value, "completing", now);
      if (!possible.ok) return possible;
      const longestMinutes = numberAt(known.network, "completion-minutes", now);
      const asked = { until, longestMinutes, now };
      const fits = checkCompletion({ cycleId, deliveryDay }, asked, known.standing.values());
      if (!fits.ok) return fits;
      const actor = actorName(principal);
      const event = { cycleId, version, kind: "completing" as const, at: now, actor, reason };
      return accept({
        value: { id: cycleId, state: "completing", version: version + 1, by: actor },
        statements: [
          appendCycleEvent({ ...event, closesAt: until }),
          ...undoClose(mine.value, { ...known, at: now, actor }),
        ],
      });
    },
    guards: { ...AGAIN, [OVERSOLD]: taken, [QUOTA_EXCEEDED]: taken },
  });
}

/** The hub decides, and so does whoever coordinates a group that shares the cycle. */
function ofHubOrGroup(
  cycle: CycleRow | null,
  principal: Principal,
): Outcome<CycleRow, AccessRefusal> {
  const act = "cycles.complete";
  const allowed = allow(principal, act, { hub: cycle?.hubId ?? null });
  const isOfGroup = cycle?.groups.some((group) => allow(principal, act, { coordinator: group }).ok);
  if (!allowed.ok && isOfGroup !== true) return allowed;
  return cycle === null ? refuse({ code: "not-found", what: "cycle" }) : accept(cycle);
}

/** A completion as everyone may see it: until when, and what is left to be wanted of what. */
export interface ShownCompletion extends Omit<Completion, "openedBy"> {
  readonly isOpen: boolean;
  readonly items: readonly {
    readonly offerId: OfferId;
    /** Null while its producer is below its minimum: any quantity helps. */
    readonly leftMilli: Milli | null;
  }[];
}

export async function showCompletion(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<ShownCompletion, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    completion: lastCompletion(cycleId),
    standing: standingOf(cycleId),
  });
  const allowed = allow(principal, "cycles.read");
  if (!allowed.ok) return allowed;
  const { cycle, completion, standing } = known;
  const isThere = cycle !== null && completion !== null;
  if (!isThere) return refuse({ code: "not-found", what: "completion" });
  const { openedAt, until, reason } = completion;
  const isOpen = cycleState(cycle, request.ports.now) === "completing";
  const left = [...standing.values()].map((offer) => ({
    offerId: offer.offerId,
    leftMilli: roomLeft(offer),
  }));
  const items = isOpen ? left.filter(({ leftMilli }) => leftMilli !== 0) : [];
  return accept({ openedAt, until, reason, isOpen, items });
}
