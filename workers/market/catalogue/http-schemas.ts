import * as v from "valibot";
import { ALLERGENS } from "#domain/catalogue/allergens.ts";
import type { EnterpriseId, PoolId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints, Grams, Milli } from "#domain/kernel/quantity.ts";
import {
  count,
  identifier,
  idOf,
  instantMs,
  priceCents,
  quantityMilli,
  weightGrams,
  words,
} from "#market/edge/schemas.ts";

/** Numbers that are whole, not negative and bounded may carry the brand of what they measure. */
function branded<Of extends number>(schema: v.GenericSchema<number>) {
  return schema as unknown as v.GenericSchema<number, Of>;
}

const price = branded<Cents>(priceCents);
const positive = (schema: v.GenericSchema<number>) => v.pipe(schema, v.minValue(1));
export const quantity = branded<Milli>(quantityMilli);
const positiveMilli = branded<Milli>(positive(quantityMilli));
const positiveGrams = branded<Grams>(positive(weightGrams));
const rate = branded<BasisPoints>(v.pipe(count, v.maxValue(10_000)));
const boxUnits = v.pipe(count, v.minValue(1), v.maxValue(100_000));
const millilitres = v.pipe(count, v.minValue(1), v.maxValue(100_000_000));
const kind = v.picklist(["piece", "kg", "variable"]);

/** A code of a shelf is its readable address. */
export const categoryId = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "letters, figures and hyphens"),
);

/** A size: what is not told is loose, whole, undeposited and made to order. */
export const VariantBody = v.strictObject({
  sku: words(40),
  label: v.optional(words(80, 0), ""),
  kind,
  priceCents: price,
  vatBasisPoints: rate,
  boxUnits: v.optional(boxUnits, 1),
  stepMilli: positiveMilli,
  leastMilli: positiveMilli,
  nominalGrams: v.optional(v.nullable(positiveGrams), null),
  netGrams: v.optional(v.nullable(positiveGrams), null),
  netMl: v.optional(v.nullable(millilitres), null),
  depositCents: v.optional(price, 0 as Cents),
  poolId: v.optional(v.nullable(idOf<PoolId>()), null),
  poolMilliPerUnit: v.optional(positiveMilli, 1000 as Milli),
});

export const VariantChanges = v.strictObject({
  label: v.exactOptional(words(80, 0)),
  priceCents: v.exactOptional(price),
  vatBasisPoints: v.exactOptional(rate),
  boxUnits: v.exactOptional(boxUnits),
  stepMilli: v.exactOptional(positiveMilli),
  leastMilli: v.exactOptional(positiveMilli),
  nominalGrams: v.exactOptional(v.nullable(positiveGrams)),
  netGrams: v.exactOptional(v.nullable(positiveGrams)),
  netMl: v.exactOptional(v.nullable(millilitres)),
  depositCents: v.exactOptional(price),
  poolId: v.exactOptional(v.nullable(idOf<PoolId>())),
  poolMilliPerUnit: v.exactOptional(positiveMilli),
  isWithdrawn: v.exactOptional(v.boolean()),
});

const told = {
  name: words(120),
  maker: v.nullable(words(120)),
  description: words(4000, 0),
  categoryId,
  origin: words(200, 0),
  ingredients: words(2000, 0),
  allergens: v.pipe(v.array(v.picklist(ALLERGENS)), v.maxLength(ALLERGENS.length)),
  species: words(60, 0),
  variety: words(60, 0),
  packaging: words(60, 0),
};

export const ProductBody = v.strictObject({
  enterpriseId: idOf<EnterpriseId>(),
  name: told.name,
  maker: v.optional(told.maker, null),
  description: v.optional(told.description, ""),
  categoryId,
  origin: v.optional(told.origin, ""),
  ingredients: v.optional(told.ingredients, ""),
  allergens: v.optional(told.allergens, []),
  species: v.optional(told.species, ""),
  variety: v.optional(told.variety, ""),
  packaging: v.optional(told.packaging, ""),
  variants: v.pipe(v.array(VariantBody), v.minLength(1), v.maxLength(20)),
});

export const ProductChanges = v.strictObject({
  name: v.exactOptional(told.name),
  maker: v.exactOptional(told.maker),
  description: v.exactOptional(told.description),
  categoryId: v.exactOptional(told.categoryId),
  origin: v.exactOptional(told.origin),
  ingredients: v.exactOptional(told.ingredients),
  allergens: v.exactOptional(told.allergens),
  species: v.exactOptional(told.species),
  variety: v.exactOptional(told.variety),
  packaging: v.exactOptional(told.packaging),
  isWithdrawn: v.exactOptional(v.boolean()),
});

const variant = {
  id: identifier,
  productId: identifier,
  sku: v.string(),
  label: v.string(),
  kind,
  priceCents,
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
  withdrawnAt: v.nullable(instantMs),
};

const UnitPrice = v.object({ cents: count, per: v.picklist(["kg", "l", "piece"]) });
export const Variant = v.object(variant);
export const PricedVariant = v.object({ ...variant, unitPrice: UnitPrice });

export const product = {
  id: identifier,
  enterpriseId: identifier,
  maker: v.nullable(v.string()),
  name: v.string(),
  slug: v.string(),
  description: v.string(),
  categoryId: v.string(),
  origin: v.string(),
  ingredients: v.string(),
  allergens: v.array(v.picklist(ALLERGENS)),
  species: v.string(),
  variety: v.string(),
  packaging: v.string(),
  createdAt: instantMs,
  withdrawnAt: v.nullable(instantMs),
};
