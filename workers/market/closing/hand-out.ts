import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { cycleOfOrder } from "#store/cycles.ts";
import { handedOut, noteFacts } from "#store/delivery-facts.ts";
import { orderRow } from "#store/order-reads.ts";

export interface HandedOut {
  readonly id: OrderId;
  readonly handedOutAt: Instant;
}

/** Hands an order's crates over, once; with them come empties that carry a deposit. */
export function handOut(
  request: Request,
  command: { readonly orderId: OrderId; readonly returnedContainers: number },
) {
  const { orderId, returnedContainers } = command;
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({ order: orderRow(orderId), cycle: cycleOfOrder(orderId) }),
    decide: (
      { order, cycle },
      principal,
    ): Outcome<Plan<HandedOut>, AccessRefusal | CycleRefusal> => {
      const allowed = allow(principal, "delivery.record", { hub: order?.hubId ?? null });
      if (!allowed.ok) return allowed;
      if (order === null || cycle === null || order.cancelledAt !== null) {
        return refuse({ code: "not-found", what: "order" });
      }
      const state = cycleState(cycle, at);
      const isHere = ["sent", "receiving", "delivered", "settled"].includes(state);
      if (!isHere) return refuse({ code: "cycle-state", state, act: "handed-out" });
      if (order.handedOutAt !== null) return refuse({ code: "order-handed-out", orderId });
      const facts = [
        { kind: "handed-out" as const, subject: orderId, quantity: null },
        ...(returnedContainers === 0
          ? []
          : [{ kind: "returned" as const, subject: orderId, quantity: returnedContainers }]),
      ];
      return accept({
        value: { id: orderId, handedOutAt: at },
        statements: [
          handedOut(orderId, at),
          ...noteFacts(order.cycleId, facts, { at, actor: actorName(principal) }),
        ],
      });
    },
    guards: { "refused:order-handed-out": { code: "order-handed-out", orderId } },
  });
}
