import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { CycleRefusal } from "./refusals.ts";

/** What a cycle's row says: the last thing that was decided about it. */
export type CycleRowState =
  | "draft"
  | "published"
  | "closed"
  | "completing"
  | "allocated"
  | "sent"
  | "receiving"
  | "delivered"
  | "settled"
  | "cancelled";

/**
 * What a cycle is, as people see it: a function of its row and of the moment (DESIGN §6 law 7).
 * A published cycle is announced until it opens, then open, and closed from its closing instant
 * on, whether or not anything has run by then; so is a cycle whose boxes are completed, until
 * the completion ends.
 */
export type CycleState = Exclude<CycleRowState, "published"> | "announced" | "open";

export interface CycleTimes {
  readonly state: CycleRowState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export function cycleState(cycle: CycleTimes, now: Instant): CycleState {
  if (cycle.state === "completing") return now < cycle.closesAt ? "completing" : "closed";
  if (cycle.state !== "published") return cycle.state;
  if (now < cycle.opensAt) return "announced";
  return now < cycle.closesAt ? "open" : "closed";
}

/** What can be done to a cycle as a whole; each becomes an event of its history. */
export type CycleAct =
  | "published"
  | "rescheduled"
  | "closed"
  | "reopened"
  | "completing"
  | "allocated"
  | "sent"
  | "receiving"
  | "delivered"
  | "settled"
  | "cancelled";

/**
 * From which states each act is possible. Reopening and cancelling end where the producers have
 * been told: after "sent" they have bought or baked for it.
 */
const POSSIBLE = {
  published: ["draft"],
  rescheduled: ["draft", "announced", "open"],
  closed: ["open", "completing", "closed"],
  allocated: ["closed"],
  reopened: ["closed", "allocated"],
  completing: ["closed", "allocated"],
  sent: ["allocated"],
  receiving: ["sent", "receiving"],
  delivered: ["sent", "receiving"],
  settled: ["delivered"],
  cancelled: ["draft", "announced", "open", "closed", "completing", "allocated"],
} as const satisfies Record<CycleAct, readonly CycleState[]>;

/** Says whether an act is possible on this cycle, now. */
export function mayBecome(
  cycle: CycleTimes,
  act: CycleAct,
  now: Instant,
): Outcome<CycleState, CycleRefusal> {
  const state = cycleState(cycle, now);
  const from: readonly CycleState[] = POSSIBLE[act];
  if (from.includes(state)) return accept(state);
  return refuse({ code: "cycle-state", state, act });
}

/** A new closing time lies ahead, and after the opening. */
export function checkTimes(
  times: { readonly opensAt: Instant; readonly closesAt: Instant },
  now: Instant,
): Outcome<null, CycleRefusal> {
  const { opensAt, closesAt } = times;
  if (closesAt > opensAt && closesAt > now) return accept(null);
  return refuse({ code: "cycle-times", opensAt, closesAt });
}

/**
 * The closing instant once a cycle is closed by hand: now, but never before it opened, so that
 * rules "at the close" are those of the moment at which orders really ended.
 */
export function closedAt(cycle: CycleTimes, now: Instant): Instant {
  const justOpen = (cycle.opensAt + 1) as Instant;
  if (now >= cycle.closesAt) return cycle.closesAt;
  return now > cycle.opensAt ? now : justOpen;
}
