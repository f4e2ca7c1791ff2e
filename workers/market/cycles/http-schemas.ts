import * as v from "valibot";
import { count, identifier, instantMs } from "#market/edge/schemas.ts";

/** The schemas of what a cycle shows to those who run it. */

const amount = v.pipe(v.number(), v.safeInteger());
const kind = v.picklist(["piece", "kg", "variable"]);

export const Purchase = v.object({
  items: v.array(
    v.object({
      offerId: identifier,
      productId: identifier,
      enterpriseId: identifier,
      productName: v.string(),
      kind,
      boxUnits: count,
      lines: count,
      demandMilli: count,
      toleranceMilli: count,
      estimatedCents: amount,
      boxes: v.nullable(count),
      orderedMilli: v.nullable(count),
      deliveredMilli: count,
      finalCents: amount,
    }),
  ),
});

const lineStatuses = [
  "ordered",
  "withdrawn",
  "allocated",
  "cut_by_box",
  "partly_cut_by_box",
  "cancelled_minimum",
  "not_delivered",
  "short_delivered",
  "delivered",
] as const;

export const Line = v.object({
  id: identifier,
  seq: count,
  orderId: identifier,
  householdId: v.nullable(identifier),
  offerId: identifier,
  enterpriseId: identifier,
  status: v.picklist(lineStatuses),
  wantedMilli: count,
  toleranceMilli: count,
  allocatedMilli: v.nullable(count),
  lostMilli: count,
  deliveredMilli: v.nullable(count),
  actualGrams: v.nullable(count),
  estimatedCents: amount,
  holdCents: amount,
  finalCents: v.nullable(amount),
  depositCents: amount,
  loadGrams: count,
  refundedCents: amount,
});

export const Order = v.object({
  id: identifier,
  code: v.string(),
  householdId: v.nullable(identifier),
  place: v.string(),
  payment: v.picklist(["wallet", "card", "at-pickup"]),
  lines: count,
  goodsEstimatedCents: amount,
  goodsHoldCents: amount,
  deliveryFeeCents: amount,
  depositsCents: amount,
  checkoutTotalCents: amount,
  holdCents: amount,
  goodsFinalCents: amount,
  finalFeeCents: v.nullable(amount),
  finalTotalCents: v.nullable(amount),
  differenceCents: v.nullable(amount),
  capturedCents: v.nullable(amount),
  handedOutAt: v.nullable(instantMs),
  settledAt: v.nullable(instantMs),
});

export const Places = v.object({
  items: v.array(v.object({ place: v.string(), orders: count, lines: count, loadGrams: count })),
});

export const Sheet = v.object({
  cycleId: identifier,
  enterpriseId: identifier,
  deliveryDay: v.string(),
  isFinal: v.boolean(),
  rows: v.array(
    v.object({
      offerId: identifier,
      productName: v.string(),
      label: v.string(),
      kind,
      boxUnits: count,
      lines: count,
      demandMilli: count,
      boxes: v.nullable(count),
      orderedMilli: v.nullable(count),
    }),
  ),
});
