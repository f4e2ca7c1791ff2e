import type { LineId, OrderId } from "#domain/kernel/ids.ts";
import { DAY, type Instant, later } from "#domain/kernel/instant.ts";
import {
  addCents,
  cents,
  type Cents,
  multiplyDivide,
  subtractCents,
} from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import type { LineState } from "./line.ts";
import type { ProblemRefusal } from "./refusals.ts";

/** What can be wrong with something that was handed over. */
export const PROBLEM_KINDS = ["missing", "damaged", "wrong", "other"] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/**
 * Where a report stands; `on-its-way` was accepted and its card is being asked to take money back,
 * `owed` was accepted, and its money is still to be handed back.
 */
export type ProblemState = "open" | "declined" | "on-its-way" | "owed" | "refunded";

/** A line as somebody finds it in their crate. */
export interface LineInHand {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly handedOutAt: Instant | null;
  readonly state: LineState;
  readonly isReported: boolean;
  /** For how long after the hand-out problems are heard, by the rule the order was placed under. */
  readonly reportDays: number;
}

/** Until when a problem can be reported of what was handed over then. */
export function reportableUntil(handedOutAt: Instant, reportDays: number): Instant {
  return later(handedOutAt, reportDays * DAY);
}

/** Whether so much of a line may be reported now: once, in time, and no more than came. */
export function checkReport(
  line: LineInHand,
  quantity: Milli,
  now: Instant,
): Outcome<Milli, ProblemRefusal> {
  const { orderId, lineId, handedOutAt, state, isReported, reportDays } = line;
  if (handedOutAt === null) return refuse({ code: "order-not-handed-out", orderId });
  const until = reportableUntil(handedOutAt, reportDays);
  if (now >= until) return refuse({ code: "problem-too-late", until });
  if (isReported) return refuse({ code: "problem-reported", lineId });
  const deliveredMilli = state.deliveredMilli ?? milli(0);
  if (quantity > deliveredMilli) return refuse({ code: "problem-too-much", deliveredMilli });
  return accept(quantity);
}

/** What so much of a line cost, of what it finally came to; rounded once, half up. */
export function proposedRefund({ finalCents, deliveredMilli }: LineState, quantity: Milli): Cents {
  if (finalCents === null || deliveredMilli === null || deliveredMilli === 0) return cents(0);
  return cents(multiplyDivide(finalCents, quantity, deliveredMilli));
}

/** The most that can still be given back for a line. */
function mostRefund({ finalCents, refundedCents }: LineState): Cents {
  return subtractCents(finalCents ?? cents(0), refundedCents);
}

/** A line of which so much was given back; what it came to when it was charged stays. */
export function refundedState(state: LineState, amount: Cents): Outcome<LineState, ProblemRefusal> {
  const mostCents = mostRefund(state);
  if (amount > mostCents) return refuse({ code: "refund-too-high", mostCents });
  return accept({ ...state, refundedCents: addCents(state.refundedCents, amount) });
}

/** Where a report stands, from the facts that were noted of it. */
export function problemState(facts: {
  readonly verdict: "accepted" | "declined" | null;
  readonly way: RefundWay | null;
  /** When it was handed back, or its card took it. */
  readonly paidBackAt: Instant | null;
  /** When its card said no. */
  readonly refusedAt: Instant | null;
}): ProblemState {
  const { verdict, way, paidBackAt, refusedAt } = facts;
  if (verdict === null) return "open";
  if (verdict === "declined") return "declined";
  if (way === "wallet" || paidBackAt !== null) return "refunded";
  return way === "card" && refusedAt === null ? "on-its-way" : "owed";
}

/** How money goes back: to the wallet or the card that paid, or by hand. */
export type RefundWay = "wallet" | "card" | "by-hand";

/**
 * The way back for so much: the way it came. A card takes back at most what it paid and did not
 * get back yet; more than that, and what was paid at pickup, is handed back.
 */
export function refundWay(
  paid: { readonly byWallet: boolean; readonly cardLeftCents: Cents },
  amount: Cents,
): RefundWay {
  if (paid.byWallet) return "wallet";
  return amount <= paid.cardLeftCents ? "card" : "by-hand";
}

export type RefundBearer = "producer" | "network";
