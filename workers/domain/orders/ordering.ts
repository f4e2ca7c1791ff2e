import { unitsLeft } from "#domain/catalogue/availability.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CycleId, OfferId, PoolId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import {
  addCents,
  type Cents,
  multiplyDivide,
  subtractCents,
  sumCents,
} from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  addMilli,
  type BasisPoints,
  isMultipleOf,
  type Milli,
  milli,
} from "#domain/kernel/quantity.ts";
import { orderedLine } from "./estimate.ts";
import type { LineState } from "./line.ts";
import type { OrderRefusal } from "./refusals.ts";

/** When orders are taken: a fact of the cycle's row and of the moment (DESIGN §6 law 7). */
export interface OrderingWindow {
  readonly cycleId: CycleId;
  readonly isPublished: boolean;
  /** Orders are over, but boxes that are not full can be completed until the closing instant. */
  readonly isCompleting: boolean;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** An offer as somebody finds it now: its terms and what is left of its stock. */
export interface OfferNow {
  readonly terms: OfferTerms;
  readonly isWithdrawn: boolean;
  /** What is free of the pool it draws from; null when it is made to order. */
  readonly freeMilli: Milli | null;
}

/** What somebody asks for. */
export interface Wish {
  readonly offerId: OfferId;
  readonly wanted: Milli;
  readonly tolerance: Milli;
}

export interface PricedLine {
  readonly terms: OfferTerms;
  readonly state: LineState;
}

/** Orders are taken from the opening until just before the close; then boxes may be completed. */
export function checkOpen(
  cycle: OrderingWindow,
  now: Instant,
): Outcome<"open" | "completing", OrderRefusal> {
  const { cycleId, opensAt, closesAt } = cycle;
  if (now >= closesAt) return refuse({ code: "cycle-closed", cycleId, closedAt: closesAt });
  if (cycle.isCompleting) return accept("completing");
  if (!cycle.isPublished || now < opensAt) {
    return refuse({ code: "cycle-not-open", cycleId, opensAt });
  }
  return accept("open");
}

/** Prices a wish: whole steps, at least the least, and not more than there is. */
export function priceWish(
  wish: Wish,
  offer: OfferNow | undefined,
  cardHold: BasisPoints,
  /** What this very line already holds of the stock, when it is being changed. */
  alreadyHeld: Milli = milli(0),
): Outcome<PricedLine, OrderRefusal> {
  if (offer === undefined) return refuse({ code: "offer-unknown", offerId: wish.offerId });
  const { terms } = offer;
  const { offerId, stepMilli, leastMilli } = terms;
  if (offer.isWithdrawn) return refuse({ code: "offer-withdrawn", offerId });
  const inSteps = isMultipleOf(wish.wanted, stepMilli) && isMultipleOf(wish.tolerance, stepMilli);
  if (!inSteps || wish.wanted < leastMilli) {
    return refuse({ code: "quantity-not-in-steps", offerId, stepMilli, leastMilli });
  }
  if (offer.freeMilli !== null) {
    const left = addMilli(unitsLeft(offer.freeMilli, terms), alreadyHeld);
    if (wish.wanted > left) return refuse({ code: "short-stock", offerId, leftMilli: left });
  }
  return accept({ terms, state: orderedLine(terms, wish, cardHold) });
}

/**
 * The wallet's rule (RULES §3): the estimate is accepted while what stays is not below the floor;
 * exactly at the floor is accepted. Only goods count, neither tolerance nor delivery. Taking goods
 * back is not asked about: it can only lift a wallet.
 */
export function checkWallet(
  available: Cents,
  estimate: Cents,
  floor: Cents,
): Outcome<Cents, OrderRefusal> {
  const balanceAfterCents = subtractCents(available, estimate);
  if (balanceAfterCents < floor) {
    return refuse({ code: "wallet-floor", balanceAfterCents, floorCents: floor });
  }
  return accept(balanceAfterCents);
}

/** What an order shows when it is placed: goods at their estimate, deposits, delivery. */
export interface OrderSums {
  readonly goodsEstimatedCents: Cents;
  readonly depositsCents: Cents;
  readonly deliveryFeeCents: Cents;
  readonly totalCents: Cents;
  /** What a card must hold; stated for every order (RULES §3). */
  readonly holdCents: Cents;
}

export function sumOrder(lines: readonly LineState[], deliveryFee: Cents): OrderSums {
  const goodsEstimatedCents = sumCents(lines.map((line) => line.estimatedCents));
  const depositsCents = sumCents(lines.map((line) => line.depositCents));
  const deliveryFeeCents =
    lines.length === 0 ? subtractCents(deliveryFee, deliveryFee) : deliveryFee;
  return {
    goodsEstimatedCents,
    depositsCents,
    deliveryFeeCents,
    totalCents: addCents(addCents(goodsEstimatedCents, depositsCents), deliveryFeeCents),
    holdCents: addCents(sumCents(lines.map((line) => line.holdCents)), deliveryFeeCents),
  };
}

/** What each pool has to give for these lines; made-to-order goods take nothing. */
export function stockNeeded(lines: readonly PricedLine[]): ReadonlyMap<PoolId, Milli> {
  const needed = new Map<PoolId, Milli>();
  for (const { terms, state } of lines) {
    if (terms.poolId === null || state.wantedMilli === 0) continue;
    const drawn = milli(multiplyDivide(state.wantedMilli, terms.poolMilliPerUnit, 1000));
    needed.set(terms.poolId, addMilli(needed.get(terms.poolId) ?? milli(0), drawn));
  }
  return needed;
}
