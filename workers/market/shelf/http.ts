import { Hono } from "hono";
import * as v from "valibot";
import { ALLERGENS } from "#domain/catalogue/allergens.ts";
import { SCHEMES } from "#domain/catalogue/certificates.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage } from "#market/edge/paging.ts";
import {
  count,
  identifier,
  idOf,
  pageQuery,
  priceCents,
  quantityMilli,
  weightGrams,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { readShelf, searchShelf, showOffer, suggestFromShelf } from "./actions.ts";

const which = v.union([v.literal("current"), idOf<CycleId>()]);
const address = v.pipe(v.string(), v.maxLength(200));
const place = v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, "a place in the list")));

const ShelfQuery = v.strictObject({
  ...pageQuery,
  after: place,
  category: v.optional(address),
  producer: v.optional(address),
  scheme: v.optional(v.picklist(SCHEMES)),
});
/** What is typed may be anything: only its beginning is read. */
const SearchQuery = v.strictObject({
  ...pageQuery,
  after: place,
  q: v.pipe(v.string(), v.maxLength(20_000)),
});

/** What is typed in a search box; a longer text is nobody's word. */
const SuggestionsQuery = v.strictObject({ q: v.pipe(v.string(), v.maxLength(200)) });

const Offer = v.object({
  id: identifier,
  position: count,
  variantId: identifier,
  productId: identifier,
  slug: v.string(),
  name: v.string(),
  label: v.string(),
  category: v.object({ id: v.string(), name: v.string() }),
  producer: v.object({
    id: identifier,
    name: v.string(),
    slug: v.string(),
    town: v.string(),
  }),
  schemes: v.array(v.picklist(SCHEMES)),
  kind: v.picklist(["piece", "kg", "variable"]),
  priceCents,
  unitPrice: v.object({ cents: count, per: v.picklist(["kg", "l", "piece"]) }),
  vatBasisPoints: count,
  boxUnits: count,
  stepMilli: quantityMilli,
  leastMilli: quantityMilli,
  nominalGrams: v.nullable(weightGrams),
  netGrams: v.nullable(weightGrams),
  netMl: v.nullable(count),
  depositCents: priceCents,
  poolId: v.nullable(identifier),
  poolMilliPerUnit: quantityMilli,
  demandMilli: quantityMilli,
  toleranceMilli: quantityMilli,
  leftMilli: v.nullable(quantityMilli),
});
const shelfPage = {
  cycleId: identifier,
  items: v.array(Offer),
  next: v.nullable(v.string()),
};
const Described = v.object({
  cycleId: identifier,
  description: v.string(),
  maker: v.nullable(v.string()),
  origin: v.string(),
  ingredients: v.string(),
  allergens: v.array(v.picklist(ALLERGENS)),
  species: v.string(),
  variety: v.string(),
  packaging: v.string(),
  certificates: v.array(
    v.object({
      scheme: v.picklist(SCHEMES),
      body: v.string(),
      number: v.string(),
      documentUrl: v.nullable(v.string()),
      expiresOn: v.string(),
    }),
  ),
  offers: v.array(Offer),
});

const One = v.object({ cycle: which });

/** "current" is the cycle that is open now and closes first. */
export const shelf = new Hono<Edge>()
  .get(
    "/:cycle/offers",
    endpoint({
      summary: "A cycle's offers in the order of its shelf, by category, producer or certificate",
      area: "catalogue",
      answers: { 200: v.object(shelfPage) },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", One),
    validated("query", ShelfQuery),
    async (c) => {
      const { category = null, producer = null, scheme = null, ...page } = c.req.valid("query");
      const asked = { ...askedPage(page), category, producer, scheme };
      return show(c, await readShelf(c.var.request, c.req.valid("param").cycle, asked));
    },
  )
  .get(
    "/:cycle/offers/:offer",
    endpoint({
      summary: "What is said of an offer's product, with its sizes, by its id or its address",
      area: "catalogue",
      answers: { 200: Described },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", v.object({ cycle: which, offer: address })),
    async (c) => {
      const { cycle, offer } = c.req.valid("param");
      return show(c, await showOffer(c.var.request, cycle, offer));
    },
  )
  .get(
    "/:cycle/search",
    endpoint({
      summary: "What somebody looks for on a cycle's shelf, the best first",
      area: "catalogue",
      answers: {
        200: v.object({ ...shelfPage, readAs: v.nullable(v.string()), found: count }),
      },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", One),
    validated("query", SearchQuery),
    async (c) => {
      const { q: typed, ...page } = c.req.valid("query");
      const search = { ...askedPage(page), typed };
      return show(c, await searchShelf(c.var.request, c.req.valid("param").cycle, search));
    },
  )
  .get(
    "/:cycle/suggestions",
    endpoint({
      summary: "Products that may be meant by what has been typed so far, the best first",
      area: "catalogue",
      answers: {
        200: v.object({
          items: v.array(
            v.object({ slug: v.string(), name: v.string(), producerName: v.string() }),
          ),
        }),
      },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", One),
    validated("query", SuggestionsQuery),
    async (c) => {
      const { cycle } = c.req.valid("param");
      return show(c, await suggestFromShelf(c.var.request, cycle, c.req.valid("query").q));
    },
  );
