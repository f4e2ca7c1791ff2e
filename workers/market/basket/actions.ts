import { allow } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { BasketId, CycleId, OfferId } from "#domain/kernel/ids.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { basisPoints, type Milli } from "#domain/kernel/quantity.ts";
import { estimate } from "#domain/orders/estimate.ts";
import { checkRises } from "#domain/orders/completion.ts";
import { checkOpen, priceWish, type Wish } from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import { type SharedLine, tailOf } from "#domain/orders/shared-basket.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { basketOwner } from "#store/basket-hand.ts";
import {
  type BasketLine,
  basketCycle,
  basketLines,
  otherWeek,
  setBasketLine,
  setBasketLines,
} from "#store/baskets.ts";
import { cycleOfOffer } from "#store/cycle-for-order.ts";
import { offerNow } from "#store/ordering.ts";
import { sharedOffers } from "#store/shared-offers.ts";
import { shopWeek } from "#store/shop-week.ts";
import type { ShownOffer } from "#store/shown-offer.ts";
import { withoutReading } from "#store/statement.ts";

export interface SetInBasket {
  readonly offerId: OfferId;
  /** 0 takes the offer out. */
  readonly wanted: Milli;
  readonly tolerance: Milli;
  /** Whether what the basket holds for another week stays; without it the basket begins anew. */
  readonly keepsOther?: boolean;
}

export interface BasketSet {
  readonly cycleId: CycleId;
  readonly offerId: OfferId;
  readonly wantedMilli: number;
  readonly toleranceMilli: number;
  readonly estimatedCents: number;
}

/** Sets what the basket wants of an offer; setting the same again changes nothing. */
export function setInBasket(request: Request, command: SetInBasket) {
  const { now } = request.ports;
  const { offerId, wanted, tolerance, keepsOther = false } = command;
  return perform(request, {
    load: () => ({
      cycle: cycleOfOffer(offerId),
      offer: offerNow(offerId, now),
      other: keepsOther ? otherWeek(request.credentials, offerId, now) : withoutReading(null),
    }),
    decide: (
      { cycle, offer, other },
      principal,
    ): Outcome<Plan<BasketSet>, OrderRefusal | AccessRefusal> => {
      const allowed = allow(principal, "basket.use");
      if (!allowed.ok) return allowed;
      if (cycle === null || offer === null) return unknownOffer(offerId);
      if (other !== null) return refuse({ code: "basket-of-another-week", ...other });
      const { cycleId } = cycle;
      const value = { cycleId, offerId, wantedMilli: wanted, toleranceMilli: tolerance };
      const set = { ...ownedBy(request, principal), cycleId, offerId };
      const statements = setBasketLine({ ...set, wanted, tolerance, now });
      if (wanted === 0) return accept({ value: { ...value, estimatedCents: 0 }, statements });
      const open = checkOpen(cycle, now);
      if (!open.ok) return open;
      const priced = priceWish({ offerId, wanted, tolerance }, offer, NO_HOLD);
      if (!priced.ok) return priced;
      const wish = { offerId, wanted, tolerance };
      const room = open.value === "completing" ? checkRises([wish], cycle.standing) : accept([]);
      if (!room.ok) return room;
      const estimatedCents = estimate(offer.terms, wanted);
      return accept({ value: { ...value, estimatedCents }, statements });
    },
  });
}

export interface SharedSet {
  readonly cycleId: CycleId;
  /** How many offers were set. */
  readonly set: number;
  /** How many of what was shared this week has not, or not so many. */
  readonly left: number;
}

/**
 * Sets in one's own basket what somebody shared, as far as the week of that basket has it; setting
 * it again changes nothing, and what else the basket holds stays.
 */
export function setSharedInBasket(request: Request, lines: readonly SharedLine[]) {
  const { credentials, ports } = request;
  const { now } = ports;
  const which = { basketOf: credentials };
  const tails = lines.map(({ tail }) => tail);
  return perform(request, {
    load: () => ({ week: shopWeek(which, now), offers: sharedOffers(tails, which, now) }),
    decide: (
      { week, offers },
      principal,
    ): Outcome<Plan<SharedSet>, OrderRefusal | AccessRefusal> => {
      const allowed = allow(principal, "basket.use");
      if (!allowed.ok) return allowed;
      if (week === null) return refuse({ code: "order-empty" });
      const { cycleId } = week;
      const isPublished = week.state === "published";
      const open = checkOpen({ ...week, isPublished, isCompleting: false }, now);
      if (!open.ok) return open;
      const wishes = wishesOf(lines, offers);
      if (wishes.length === 0) return refuse({ code: "order-empty" });
      const made = { ...ownedBy(request, principal), cycleId, now };
      const value = { cycleId, set: wishes.length, left: lines.length - wishes.length };
      return accept({ value, statements: setBasketLines(made, wishes) });
    },
  });
}

/** What of a shared basket can be ordered as it stands. */
function wishesOf(lines: readonly SharedLine[], offers: readonly ShownOffer[]): Wish[] {
  const byTail = new Map(lines.map((line) => [line.tail, line]));
  return offers.flatMap((offer) => {
    const line = byTail.get(tailOf(offer.variantId));
    if (line === undefined) return [];
    const { wanted, tolerance } = line;
    const wish = { offerId: offer.terms.offerId, wanted, tolerance };
    return priceWish(wish, offer, NO_HOLD).ok ? [wish] : [];
  });
}

/** Whose the basket is, and what it is called and opened by when it is new. */
function ownedBy({ ports: { ids } }: Request, principal: Principal) {
  const owner = basketOwner(principal);
  const isGuests = owner.personId === null;
  const digest = isGuests ? principal.basket : secretDigest(ids.secret());
  invariant(digest !== null, "a basket has its token");
  return { basketId: ids.next<BasketId>(), owner, digest };
}

/** A basket holds no card, so its lines need no hold percentage. */
const NO_HOLD = basisPoints(10_000);

function unknownOffer(offerId: OfferId) {
  return { ok: false, refusal: { code: "offer-unknown", offerId } } as const;
}

export interface BasketView {
  readonly cycleId: CycleId | null;
  readonly lines: readonly (Omit<BasketLine, "offer"> & {
    readonly offerId: OfferId;
    readonly estimatedCents: number;
    /** Why the line cannot be ordered as it stands; null when it can. */
    readonly refusal: OrderRefusal | null;
  })[];
}

/** What is in the basket of whoever asks, priced as of now. */
export async function readBasket(request: Request): Promise<BasketView> {
  const { credentials, ports } = request;
  const { known } = await look(request, {
    basket: basketCycle(credentials, ports.now),
    lines: basketLines(credentials, ports.now),
  });
  return {
    cycleId: known.basket?.cycleId ?? null,
    lines: known.lines.map(({ offer, ...line }) => {
      const { offerId } = offer.terms;
      const wish = { offerId, wanted: line.wanted, tolerance: line.tolerance };
      const priced = priceWish(wish, offer, NO_HOLD);
      const estimatedCents = estimate(offer.terms, line.wanted);
      return { ...line, offerId, estimatedCents, refusal: priced.ok ? null : priced.refusal };
    }),
  };
}
