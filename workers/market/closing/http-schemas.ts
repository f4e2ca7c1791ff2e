import * as v from "valibot";
import { count, identifier, instantMs } from "#market/edge/schemas.ts";

/** The schemas of what the close and delivery day answer. */

const amount = v.pipe(v.number(), v.safeInteger());
export const strategies = ["first-come", "proportional", "equal-cost"] as const;
const statuses = v.picklist([
  "ordered",
  "withdrawn",
  "allocated",
  "cut_by_box",
  "partly_cut_by_box",
  "cancelled_minimum",
  "not_delivered",
  "short_delivered",
  "delivered",
]);

export const Changed = v.object({
  id: identifier,
  state: v.picklist([
    "open",
    "completing",
    "closed",
    "sent",
    "receiving",
    "delivered",
    "settled",
    "cancelled",
  ]),
  version: count,
  by: v.string(),
});

export const Preview = v.object({
  strategy: v.picklist(strategies),
  producers: v.array(
    v.object({
      enterpriseId: identifier,
      minimumCents: amount,
      orderedGrossCents: amount,
      meetsMinimum: v.boolean(),
      offers: v.array(
        v.object({
          offerId: identifier,
          demandMilli: count,
          toleranceMilli: count,
          boxes: v.nullable(count),
          orderedMilli: count,
        }),
      ),
      lines: v.array(
        v.object({
          id: identifier,
          seq: count,
          reason: v.string(),
          status: statuses,
          allocatedMilli: v.nullable(count),
        }),
      ),
    }),
  ),
});

const Box = v.object({
  fullBoxes: count,
  openMilli: count,
  missingMilli: count,
  isCompleted: v.boolean(),
});

export const Progress = v.object({
  items: v.array(
    v.object({
      enterpriseId: identifier,
      name: v.string(),
      lines: count,
      orderedGrossCents: amount,
      minimumCents: amount,
      missingCents: amount,
      offers: v.array(v.object({ offerId: identifier, box: v.nullable(Box) })),
    }),
  ),
});

export const Completion = v.object({
  openedAt: instantMs,
  until: instantMs,
  reason: v.string(),
  isOpen: v.boolean(),
  items: v.array(v.object({ offerId: identifier, leftMilli: v.nullable(count) })),
});

export const Statements = v.object({
  items: v.array(
    v.object({
      enterpriseId: identifier,
      name: v.string(),
      lines: count,
      minimumCents: amount,
      orderedGrossCents: amount,
      status: v.picklist(["no_orders", "ordered", "cancelled_minimum", "delivered"]),
      deliveredGrossCents: amount,
      networkFeeCents: amount,
      payoutCents: amount,
      vat: v.array(
        v.object({ rate: count, grossCents: amount, vatCents: amount, netCents: amount }),
      ),
    }),
  ),
});

export const Arrived = v.object({
  state: v.picklist(["receiving"]),
  enterpriseIds: v.array(identifier),
});

export const LinesNow = v.object({
  lines: v.array(
    v.object({
      id: identifier,
      status: statuses,
      deliveredMilli: v.nullable(count),
      actualGrams: v.nullable(count),
      finalCents: v.nullable(amount),
    }),
  ),
});

export const HandedOut = v.object({
  id: identifier,
  handedOutAt: instantMs,
  paidCents: v.nullable(amount),
});
