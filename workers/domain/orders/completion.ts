import type { CycleId, OfferId } from "#domain/kernel/ids.ts";
import {
  type CivilDate,
  fromRome,
  type Instant,
  instant,
  later,
  MINUTE,
} from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Milli, milli } from "#domain/kernel/quantity.ts";
import { boxProgress } from "./box-progress.ts";
import type { CycleRefusal, OrderRefusal } from "./refusals.ts";

/** How an offer stands after the close: its box, and its producer's minimum. */
export interface OfferStanding {
  readonly offerId: OfferId;
  readonly boxUnits: number;
  readonly stepMilli: Milli;
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  /** Estimates of all that is ordered of its producer. */
  readonly producerOrderedCents: Cents;
  readonly producerMinimumCents: Cents;
}

/**
 * How much more of an offer may be wanted while boxes are completed: what its open box misses, in
 * whole steps; anything (null) while its producer is below its minimum; 0 where nothing is to be
 * completed. A box that tolerances fill is full.
 */
export function roomLeft(offer: OfferStanding): Milli | null {
  if (offer.producerOrderedCents < offer.producerMinimumCents) return null;
  const box = boxProgress(offer, offer);
  if (box === null || box.isCompleted) return milli(0);
  return milli(Math.ceil(box.missingMilli / offer.stepMilli) * offer.stepMilli);
}

/** By how much more (or less) an offer is wanted and tolerated after a change. */
export interface Rise {
  readonly offerId: OfferId;
  readonly wanted: number;
  readonly tolerance: number;
}

/** Demand of an offer before and after; two that begin alike cannot both be true. */
export interface CompletedRise {
  readonly offerId: OfferId;
  readonly from: Milli;
  readonly to: Milli;
}

/**
 * While boxes are completed, wishes only grow (what was tolerated may become wanted), and only as
 * far as there is room. Gives the demand that each offer rises from and to.
 */
export function checkRises(
  rises: readonly Rise[],
  standing: ReadonlyMap<string, OfferStanding>,
): Outcome<readonly CompletedRise[], OrderRefusal> {
  const lower = rises.find(({ wanted, tolerance }) => wanted < 0 || wanted + tolerance < 0);
  if (lower !== undefined) return refuse({ code: "completion-only-more", offerId: lower.offerId });
  const completed: CompletedRise[] = [];
  for (const [offerId, own] of Map.groupBy(rises, (rise) => rise.offerId)) {
    const wanted = own.reduce((sum, rise) => sum + rise.wanted, 0);
    const tolerance = own.reduce((sum, rise) => sum + rise.tolerance, 0);
    if (wanted === 0 && tolerance === 0) continue;
    const offer = standing.get(offerId);
    const leftMilli = offer === undefined ? milli(0) : roomLeft(offer);
    const isFull = leftMilli !== null && (leftMilli === 0 || wanted > leftMilli);
    if (isFull) return refuse({ code: "completion-box-full", offerId, leftMilli });
    const from = offer?.demandMilli ?? milli(0);
    if (wanted > 0) completed.push({ offerId, from, to: milli(from + wanted) });
  }
  return accept(completed);
}

/** A completion ends after now, before delivery day begins, and not later than the rule says. */
export function checkCompletion(
  cycle: { readonly cycleId: CycleId; readonly deliveryDay: CivilDate },
  asked: { readonly until: Instant; readonly longestMinutes: number; readonly now: Instant },
  standing: Iterable<OfferStanding>,
): Outcome<null, CycleRefusal> {
  const { until, longestMinutes, now } = asked;
  const dayBegins = fromRome({ date: cycle.deliveryDay, minuteOfDay: 0 });
  const latest = instant(Math.min(later(now, longestMinutes * MINUTE), dayBegins));
  if (until <= now || until > latest) return refuse({ code: "completion-times", latest });
  for (const offer of standing) if (roomLeft(offer) !== 0) return accept(null);
  return refuse({ code: "nothing-to-complete", cycleId: cycle.cycleId });
}
