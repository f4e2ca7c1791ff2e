import * as v from "valibot";
import { email, identifier, instantMs, quantityMilli, words } from "#market/edge/schemas.ts";

/** The most lines that one order may have. */
const MOST_LINES = 200;

const card = v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), null);

export const WishBody = v.strictObject({
  offerId: identifier,
  wantedMilli: quantityMilli,
  toleranceMilli: v.optional(quantityMilli, 0),
});

const ContactBody = v.strictObject({
  name: words(120),
  email: v.optional(v.nullable(email), null),
  phone: v.optional(v.nullable(words(40)), null),
  street: v.optional(v.nullable(words(200)), null),
  postcode: v.optional(v.nullable(words(10)), null),
  town: v.optional(v.nullable(words(80)), null),
  note: v.optional(words(500, 0), ""),
});

export const OrderBody = v.strictObject({
  cycleId: identifier,
  householdId: v.optional(v.nullable(identifier), null),
  contact: v.optional(v.nullable(ContactBody), null),
  language: v.pipe(
    v.optional(v.nullable(v.picklist(["it", "en"])), null),
    v.description(
      "The language of every letter about the order, for good. Without it: that of the person " +
        "who is signed in, or who reads the household's letters; where nobody chose, Italian",
    ),
  ),
  place: v.union([v.literal("home"), identifier]),
  slotId: v.optional(v.nullable(identifier), null),
  payment: v.picklist(["wallet", "card", "at-pickup"]),
  card,
  /** What is ordered; without it, what is in the basket. */
  lines: v.optional(v.nullable(v.pipe(v.array(WishBody), v.maxLength(MOST_LINES))), null),
});

export const AddLineBody = v.strictObject({ ...WishBody.entries, card });

export const SetLineBody = v.strictObject({
  wantedMilli: quantityMilli,
  toleranceMilli: v.optional(quantityMilli, 0),
  card,
});

const cents = v.pipe(v.number(), v.safeInteger());
const milli = v.pipe(v.number(), v.safeInteger());
const centsOrNull = v.nullable(cents);

const sums = {
  goodsEstimatedCents: cents,
  depositsCents: cents,
  deliveryFeeCents: cents,
  checkoutTotalCents: cents,
  holdCents: cents,
};
const payment = v.picklist(["wallet", "card", "at-pickup"]);

export const Placed = v.object({
  id: identifier,
  code: v.string(),
  cycleId: identifier,
  payment,
  lines: v.array(
    v.object({
      id: identifier,
      offerId: identifier,
      wantedMilli: milli,
      toleranceMilli: milli,
      estimatedCents: cents,
      holdCents: cents,
    }),
  ),
  ...sums,
  availableAfterCents: centsOrNull,
  orderToken: v.nullable(v.string()),
});

export const Changed = v.object({
  id: identifier,
  version: v.number(),
  lineId: v.nullable(identifier),
  isCancelled: v.boolean(),
  ...sums,
  availableAfterCents: centsOrNull,
});

const instantOrNull = v.nullable(instantMs);

const Line = v.object({
  id: identifier,
  offerId: identifier,
  seq: v.number(),
  productName: v.string(),
  producerName: v.string(),
  status: v.string(),
  wantedMilli: milli,
  toleranceMilli: milli,
  allocatedMilli: v.nullable(milli),
  lostMilli: milli,
  deliveredMilli: v.nullable(milli),
  actualGrams: v.nullable(v.number()),
  estimatedCents: cents,
  holdCents: cents,
  finalCents: centsOrNull,
  depositCents: cents,
  loadGrams: v.number(),
  refundedCents: cents,
});

export const Order = v.object({
  id: identifier,
  code: v.string(),
  cycleId: identifier,
  householdId: v.nullable(identifier),
  place: v.string(),
  slotId: v.nullable(identifier),
  payment,
  placedAt: instantMs,
  cancelledAt: instantOrNull,
  handedOutAt: instantOrNull,
  settledAt: instantOrNull,
  lines: v.array(Line),
  ...sums,
  goodsFinalCents: cents,
  finalFeeCents: centsOrNull,
  finalTotalCents: centsOrNull,
  differenceCents: centsOrNull,
  capturedCents: centsOrNull,
  dueCents: centsOrNull,
  refundedCents: cents,
  rules: v.record(v.string(), v.number()),
});
