import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import {
  addCents,
  type Cents,
  multiplyDivide,
  portion,
  priceFor,
  priceForPieces,
  timesCents,
  ZERO,
} from "#domain/kernel/money.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import {
  addMilli,
  type BasisPoints,
  type Grams,
  grams,
  type Milli,
  milli,
} from "#domain/kernel/quantity.ts";
import type { LineState } from "./line.ts";

/** What a piece without a stated weight or volume is taken to weigh (RULES §7). */
const ASSUMED_GRAMS = 500;

/** The price of a wanted quantity, at nominal weight, tolerance left out (RULES §3). */
export function estimate(terms: OfferTerms, wanted: Milli): Cents {
  if (terms.kind !== "variable") return priceFor(terms.priceCents, wanted);
  return priceForPieces(terms.priceCents, nominal(terms), wanted);
}

/**
 * The most that a line can come to, which a card must hold: wanted and tolerance, and for
 * variable weight the hold percentage on top, each rounded (RULES §3).
 */
export function worstCase(
  terms: OfferTerms,
  quantity: { readonly wanted: Milli; readonly tolerance: Milli },
  cardHold: BasisPoints,
): Cents {
  const most = addMilli(quantity.wanted, quantity.tolerance);
  const price = estimate(terms, most);
  const goods = terms.kind === "variable" ? portion(price, cardHold) : price;
  return addCents(goods, depositFor(terms, most));
}

/** Deposits are whole: half a crate returned is a crate. */
export function depositFor(terms: OfferTerms, quantity: Milli): Cents {
  return timesCents(terms.depositCents, Math.ceil(quantity / 1000));
}

/** About what a courier carries (RULES §7, grams_approx); weighed grams where there are any. */
export function loadOf(terms: OfferTerms, quantity: Milli, weighed: Grams | null): Grams {
  if (terms.kind === "kg") return grams(quantity);
  if (terms.kind === "variable") {
    return weighed ?? grams(multiplyDivide(nominal(terms), quantity, 1000));
  }
  const each = terms.netGrams ?? terms.netMl ?? ASSUMED_GRAMS;
  return grams(multiplyDivide(each, quantity, 1000));
}

/** A line as it is ordered, before any cut. */
export function orderedLine(
  terms: OfferTerms,
  quantity: { readonly wanted: Milli; readonly tolerance: Milli },
  cardHold: BasisPoints,
): LineState {
  return {
    status: "ordered",
    wantedMilli: quantity.wanted,
    toleranceMilli: quantity.tolerance,
    allocatedMilli: null,
    lostMilli: milli(0),
    deliveredMilli: null,
    actualGrams: null,
    estimatedCents: estimate(terms, quantity.wanted),
    holdCents: worstCase(terms, quantity, cardHold),
    finalCents: null,
    depositCents: depositFor(terms, quantity.wanted),
    loadGrams: loadOf(terms, quantity.wanted, null),
    refundedCents: ZERO,
  };
}

/** A line that its household took back: it counts for nothing, its history stays. */
export function withdrawnLine(terms: OfferTerms, cardHold: BasisPoints): LineState {
  const nothing = { wanted: milli(0), tolerance: milli(0) };
  return { ...orderedLine(terms, nothing, cardHold), status: "withdrawn" };
}

function nominal(terms: OfferTerms): Grams {
  invariant(terms.nominalGrams !== null, "a variable piece has a nominal weight");
  return terms.nominalGrams;
}
