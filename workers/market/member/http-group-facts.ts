import type { Context } from "hono";
import type { OfferId } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { mayBecome } from "#domain/orders/cycle-state.ts";
import { quantityNow } from "#domain/orders/group-sheet.ts";
import type {
  GroupCycleFacts,
  GroupHouseholdFacts,
  GroupOfferFacts,
  GroupPageFacts,
  GroupToolsFacts,
} from "#frontend/shop/group-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { offerFacts } from "#market/shop/http-facts.ts";
import type { GroupPageView } from "./read-groups.ts";

type Order = GroupPageView["order"];

/** What is said above a page: what was done, or what stopped it. */
export interface Said {
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

/** Turns what was read of a group's order into the facts of its page. */
export function groupPageFacts(c: Context<Edge>, order: Order, said: Said): GroupPageFacts {
  const { now, ids } = c.var.request.ports;
  const ordered = order.households.filter((one) => one.order !== null);
  return {
    ...said,
    group: groupFacts(order),
    now,
    cycle: cycleFacts(order),
    cycles: order.cycles,
    offers: offersOf(order),
    names: ordered.flatMap(({ isNamed, name }) => (isNamed && name !== null ? [name] : [])),
    ordered: ordered.length,
    own: order.own.map((one) => householdFacts(order, one)),
    isCoordinator: order.isCoordinator,
    key: ids.next(),
  };
}

/** The same, for whoever coordinates. */
export function groupToolsFacts(c: Context<Edge>, order: Order, said: Said): GroupToolsFacts {
  const { now, ids } = c.var.request.ports;
  const { cycle } = order;
  const isShared = cycle?.groups.some(({ id }) => id === order.group.id) === true;
  const missing = order.households.filter((one) => one.order === null && one.email !== null);
  return {
    ...said,
    group: groupFacts(order),
    now,
    cycle: cycleFacts(order),
    offers: offersOf(order),
    isSquare: order.sheet.isSquare,
    households: order.households.map((one) => ({
      ...householdFacts(order, one),
      availableCents: one.availableCents,
    })),
    short: order.short.map(({ offer, leftMilli }) => {
      return { offer: offerFacts(offer, null), leftMilli };
    }),
    shares: order.shares,
    reminder: order.reminder,
    waiting: order.waiting.map(({ id, householdName, askedAt }) => {
      return { id, name: householdName, askedAt, keys: { yes: ids.next(), no: ids.next() } };
    }),
    mayRemind: cycle?.now === "open" && missing.length > 0 && order.reminder === null,
    mayComplete: isShared && cycle !== null && isOver(cycle, now),
    keys: { remind: ids.next(), complete: ids.next() },
  };
}

/** Orders are over, and may be opened again to complete boxes. */
function isOver(cycle: NonNullable<Order["cycle"]>, now: GroupPageFacts["now"]): boolean {
  const isClosed = cycle.now === "closed" || cycle.now === "allocated";
  return isClosed && mayBecome(cycle, "completing", now).ok;
}

function groupFacts({ group }: Order): GroupPageFacts["group"] {
  const { households, ...rest } = group;
  return { ...rest, families: households };
}

function cycleFacts({ cycle, group }: Order): GroupCycleFacts | null {
  if (cycle === null) return null;
  const others = cycle.groups.flatMap(({ id, name }) => (id === group.id ? [] : [name]));
  const { id, code, closesAt, deliveryDay, now } = cycle;
  return { id, code, state: now, closesAt, deliveryDay, others };
}

function offersOf({ offers, sheet }: Order): GroupOfferFacts[] {
  const ours = new Map<OfferId, number>(
    sheet.products.map(({ offerId, wantedMilli }) => [offerId, wantedMilli]),
  );
  return offers.map((offer) => ({
    offer: offerFacts(offer, null),
    oursMilli: milli(ours.get(offer.terms.offerId) ?? 0),
    minimum: offer.minimum,
  }));
}

function householdFacts(
  { lines }: Order,
  { householdId, name, order }: Order["households"][number],
): GroupHouseholdFacts {
  if (order === null) return { id: householdId, name, order: null };
  const own = lines.filter(({ orderId }) => orderId === order.id);
  const { id, code, payment, handedOutAt, estimatedCents } = order;
  return {
    id: householdId,
    name,
    order: {
      id,
      code,
      payment,
      handedOutAt,
      estimatedCents,
      lines: own.map((line) => ({
        ...line,
        nowMilli: quantityNow(line),
        cents: line.finalCents ?? line.estimatedCents,
      })),
    },
  };
}
