import { Hono } from "hono";
import * as v from "valibot";
import type { ProductId, VariantId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { count, idOf, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listCategories, shelve } from "./category-actions.ts";
import {
  categoryId,
  PricedVariant,
  product,
  ProductBody,
  ProductChanges,
  Variant,
  VariantBody,
  VariantChanges,
} from "./http-schemas.ts";
import { addProduct, changeProduct } from "./product-actions.ts";
import { showProduct } from "./show-product.ts";
import { addVariant, changeVariant } from "./variant-actions.ts";

const Category = v.object({
  id: v.string(),
  parentId: v.nullable(v.string()),
  name: v.string(),
  position: count,
});
const CategoryBody = v.strictObject({
  parentId: v.optional(v.nullable(categoryId), null),
  name: words(60),
  position: v.pipe(count, v.maxValue(100_000)),
});

const writing = [
  "not-signed-in",
  "not-allowed",
  "not-found",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;
const sizes = ["sku-taken", "pool-unknown", "nominal-weight-misfit", "least-not-in-steps"] as const;

export const categories = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The shelves of the shop",
      area: "catalogue",
      answers: { 200: pageOf(Category) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listCategories(c.var.request, askedPage(c.req.valid("query")))),
  )
  .put(
    "/:id",
    endpoint({
      summary: "Puts a shelf in its place, or renames it",
      area: "catalogue",
      answers: { 200: Category },
      refusals: [...writing, "category-loop"],
    }),
    validated("param", v.object({ id: categoryId })),
    validated("json", CategoryBody),
    async (c) => {
      const command = { ...c.req.valid("json"), id: c.req.valid("param").id };
      return answer(c, await shelve(c.var.request, command));
    },
  );

const One = v.object({ id: idOf<ProductId>() });
const IdOrAddress = v.object({ id: v.pipe(v.string(), v.maxLength(200)) });

export const products = new Hono<Edge>()
  .post(
    "/",
    endpoint({
      summary: "Adds a product in the sizes it is sold in",
      area: "catalogue",
      answers: { 201: v.object({ ...product, variants: v.array(Variant) }) },
      refusals: [...writing, ...sizes, "not-a-producer"],
    }),
    validated("json", ProductBody),
    async (c) => answer(c, await addProduct(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/:id",
    endpoint({
      summary: "A product in all its sizes, by its id or its address",
      area: "catalogue",
      answers: {
        200: v.object({ ...product, producer: v.string(), variants: v.array(PricedVariant) }),
      },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", IdOrAddress),
    async (c) => show(c, await showProduct(c.var.request, c.req.valid("param").id)),
  )
  .patch(
    "/:id",
    endpoint({
      summary: "Changes or withdraws a product; published offers stay as they are",
      area: "catalogue",
      answers: { 200: v.object({ ...product, producer: v.string() }) },
      refusals: writing,
    }),
    validated("param", One),
    validated("json", ProductChanges),
    async (c) => {
      const { id } = c.req.valid("param");
      return answer(c, await changeProduct(c.var.request, id, c.req.valid("json")));
    },
  )
  .post(
    "/:id/variants",
    endpoint({
      summary: "Adds a size to a product",
      area: "catalogue",
      answers: { 201: Variant },
      refusals: [...writing, ...sizes],
    }),
    validated("param", One),
    validated("json", VariantBody),
    async (c) => {
      const { id } = c.req.valid("param");
      return answer(c, await addVariant(c.var.request, id, c.req.valid("json")));
    },
  );

export const variants = new Hono<Edge>().patch(
  "/:id",
  endpoint({
    summary: "Changes or withdraws a size; published offers stay as they are",
    area: "catalogue",
    answers: { 200: Variant },
    refusals: [...writing, "pool-unknown", "nominal-weight-misfit", "least-not-in-steps"],
  }),
  validated("param", v.object({ id: idOf<VariantId>() })),
  validated("json", VariantChanges),
  async (c) => {
    const { id } = c.req.valid("param");
    return answer(c, await changeVariant(c.var.request, id, c.req.valid("json")));
  },
);
