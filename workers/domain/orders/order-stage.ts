import { type CivilDate, type Instant, toRome } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { cycleState, type CycleTimes } from "./cycle-state.ts";

/** What of an order and its cycle says how far it is. */
export interface OrderCourse {
  readonly cycle: CycleTimes & { readonly deliveryDay: CivilDate };
  readonly cancelledAt: Instant | null;
  readonly handedOutAt: Instant | null;
  readonly settledAt: Instant | null;
  /** What its card did not pay; null where nothing is owed. */
  readonly dueCents: Cents | null;
}

/** How far an order is, for whoever placed it. */
export type OrderStage =
  /** Lines can be set and taken out. */
  | "open"
  /** Only more can be wanted, to fill boxes. */
  | "completing"
  /** It is being prepared for its day. */
  | "coming"
  /** Its day has come and it was not handed over yet. */
  | "ready"
  /** It was handed over; the bill is being made. */
  | "handed-out"
  | "settled"
  /** The card did not cover the bill. */
  | "due"
  | "cancelled";

const TOLD: ReadonlySet<string> = new Set(["sent", "receiving", "delivered", "settled"]);

/** Says how far an order is: a function of its rows and of the moment (DESIGN §6 law 7). */
export function orderStage(order: OrderCourse, now: Instant): OrderStage {
  const { cycle, cancelledAt, dueCents, settledAt, handedOutAt } = order;
  const state = cycleState(cycle, now);
  if (cancelledAt !== null || state === "cancelled") return "cancelled";
  if (dueCents !== null) return "due";
  if (settledAt !== null) return "settled";
  if (handedOutAt !== null) return "handed-out";
  if (state === "open" || state === "completing") return state;
  const hasCome = toRome(now).date >= cycle.deliveryDay;
  return hasCome && TOLD.has(state) ? "ready" : "coming";
}
