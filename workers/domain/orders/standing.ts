import { unitsLeft } from "#domain/catalogue/availability.ts";
import type { PoolId, VariantId } from "#domain/kernel/ids.ts";
import { addCents, type Cents, portion, sumCents } from "#domain/kernel/money.ts";
import {
  type BasisPoints,
  isMultipleOf,
  leastMilli,
  type Milli,
  milli,
  subtractMilli,
} from "#domain/kernel/quantity.ts";
import { orderedLine } from "./estimate.ts";
import { checkWallet, type OfferNow, type PricedLine, stockNeeded } from "./ordering.ts";

/** What a household wants again and again of one size of a product. */
export interface StandingLine {
  readonly variantId: VariantId;
  readonly wanted: Milli;
  readonly tolerance: Milli;
  /** The price when the household last said yes to it; for a piece, or for a kilogram. */
  readonly agreedCents: Cents;
}

/** A household's list that becomes an order in every cycle. */
export interface StandingList {
  readonly payment: "wallet" | "at-pickup";
  /** Whether what can be ordered is ordered where something cannot. */
  readonly isInPart: boolean;
  /** By how much a price may rise above the agreed one before its line stops. */
  readonly priceRise: BasisPoints;
  readonly skipsNext: boolean;
  readonly place: string;
  readonly lines: readonly StandingLine[];
}

/** What the list meets in one cycle, at one moment. */
export interface StandingNow {
  readonly offers: ReadonlyMap<VariantId, OfferNow>;
  /** Null where crates are no longer handed out there, or then. */
  readonly place: { readonly full: "place-full" | "slot-full" | null } | null;
  readonly household: {
    readonly availableCents: Cents | null;
    readonly hasAddress: boolean;
    readonly orderId: string | null;
  };
  readonly terms: { readonly cardHold: BasisPoints; readonly walletFloor: Cents };
}

/** Why a line was not ordered, or not all of it. */
export type StandingLineNo =
  | { readonly why: "not-offered" }
  | { readonly why: "price-risen"; readonly priceCents: Cents }
  | { readonly why: "not-in-steps"; readonly stepMilli: Milli; readonly leastMilli: Milli }
  | { readonly why: "short-stock"; readonly leftMilli: Milli }
  | { readonly why: "wallet-floor" }
  /** Nothing is wrong with it: its list is ordered whole or not at all. */
  | { readonly why: "not-alone" };

/** Why nothing of a list was ordered. */
export type StandingNo =
  | "order-exists"
  | "place-unknown"
  | "slot-full"
  | "place-full"
  | "address-missing"
  | "wallet-missing"
  | "wallet-floor"
  | "nothing-left"
  | "not-whole";

/** What came of one line, as it is told and kept. */
export interface StandingTold {
  readonly variantId: VariantId;
  readonly wantedMilli: Milli;
  /** 0 where nothing of it was ordered. */
  readonly orderedMilli: Milli;
  readonly no: StandingLineNo | null;
}

export type StandingOutcome =
  | {
      readonly kind: "placed" | "partly";
      readonly lines: readonly PricedLine[];
      readonly told: readonly StandingTold[];
    }
  | { readonly kind: "failed"; readonly no: StandingNo; readonly told: readonly StandingTold[] }
  | { readonly kind: "skipped"; readonly told: readonly [] };

/** A line as it can be ordered now: all of it, a part, or nothing. */
interface Tried {
  readonly told: StandingTold;
  readonly priced: PricedLine | null;
}

/**
 * Makes an order of a list. Lines are tried in their household's order: the first ones get what is
 * left of the stock and of the wallet. A list that is wanted whole gives everything or nothing; one
 * that is wanted in part gives what there is. The producer's minimum is not asked about: it is
 * known at the close only, as for every order.
 */
export function placeStanding(list: StandingList, now: StandingNow): StandingOutcome {
  if (list.skipsNext) return { kind: "skipped", told: [] };
  const obstacle = obstacleOf(list, now);
  if (obstacle !== null) return failed(obstacle, untried(list));
  const stocked = tryLines(list, now);
  const isShort = stocked.some(({ told }) => told.no !== null);
  if (isShort && !list.isInPart) return failed("not-whole", stocked.map(alone));
  const paid = list.payment === "wallet" ? withinWallet(stocked, now) : stocked;
  const isPoor = paid.some(({ told }) => told.no?.why === "wallet-floor");
  if (isPoor && !list.isInPart) return failed("wallet-floor", paid.map(alone));
  const lines = paid.flatMap(({ priced }) => (priced === null ? [] : [priced]));
  const told = paid.map((line) => line.told);
  if (lines.length === 0) return failed(isPoor ? "wallet-floor" : "nothing-left", told);
  return { kind: isShort || isPoor ? "partly" : "placed", lines, told };
}

