import type { GroupId, OfferId, OrderId } from "#domain/kernel/ids.ts";
import { type Cents, sumCents } from "#domain/kernel/money.ts";
import { type Milli, sumMilli } from "#domain/kernel/quantity.ts";

/** A line of a group's household. */
export interface SheetLine {
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  readonly allocatedMilli: Milli | null;
  readonly deliveredMilli: Milli | null;
  readonly estimatedCents: Cents;
}

interface SheetOffer {
  readonly terms: { readonly offerId: OfferId };
  /** What the cycle counts of it, all groups together. */
  readonly demandMilli: Milli;
}

interface SheetOrder {
  readonly id: OrderId;
  /** What the order's own row counts of its lines. */
  readonly estimatedCents: Cents;
}

interface SheetShare {
  readonly offerId: OfferId;
  readonly groupId: GroupId | null;
  readonly wantedMilli: Milli;
}

/** What a group wants of one offer, and whether the count comes out. */
export interface SheetProduct {
  readonly offerId: OfferId;
  readonly households: number;
  readonly wantedMilli: Milli;
  readonly toleranceMilli: Milli;
  /** What has been assigned to the group, or has come; what is wanted before the close. */
  readonly nowMilli: Milli;
  /** All groups and everybody else add up to what the cycle counts. */
  readonly isSquare: boolean;
}

/** What a household ordered, and whether its lines add up to its order. */
export interface SheetHousehold<Line> {
  readonly orderId: OrderId;
  readonly lines: readonly Line[];
  readonly estimatedCents: Cents;
  readonly isSquare: boolean;
}

export interface GroupSheet<Line> {
  readonly products: readonly SheetProduct[];
  readonly households: readonly SheetHousehold<Line>[];
  readonly estimatedCents: Cents;
  /** Households by rows, products by columns: both ways come to the same. */
  readonly isSquare: boolean;
}

/** What a line comes to now: what came, what was assigned, or what is wanted. */
export function quantityNow(
  line: Omit<SheetLine, "orderId" | "offerId" | "estimatedCents">,
): Milli {
  return line.deliveredMilli ?? line.allocatedMilli ?? line.wantedMilli;
}

/**
 * The sheet of a group (quadratura): who wants what, product by product and household by household.
 * It is counted twice, from the lines and from the totals that were kept as they were written.
 */
export function groupSheet<Line extends SheetLine>(counted: {
  readonly lines: readonly Line[];
  readonly offers: readonly SheetOffer[];
  readonly orders: readonly SheetOrder[];
  readonly shares: readonly SheetShare[];
  readonly groupId: GroupId;
}): GroupSheet<Line> {
  const { lines, offers, orders, shares, groupId } = counted;
  const products = offers.map((offer) => productOf(offer, lines, { shares, groupId }));
  const households = orders.map((order) => householdOf(order, lines));
  const isSquare = [...products, ...households].every((one) => one.isSquare);
  const estimatedCents = sumCents(households.map((one) => one.estimatedCents));
  return { products, households, estimatedCents, isSquare };
}

function productOf(
  { terms: { offerId }, demandMilli }: SheetOffer,
  lines: readonly SheetLine[],
  told: { readonly shares: readonly SheetShare[]; readonly groupId: GroupId },
): SheetProduct {
  const own = lines.filter((line) => line.offerId === offerId);
  const wantedMilli = sumMilli(own.map((line) => line.wantedMilli));
  const shares = told.shares.filter((share) => share.offerId === offerId);
  const ours = shares.find((share) => share.groupId === told.groupId);
  const everybody = sumMilli(shares.map((share) => share.wantedMilli));
  return {
    offerId,
    households: own.length,
    wantedMilli,
    toleranceMilli: sumMilli(own.map((line) => line.toleranceMilli)),
    nowMilli: sumMilli(own.map(quantityNow)),
    isSquare: ours?.wantedMilli === wantedMilli && everybody === demandMilli,
  };
}

function householdOf<Line extends SheetLine>(
  order: SheetOrder,
  all: readonly Line[],
): SheetHousehold<Line> {
  const lines = all.filter((line) => line.orderId === order.id);
  const estimatedCents = sumCents(lines.map((line) => line.estimatedCents));
  const isSquare = estimatedCents === order.estimatedCents;
  return { orderId: order.id, lines, estimatedCents, isSquare };
}
