import { toRome } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { clock } from "#frontend/ui/slot-words.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { SlotFacts } from "./places.tsx";

/** Where the order stands, how it is received and how it is paid, in one sentence. */
export function standing(t: Texts, facts: OrderFacts): string {
  const say = t.order.status;
  const { format } = t;
  const { cancelledAt, settledAt, dueCents, finalTotalCents, deliveryDay, handedOutAt } = facts;
  if (facts.isCycleCancelled) return say.cycleCancelled;
  if (cancelledAt !== null) return say.cancelled(format.day(cancelledAt));
  if (dueCents !== null) return say.due(received(t, facts), format.money(dueCents));
  if (settledAt !== null && finalTotalCents !== null) {
    if (finalTotalCents === 0) return say.nothing;
    return say.settled(received(t, facts), format.money(finalTotalCents), paid(t, facts));
  }
  if (handedOutAt !== null) return say.handedOut(received(t, facts), paying(t, facts));
  const then = `${receives(t, facts)}, ${t.order.pays[facts.payment]}`;
  if (facts.isOpen) return say.open(format.dayAndHour(facts.closesAt), then);
  if (facts.isCompleting) return say.completing(format.dayAndHour(facts.closesAt), then);
  const today = toRome(facts.now).date;
  if (today === deliveryDay) return say.today(then);
  if (today > deliveryDay) return say.notHandedOut(format.day(deliveryDay));
  const isAllocated = facts.lines.some(({ state }) => state.allocatedMilli !== null);
  return (isAllocated ? say.arriving : say.waiting)(then);
}

/** How it will come: to the door or to a point, when. */
function receives(t: Texts, { destination, deliveryDay }: OrderFacts): string {
  const { pickup, slot } = destination;
  const day = t.format.day(deliveryDay);
  const time = slot === null ? null : between(t, slot);
  const say = t.order.receives;
  return pickup === null ? say.home(day, time) : say.pickup(day, pickup.name, time);
}

function between(t: Texts, slot: Pick<SlotFacts, "fromMinute" | "toMinute">): string {
  return t.order.between(clock(slot.fromMinute), clock(slot.toMinute));
}

/** How it came, or that nobody noted it. */
function received(t: Texts, { destination: { pickup }, handedOutAt }: OrderFacts): string {
  const say = t.order.received;
  if (handedOutAt === null) return say.not[pickup === null ? "home" : "pickup"];
  const day = t.format.day(handedOutAt);
  return pickup === null ? say.home(day) : say.pickup(day, pickup.name);
}

function paying(t: Texts, { payment, capturedCents }: OrderFacts): string {
  const isUnpaid = payment === "at-pickup" && capturedCents === null;
  return t.order.paying[isUnpaid ? "later" : payment];
}

function paid(t: Texts, { payment, capturedCents }: OrderFacts): string {
  const say = t.order.paid;
  if (payment === "wallet" || capturedCents !== null) return say[payment];
  return payment === "card" ? say.asked : say.unpaid;
}
