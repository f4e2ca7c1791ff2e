import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PickupPointId, SlotId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { Page, PageAsked } from "#store/page.ts";
import {
  deliveryWindowPage,
  insertDeliveryWindow,
  insertPickupPoint,
  pickupPointPage,
  type PickupPointView,
  type SlotView,
} from "#store/places.ts";

type Opening = Omit<SlotView, "id">;

export interface OpenPickupPoint extends Omit<PickupPointView, "id" | "slots"> {
  readonly opening: Opening;
}

type Answer<T> = Outcome<Plan<T>, AccessRefusal | NetworkRefusal>;

/** Opens a place where crates are handed out. */
export function openPickupPoint(request: Request, command: OpenPickupPoint) {
  return perform(request, {
    load: () => ({}),
    decide: (_, principal): Answer<PickupPointView> => {
      const allowed = allow(principal, "places.edit");
      if (!allowed.ok) return allowed;
      const { opening, ...told } = command;
      const { ids } = request.ports;
      const slots = [{ ...opening, id: ids.next<SlotId>() }];
      const point = { ...told, id: ids.next<PickupPointId>(), slots };
      return accept({ status: 201, value: point, statements: insertPickupPoint(point) });
    },
    guards: { "pickup_point.name": { code: "name-taken", name: command.name } },
  });
}

/** Adds a time at which crates are brought home. */
export function addDeliveryWindow(request: Request, command: Opening) {
  return perform(request, {
    load: () => ({}),
    decide: (_, principal): Answer<SlotView> => {
      const allowed = allow(principal, "places.edit");
      if (!allowed.ok) return allowed;
      const window = { ...command, id: request.ports.ids.next<SlotId>() };
      return accept({ status: 201, value: window, statements: [insertDeliveryWindow(window)] });
    },
    guards: { "slot.from_minute, slot.to_minute": { code: "slot-taken", ...command } },
  });
}

/** The places where crates are handed out; anyone may read them. */
export async function listPickupPoints(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<PickupPointView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: pickupPointPage(asked) });
  const allowed = allow(principal, "places.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** The times at which crates are brought home; anyone may read them. */
export async function listDeliveryWindows(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<SlotView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: deliveryWindowPage(asked) });
  const allowed = allow(principal, "places.read");
  return allowed.ok ? accept(known.page) : allowed;
}
