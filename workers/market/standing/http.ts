import { Hono } from "hono";
import * as v from "valibot";
import type { HouseholdId, VariantId } from "#domain/kernel/ids.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import {
  civilDay,
  identifier,
  idOf,
  instantMs,
  priceCents,
  quantityMilli,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listRuns, setStanding, showStanding, turnStanding } from "./actions.ts";

const Household = v.object({ id: idOf<HouseholdId>() });
const area = "standing orders";
const payment = v.picklist(["wallet", "at-pickup"]);
const rise = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000));
/** As many as an order may have. */
const MOST_LINES = 200;

const ListBody = v.strictObject({
  place: v.union([identifier, v.literal("home")]),
  slotId: v.optional(v.nullable(identifier), null),
  payment,
  isInPart: v.optional(v.boolean(), true),
  priceRiseBasisPoints: v.optional(rise, 1000),
  lines: v.pipe(
    v.array(
      v.strictObject({
        variantId: idOf<VariantId>(),
        wantedMilli: v.pipe(quantityMilli, v.minValue(1)),
        toleranceMilli: v.optional(quantityMilli, 0),
      }),
    ),
    v.maxLength(MOST_LINES),
    v.check((lines) => isEachOnce(lines), "a size twice"),
  ),
});

function isEachOnce(lines: readonly { readonly variantId: string }[]): boolean {
  return new Set(lines.map(({ variantId }) => variantId)).size === lines.length;
}

const named = {
  variantId: identifier,
  productName: v.string(),
  label: v.string(),
  kind: v.picklist(["piece", "kg", "variable"]),
};

const List = v.object({
  id: identifier,
  householdId: identifier,
  place: v.string(),
  slotId: v.nullable(identifier),
  payment,
  isInPart: v.boolean(),
  priceRiseBasisPoints: rise,
  pausedAt: v.nullable(instantMs),
  skipsNext: v.boolean(),
  createdAt: instantMs,
  lines: v.array(
    v.object({
      ...named,
      wantedMilli: quantityMilli,
      toleranceMilli: quantityMilli,
      agreedCents: priceCents,
      producerName: v.string(),
    }),
  ),
});

const Run = v.object({
  cycleId: identifier,
  cycleCode: v.string(),
  deliveryDay: civilDay,
  at: instantMs,
  outcome: v.picklist(["placed", "partly", "failed", "skipped"]),
  orderId: v.nullable(identifier),
  no: v.nullable(v.string()),
  lines: v.array(
    v.object({
      ...named,
      wantedMilli: quantityMilli,
      orderedMilli: quantityMilli,
      no: v.nullable(
        v.object({
          why: v.string(),
          priceCents: v.optional(priceCents),
          stepMilli: v.optional(quantityMilli),
          leastMilli: v.optional(quantityMilli),
          leftMilli: v.optional(quantityMilli),
        }),
      ),
    }),
  ),
});

const Changed = v.object({ id: identifier, householdId: identifier });
const reading = ["not-signed-in", "not-found", "invalid-input"] as const;
const writing = [...WRITING, "not-found"] as const;
const HERE = "/:id/standing-order";

/** What a household wants again in every cycle. */
export const standingOrders = new Hono<Edge>()
  .get(
    HERE,
    endpoint({
      summary: "A household's list that becomes an order in every cycle",
      area,
      answers: { 200: List },
      refusals: reading,
    }),
    validated("param", Household),
    async (c) => show(c, await showStanding(c.var.request, c.req.valid("param").id)),
  )
  .put(
    HERE,
    endpoint({
      summary: "Sets the list, the whole of it, at the prices of now",
      area,
      answers: { 200: Changed },
      refusals: [
        ...writing,
        "order-empty",
        "place-unknown",
        "address-missing",
        "wallet-missing",
        "variant-unknown",
        "standing-not-in-steps",
      ],
    }),
    validated("param", Household),
    validated("json", ListBody),
    async (c) => {
      const { priceRiseBasisPoints, lines, ...list } = c.req.valid("json");
      const command = {
        ...list,
        householdId: c.req.valid("param").id,
        priceRise: basisPoints(priceRiseBasisPoints),
        lines: lines.map(({ variantId, wantedMilli, toleranceMilli }) => {
          return { variantId, wanted: milli(wantedMilli), tolerance: milli(toleranceMilli) };
        }),
      };
      return answer(c, await setStanding(c.var.request, command));
    },
  )
  .delete(
    HERE,
    endpoint({ summary: "Ends the list", area, answers: { 200: Changed }, refusals: writing }),
    validated("param", Household),
    async (c) => answer(c, await turnStanding(c.var.request, c.req.valid("param").id, "end")),
  )
  .put(
    `${HERE}/pause`,
    endpoint({
      summary: "Pauses the list, or takes it up again for the cycles to come",
      area,
      answers: { 200: Changed },
      refusals: writing,
    }),
    validated("param", Household),
    validated("json", v.strictObject({ isPaused: v.boolean() })),
    async (c) => {
      const turn = c.req.valid("json").isPaused ? "pause" : "resume";
      return answer(c, await turnStanding(c.var.request, c.req.valid("param").id, turn));
    },
  )
  .put(
    `${HERE}/skip`,
    endpoint({
      summary: "Lets the list skip the next cycle, or not",
      area,
      answers: { 200: Changed },
      refusals: writing,
    }),
    validated("param", Household),
    validated("json", v.strictObject({ skipsNext: v.boolean() })),
    async (c) => {
      const turn = c.req.valid("json").skipsNext ? "skip" : "take-skip-back";
      return answer(c, await turnStanding(c.var.request, c.req.valid("param").id, turn));
    },
  )
  .get(
    `${HERE}/runs`,
    endpoint({
      summary: "What came of the list, cycle by cycle, the latest first",
      area,
      answers: { 200: pageOf(Run) },
      refusals: reading,
    }),
    validated("param", Household),
    validated("query", PageQuery),
    async (c) => {
      const asked = askedPage(c.req.valid("query"));
      return show(c, await listRuns(c.var.request, c.req.valid("param").id, asked));
    },
  );
