import { Hono } from "hono";
import * as v from "valibot";
import type { EnterpriseId, PoolId, VariantId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, identifier, idOf, priceCents, quantityMilli, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { quantity } from "./http-schemas.ts";
import { listVariants, unlistVariant } from "./listing-actions.ts";
import { countPool, limitHub, openPool } from "./stock-actions.ts";

const PoolBody = v.strictObject({
  enterpriseId: idOf<EnterpriseId>(),
  name: words(120),
  onHandMilli: quantity,
});
const Pool = v.object({
  id: identifier,
  enterpriseId: identifier,
  name: v.string(),
  onHandMilli: quantityMilli,
  reservedMilli: quantityMilli,
});
const Quota = v.object({
  poolId: identifier,
  hubId: identifier,
  quotaMilli: quantityMilli,
  reservedMilli: quantityMilli,
});
const ListingsBody = v.strictObject({
  hubId: idOf<EnterpriseId>(),
  listings: v.pipe(
    v.array(
      v.strictObject({
        variantId: idOf<VariantId>(),
        priceCents: v.optional(
          v.nullable(priceCents as unknown as v.GenericSchema<number, Cents>),
          null,
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(1000),
  ),
});

export const stockPools = new Hono<Edge>()
  .post(
    "/",
    endpoint({
      summary: "Opens a pool of a producer's stock",
      area: "stock",
      answers: { 201: Pool },
      refusals: [...WRITING, "not-a-producer", "name-taken"],
    }),
    validated("json", PoolBody),
    async (c) => answer(c, await openPool(c.var.request, c.req.valid("json"))),
  )
  .post(
    "/:id/counts",
    endpoint({
      summary: "Says what was counted; not less than what is reserved",
      area: "stock",
      answers: { 200: Pool },
      refusals: [...WRITING, "not-found", "stock-reserved"],
    }),
    validated("param", v.object({ id: idOf<PoolId>() })),
    validated("json", v.strictObject({ onHandMilli: quantity })),
    async (c) => {
      const { onHandMilli } = c.req.valid("json");
      return answer(c, await countPool(c.var.request, c.req.valid("param").id, onHandMilli));
    },
  )
  .put(
    "/:id/quotas/:hub",
    endpoint({
      summary: "Limits what a hub may hold of a pool",
      area: "stock",
      answers: { 200: Quota },
      refusals: [...WRITING, "not-found", "not-a-hub", "stock-reserved"],
    }),
    validated("param", v.object({ id: idOf<PoolId>(), hub: idOf<EnterpriseId>() })),
    validated("json", v.strictObject({ quotaMilli: quantity })),
    async (c) => {
      const { id: poolId, hub: hubId } = c.req.valid("param");
      const command = { poolId, hubId, quotaMilli: c.req.valid("json").quotaMilli };
      return answer(c, await limitHub(c.var.request, command));
    },
  );

export const listings = new Hono<Edge>()
  .put(
    "/",
    endpoint({
      summary: "Lists sizes for a hub, at their producer's price or at one of its own",
      area: "catalogue",
      answers: { 200: v.object({ hubId: identifier, listed: count }) },
      refusals: [...WRITING, "not-a-hub", "variant-unknown", "not-granted"],
    }),
    validated("json", ListingsBody),
    async (c) => answer(c, await listVariants(c.var.request, c.req.valid("json"))),
  )
  .delete(
    "/:variant/:hub",
    endpoint({
      summary: "Takes a size off a hub's list; published cycles keep their offers",
      area: "catalogue",
      answers: { 200: v.object({ hubId: identifier, variantId: identifier }) },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", v.object({ variant: idOf<VariantId>(), hub: idOf<EnterpriseId>() })),
    async (c) => {
      const { variant: variantId, hub: hubId } = c.req.valid("param");
      return answer(c, await unlistVariant(c.var.request, { variantId, hubId }));
    },
  );