/** What stops the whole list, whatever is on it. */
function obstacleOf({ payment, place }: StandingList, now: StandingNow): StandingNo | null {
  const { household } = now;
  if (household.orderId !== null) return "order-exists";
  if (now.place === null) return "place-unknown";
  if (now.place.full !== null) return now.place.full;
  if (place === "home" && !household.hasAddress) return "address-missing";
  if (payment === "wallet" && household.availableCents === null) return "wallet-missing";
  return null;
}

function failed(no: StandingNo, told: readonly StandingTold[]): StandingOutcome {
  return { kind: "failed", no, told };
}

function untried({ lines }: StandingList): StandingTold[] {
  return lines.map((line) => toldOf(line, milli(0), null));
}

/** A line that could have been ordered, of a list that is not ordered. */
function alone({ told }: Tried): StandingTold {
  const no = told.no ?? ({ why: "not-alone" } as const);
  return { ...told, orderedMilli: milli(0), no };
}

function toldOf(line: StandingLine, ordered: Milli, no: StandingLineNo | null): StandingTold {
  const { variantId, wanted } = line;
  return { variantId, wantedMilli: wanted, orderedMilli: ordered, no };
}

/** Tries one line after another; what one takes of a pool is not there for the next. */
function tryLines(list: StandingList, { offers, terms }: StandingNow): Tried[] {
  const taken = new Map<PoolId, Milli>();
  return list.lines.map((line) => {
    const offer = offers.get(line.variantId);
    const tried = tryLine(line, list, withoutTaken(offer, taken), terms.cardHold);
    const needed = tried.priced === null ? [] : stockNeeded([tried.priced]);
    for (const [pool, drawn] of needed) taken.set(pool, milli((taken.get(pool) ?? 0) + drawn));
    return tried;
  });
}

function withoutTaken(
  offer: OfferNow | undefined,
  taken: ReadonlyMap<PoolId, Milli>,
): OfferNow | undefined {
  const pool = offer?.terms.poolId ?? null;
  if (offer === undefined || pool === null || offer.freeMilli === null) return offer;
  const used = leastMilli(taken.get(pool) ?? milli(0), offer.freeMilli);
  return { ...offer, freeMilli: subtractMilli(offer.freeMilli, used) };
}

function tryLine(
  line: StandingLine,
  { priceRise, isInPart }: StandingList,
  offer: OfferNow | undefined,
  cardHold: BasisPoints,
): Tried {
  const stop = (no: StandingLineNo) => ({ told: toldOf(line, milli(0), no), priced: null });
  if (offer === undefined || offer.isWithdrawn) return stop({ why: "not-offered" });
  const { terms } = offer;
  const { priceCents, stepMilli, leastMilli: least } = terms;
  const most = addCents(line.agreedCents, portion(line.agreedCents, priceRise));
  if (priceCents > most) return stop({ why: "price-risen", priceCents });
  const inSteps = isMultipleOf(line.wanted, stepMilli) && isMultipleOf(line.tolerance, stepMilli);
  if (!inSteps || line.wanted < least) {
    return stop({ why: "not-in-steps", stepMilli, leastMilli: least });
  }
  const left = offer.freeMilli === null ? line.wanted : unitsLeft(offer.freeMilli, terms);
  const isShort = left < line.wanted;
  const wanted = isShort ? left : line.wanted;
  if (isShort && (!isInPart || left < least)) return stop({ why: "short-stock", leftMilli: left });
  const no = isShort ? ({ why: "short-stock", leftMilli: left } as const) : null;
  const state = orderedLine(terms, { wanted, tolerance: line.tolerance }, cardHold);
  return { told: toldOf(line, wanted, no), priced: { terms, state } };
}

/** Keeps the lines that the wallet still pays, in their order; the others say why not. */
function withinWallet(tried: readonly Tried[], { household, terms }: StandingNow): Tried[] {
  const available = household.availableCents;
  if (available === null) return [...tried];
  const kept: Cents[] = [];
  return tried.map((line) => {
    const { priced, told } = line;
    if (priced === null) return line;
    const { estimatedCents } = priced.state;
    const sum = sumCents([...kept, estimatedCents]);
    if (!checkWallet(available, sum, terms.walletFloor).ok) {
      const no = { why: "wallet-floor" } as const;
      return { told: { ...told, orderedMilli: milli(0), no }, priced: null };
    }
    kept.push(estimatedCents);
    return line;
  });
}
