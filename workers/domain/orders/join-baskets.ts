import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";

/** A basket as far as joining asks: for which cycle, when it was last touched, how many lines. */
export interface BasketSeen {
  readonly cycleId: CycleId;
  readonly changedAt: Instant;
  readonly lines: number;
}

/**
 * What becomes of a guest's basket when its bearer signs in:
 * - "join": its lines go into the person's basket;
 * - "keep": it becomes the person's, in place of none, of an empty one, or of an earlier cycle's;
 * - "drop": the person's own was touched later and is for another cycle;
 * - "none": there is nothing in it.
 */
export type Joining = "join" | "keep" | "drop" | "none";

export function joinBaskets(guest: BasketSeen | null, own: BasketSeen | null): Joining {
  if (guest === null || guest.lines === 0) return "none";
  if (own === null || own.lines === 0) return "keep";
  if (own.cycleId === guest.cycleId) return "join";
  return guest.changedAt >= own.changedAt ? "keep" : "drop";
}
