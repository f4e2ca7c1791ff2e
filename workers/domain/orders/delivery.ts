import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type Cents, priceFor, priceForWeight, ZERO } from "#domain/kernel/money.ts";
import {
  type Grams,
  grams,
  leastMilli,
  type Milli,
  milli,
  subtractMilli,
} from "#domain/kernel/quantity.ts";
import { depositFor, estimate, loadOf } from "./estimate.ts";
import type { LineState, LineStatus } from "./line.ts";

/**
 * From the close to the books a line is worked out again after each fact, whole: the price of
 * what is delivered, its deposits, its load, its status (RULES §5).
 */

/** A line of an offer after the close, with its place in time. */
export interface DeliveredLine {
  readonly seq: number;
  readonly state: LineState;
}

/** A line as the close leaves it: it will deliver all it was allocated, as far as is known. */
export function allocatedState(
  terms: OfferTerms,
  state: LineState,
  allocated: { readonly allocatedMilli: Milli; readonly status: LineStatus },
): LineState {
  const { allocatedMilli, status } = allocated;
  return withDelivered(terms, { ...state, status, allocatedMilli, lostMilli: milli(0) });
}

/**
 * What each line loses when a quantity is missing: the latest line first, all it has, then the
 * one before (RULES §5). What nobody has is not missed by anyone.
 * @returns the loss of each line, in the order of `lines`.
 */
export function shareShortage(lines: readonly DeliveredLine[], missing: Milli): Milli[] {
  const losses = lines.map(() => milli(0));
  const latestFirst = lines.map((_, index) => index);
  latestFirst.sort((one, other) => (lines[other]?.seq ?? 0) - (lines[one]?.seq ?? 0));
  let left = missing;
  for (const index of latestFirst) {
    const loss = leastMilli(left, lines[index]?.state.allocatedMilli ?? milli(0));
    losses[index] = loss;
    left = subtractMilli(left, loss);
  }
  return losses;
}

/** A line that lost so much of what it was allocated. The loss replaces an earlier one. */
export function shortState(terms: OfferTerms, state: LineState, lostMilli: Milli): LineState {
  return withDelivered(terms, withStatus({ ...state, lostMilli }, "arriving"));
}

/** A line whose delivered pieces were weighed together; a later weight replaces it. */
export function weighedState(terms: OfferTerms, state: LineState, weight: Grams): LineState {
  invariant(terms.kind === "variable", "only variable weight is weighed");
  return withDelivered(terms, { ...state, actualGrams: weight });
}

/**
 * A line once delivery is declared. Pieces of variable weight that nobody weighed cost nothing:
 * their weight is 0 (RULES §5).
 */
export function deliveredState(terms: OfferTerms, state: LineState): LineState {
  const isUnweighed = terms.kind === "variable" && state.actualGrams === null;
  const weighed = isUnweighed ? { ...state, actualGrams: grams(0) } : state;
  return withDelivered(terms, withStatus(weighed, "delivered"));
}

/** A line that goes back to being ordered, when its cycle is opened again before it was sent. */
export function unallocatedState(terms: OfferTerms, state: LineState): LineState {
  return {
    ...state,
    status: "ordered",
    allocatedMilli: null,
    lostMilli: milli(0),
    deliveredMilli: null,
    actualGrams: null,
    finalCents: null,
    depositCents: depositFor(terms, state.wantedMilli),
    loadGrams: loadOf(terms, state.wantedMilli, null),
  };
}

function withDelivered(terms: OfferTerms, state: LineState): LineState {
  const allocated = state.allocatedMilli ?? milli(0);
  const deliveredMilli = subtractMilli(allocated, state.lostMilli);
  const actualGrams = deliveredMilli === 0 ? null : state.actualGrams;
  return {
    ...state,
    deliveredMilli,
    actualGrams,
    finalCents: finalPrice(terms, deliveredMilli, actualGrams),
    depositCents: depositFor(terms, deliveredMilli),
    loadGrams: loadOf(terms, deliveredMilli, actualGrams),
  };
}

/** Price by quantity or by weight; variable weight counts as nominal until it is weighed. */
function finalPrice(terms: OfferTerms, delivered: Milli, weight: Grams | null): Cents {
  if (delivered === 0) return ZERO;
  if (terms.kind !== "variable") return priceFor(terms.priceCents, delivered);
  return weight === null ? estimate(terms, delivered) : priceForWeight(terms.priceCents, weight);
}

/** The first that applies (RULES §5); before delivery is declared, a whole line is allocated. */
function withStatus(state: LineState, phase: "arriving" | "delivered"): LineState {
  return { ...state, status: statusOf(state, phase) };
}

function statusOf(state: LineState, phase: "arriving" | "delivered"): LineStatus {
  const { wantedMilli, allocatedMilli, lostMilli } = state;
  if (state.status === "cancelled_minimum") return "cancelled_minimum";
  if (lostMilli > 0) return lostMilli === allocatedMilli ? "not_delivered" : "short_delivered";
  if (allocatedMilli === null || allocatedMilli === 0) return "cut_by_box";
  if (allocatedMilli < wantedMilli) return "partly_cut_by_box";
  return phase === "delivered" ? "delivered" : "allocated";
}
