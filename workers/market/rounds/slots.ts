import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, SlotId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { cycleById } from "#store/cycles.ts";
import { setSlotCapacity, slotExists, type SlotRoom, slotRooms } from "#store/slots.ts";

export interface SlotCapacity {
  readonly slotId: SlotId;
  /** Null where it takes any number of orders. */
  readonly capacityOrders: number | null;
}

/** Says how many orders of a cycle a slot takes. What it has already stays. */
export function limitSlot(request: Request, command: SlotCapacity) {
  const { slotId, capacityOrders } = command;
  return perform(request, {
    load: () => ({ exists: slotExists(slotId) }),
    decide: ({ exists }, principal): Outcome<Plan<SlotCapacity>, AccessRefusal> => {
      const allowed = allow(principal, "places.edit");
      if (!allowed.ok) return allowed;
      if (!exists) return refuse({ code: "not-found", what: "slot" });
      const by = { at: request.ports.now, actor: actorName(principal) };
      return accept({
        value: command,
        statements: [setSlotCapacity(slotId, capacityOrders, by)],
      });
    },
  });
}

/** The slots that are limited, with what they still take in a cycle; anyone may read them. */
export async function listSlotRooms(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly items: readonly SlotRoom[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    rooms: slotRooms(cycleId),
  });
  const allowed = allow(principal, "places.read");
  if (!allowed.ok) return allowed;
  if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
  return accept({ items: known.rooms });
}
