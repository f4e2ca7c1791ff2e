import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { checkTimes, cycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { appendCycleEvent, CYCLE_CHANGED, CYCLE_STATE, cycleById } from "#store/cycles.ts";
import { type LeftOut, leftOutOf } from "#store/left-out.ts";
import { freezeOffers, offersToFreeze } from "#store/offers.ts";
import { type CycleChanged, ofHub } from "./cycle-view.ts";

export interface Published extends CycleChanged {
  /** What the hub lists, or offered in the cycle that this one repeats, and may not offer now. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Publishes a cycle: what the hub lists now, and may offer, is frozen as its offers, prices and
 * boxes included, and from its opening on people can order.
 */
export function publishCycle(request: Request, cycleId: CycleId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({
      cycle: cycleById(cycleId),
      offers: offersToFreeze(cycleId),
      leftOut: leftOutOf(cycleId),
    }),
    decide: (
      { cycle, offers, leftOut },
      principal,
    ): Outcome<Plan<Published>, AccessRefusal | CycleRefusal> => {
      const managed = ofHub(cycle, principal, "cycles.manage");
      if (!managed.ok) return managed;
      const { version } = managed.value;
      const possible = mayBecome(managed.value, "published", now);
      if (!possible.ok) return possible;
      const times = checkTimes(managed.value, now);
      if (!times.ok) return times;
      if (offers === 0) return refuse({ code: "cycle-without-offers", cycleId });
      const actor = actorName(principal);
      const event = { cycleId, version, kind: "published" as const, at: now, actor };
      const state = cycleState({ ...managed.value, state: "published" }, now);
      return accept({
        status: 201,
        value: { id: cycleId, state, version: version + 1, by: actor, leftOut },
        statements: [appendCycleEvent(event), ...freezeOffers(cycleId)],
      });
    },
    guards: { [CYCLE_CHANGED]: "decide-again", [CYCLE_STATE]: "decide-again" },
  });
}
