import type { CycleId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { CardHold } from "./card.ts";

/** What the payment neighbour is told after an order was settled: take this much of the hold. */
export interface CaptureEffect extends CardHold {
  readonly amountCents: Cents;
  /** What the order came to beyond its hold: the card cannot pay it. */
  readonly shortCents: Cents;
}

/** What it is told when a hold is needed no more. */
export interface ReleaseEffect {
  readonly holdId: string;
  /** The hold as the books know it; null when its checkout never became an order. */
  readonly posted: CardHold | null;
}

/** What it is told when money goes back for a problem: give this much of what was taken. */
export interface RefundEffect {
  readonly problemId: ProblemId;
  readonly orderId: OrderId;
  readonly cycleId: CycleId;
  /** The hold that was captured. */
  readonly holdId: string;
  readonly amountCents: Cents;
}

/** What it is told when a checkout expired whose hold we never heard of: undo it if it was made. */
export interface UndoHoldEffect {
  /** The key under which the hold was asked for. */
  readonly heldUnder: string;
}
