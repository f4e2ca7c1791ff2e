import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Kind } from "#domain/catalogue/offer-terms.ts";
import { type SeasonalProduct, seasonMonths, seasonOf } from "#domain/catalogue/season.ts";
import type { EnterpriseId, PoolId, ProductId, VariantId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import {
  type BasisPoints,
  basisPoints,
  type Grams,
  grams,
  type Milli,
  milli,
} from "#domain/kernel/quantity.ts";
import type { Row, Statement } from "#ports/database.ts";
import { product, variant } from "#schema/catalogue.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { firstOrNull, insertInto, type Loader, updateById } from "./statement.ts";

/** What is made, as its producer tells it. */
export interface ProductRow {
  readonly id: ProductId;
  readonly enterpriseId: EnterpriseId;
  /** Who made it, where that is not the seller. */
  readonly maker: string | null;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly categoryId: string;
  readonly origin: string;
  readonly ingredients: string;
  readonly allergens: readonly Allergen[];
  /** For its drawing. */
  readonly species: string;
  readonly variety: string;
  readonly packaging: string;
  readonly createdAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** How it is sold, in one size. */
export interface VariantRow {
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly sku: string;
  readonly label: string;
  readonly kind: Kind;
  readonly priceCents: Cents;
  readonly vatBasisPoints: BasisPoints;
  readonly boxUnits: number;
  readonly stepMilli: Milli;
  readonly leastMilli: Milli;
  readonly nominalGrams: Grams | null;
  readonly netGrams: Grams | null;
  readonly netMl: number | null;
  readonly depositCents: Cents;
  readonly poolId: PoolId | null;
  readonly poolMilliPerUnit: Milli;
  readonly withdrawnAt: Instant | null;
}

/** A product with its seller's name. */
export interface ProductView extends ProductRow {
  readonly producer: string;
}

/** The product with this id, or at this address. */
export function productById(idOrSlug: string): Loader<ProductView | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT product.id, enterprise_id, maker, product.name, product.slug, description,
          category_id, origin, ingredients, allergens, species, variety, packaging,
          product.created_at, withdrawn_at, enterprise.name
        FROM product JOIN enterprise ON enterprise.id = enterprise_id
        WHERE product.id = ?1 OR product.slug = ?1`,
      args: [idOrSlug],
    },
    parse: (rows) => rows.map(toProduct),
  });
}

const SIZE = `variant.id, product_id, sku, label, kind, price_cents, vat_basis_points,
    box_units, step_milli, least_milli, nominal_grams, net_grams, net_ml, deposit_cents, pool_id,
    pool_milli_per_unit, variant.withdrawn_at`;

/** The sizes of the product with this id, or at this address, in the order of their codes. */
export function variantsOf(idOrSlug: string): Loader<VariantRow[]> {
  return {
    statement: {
      sql: `SELECT ${SIZE} FROM variant
        WHERE product_id IN (SELECT id FROM product WHERE id = ?1 OR slug = ?1)
        ORDER BY sku`,
      args: [idOrSlug],
    },
    parse: (rows) => rows.map(toVariant),
  };
}

/** A size with the enterprise that sells it. */
export interface OwnedVariant extends VariantRow {
  readonly enterpriseId: EnterpriseId;
}

export function variantById(id: VariantId): Loader<OwnedVariant | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT ${SIZE}, enterprise_id FROM variant
        JOIN product ON product.id = product_id WHERE variant.id = ?`,
      args: [id],
    },
    parse: (rows) =>
      rows.map((row) => ({ ...toVariant(row), enterpriseId: text(row, 17) as EnterpriseId })),
  });
}

/** Of a name's address, bare and with its producer's behind it, those that are taken. */
export function productSlugs(base: string, enterpriseId: EnterpriseId): Loader<string[]> {
  return {
    statement: {
      sql: `SELECT slug FROM product WHERE slug IN (
          ?1, ?1 || '-' || (SELECT slug FROM enterprise WHERE id = ?2)
        )`,
      args: [base, enterpriseId],
    },
    parse: (rows) => rows.map((row) => text(row, 0)),
  };
}

export function insertProduct(row: ProductRow): Statement {
  const { allergens, ...others } = row;
  return insertInto(product, {
    ...others,
    allergens: JSON.stringify(allergens),
    ...seasonalCell(row),
  });
}

/** What changes of a product, with the name and species that it has from then on. */
export function updateProduct(
  id: ProductId,
  changes: Partial<ProductRow>,
  changed: SeasonalProduct,
): Statement {
  const { allergens, ...others } = changes;
  const listed = allergens === undefined ? {} : { allergens: JSON.stringify(allergens) };
  return updateById(product, id, { ...others, ...listed, ...seasonalCell(changed) });
}

/** The months of its season are kept beside a product, so that a shelf is chosen by them. */
function seasonalCell(one: SeasonalProduct) {
  return { seasonMonths: seasonMonths(seasonOf(one)) };
}

export function insertVariant(row: VariantRow): Statement {
  return insertInto(variant, row);
}

export function updateVariant(id: VariantId, changes: Partial<VariantRow>): Statement {
  return updateById(variant, id, changes);
}

function toProduct(row: Row): ProductView {
  return {
    id: text(row, 0) as ProductId,
    enterpriseId: text(row, 1) as EnterpriseId,
    maker: textOrNull(row, 2),
    name: text(row, 3),
    slug: text(row, 4),
    description: text(row, 5),
    categoryId: text(row, 6),
    origin: text(row, 7),
    ingredients: text(row, 8),
    allergens: JSON.parse(text(row, 9)) as Allergen[],
    species: text(row, 10),
    variety: text(row, 11),
    packaging: text(row, 12),
    createdAt: instantAt(row, 13),
    withdrawnAt: instantOrNull(row, 14),
    producer: text(row, 15),
  };
}

function toVariant(row: Row): VariantRow {
  const gramsOrNull = (at: number) => (row[at] === null ? null : grams(integer(row, at)));
  return {
    id: text(row, 0) as VariantId,
    productId: text(row, 1) as ProductId,
    sku: text(row, 2),
    label: text(row, 3),
    kind: text(row, 4) as Kind,
    priceCents: cents(integer(row, 5)),
    vatBasisPoints: basisPoints(integer(row, 6)),
    boxUnits: integer(row, 7),
    stepMilli: milli(integer(row, 8)),
    leastMilli: milli(integer(row, 9)),
    nominalGrams: gramsOrNull(10),
    netGrams: gramsOrNull(11),
    netMl: integerOrNull(row, 12),
    depositCents: cents(integer(row, 13)),
    poolId: textOrNull(row, 14) as PoolId | null,
    poolMilliPerUnit: milli(integer(row, 15)),
    withdrawnAt: instantOrNull(row, 16),
  };
}
