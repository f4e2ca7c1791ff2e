import { Hono } from "hono";
import * as v from "valibot";
import { id, type OfferId } from "#domain/kernel/ids.ts";
import { accept } from "#domain/kernel/outcome.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { giveBasketCookie, withBasket } from "#market/edge/request.ts";
import { identifier, quantityMilli } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { readBasket, setInBasket } from "./actions.ts";

const LineBody = v.strictObject({
  wantedMilli: quantityMilli,
  toleranceMilli: v.optional(quantityMilli, 0),
});
const cents = v.pipe(v.number(), v.safeInteger());
const milliNumber = v.pipe(v.number(), v.safeInteger());

const Line = v.object({
  offerId: identifier,
  name: v.string(),
  slug: v.string(),
  producerName: v.string(),
  producerSlug: v.string(),
  wanted: milliNumber,
  tolerance: milliNumber,
  estimatedCents: cents,
  demandMilli: milliNumber,
  toleranceMilli: milliNumber,
  producerEstimatedCents: cents,
  producerMinimumCents: cents,
  refusal: v.nullable(v.looseObject({ code: v.string() })),
});

export const basket = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What is in the basket whose token comes along (X-Basket-Token, or the cookie)",
      area: "basket",
      answers: { 200: v.object({ cycleId: v.nullable(identifier), lines: v.array(Line) }) },
      refusals: [],
    }),
    async (c) => show(c, accept(await readBasket(c.var.request))),
  )
  .put(
    "/lines/:offer",
    endpoint({
      summary: "Sets what the basket wants of an offer; 0 takes it out",
      area: "basket",
      answers: {
        200: v.object({
          cycleId: identifier,
          offerId: identifier,
          wantedMilli: milliNumber,
          toleranceMilli: milliNumber,
          estimatedCents: cents,
        }),
      },
      refusals: [
        "offer-unknown",
        "offer-withdrawn",
        "quantity-not-in-steps",
        "short-stock",
        "cycle-not-open",
        "cycle-closed",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("param", v.object({ offer: identifier })),
    validated("json", LineBody),
    async (c) => {
      const { wantedMilli, toleranceMilli } = c.req.valid("json");
      const offerId = id<OfferId>(c.req.valid("param").offer);
      const wish = { offerId, wanted: milli(wantedMilli), tolerance: milli(toleranceMilli) };
      const reply = await setInBasket(withBasket(c), wish);
      giveBasketCookie(c);
      return answer(c, reply);
    },
  );
