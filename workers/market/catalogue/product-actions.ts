import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import { freeSlug, slugCandidates, slugOf } from "#domain/catalogue/slug.ts";
import type { ProductId, VariantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { categoryPath, shelvesOf } from "#store/categories.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import { enterpriseById } from "#store/enterprises.ts";
import { indexProducts } from "#store/product-search.ts";
import {
  insertProduct,
  insertVariant,
  productById,
  type ProductRow,
  productSlugs,
  type ProductView,
  updateProduct,
  type VariantRow,
} from "#store/products.ts";
import { poolsById } from "#store/stock-pools.ts";
import { poolsNamed, variantRows, type VariantTold } from "./variant-rows.ts";

/** What a producer tells of a product. */
export type ProductTold = Omit<
  ProductRow,
  "id" | "enterpriseId" | "slug" | "createdAt" | "withdrawnAt"
>;

export interface AddProduct extends ProductTold, Pick<ProductRow, "enterpriseId"> {
  readonly variants: readonly VariantTold[];
}

export interface ProductWithVariants extends ProductRow {
  readonly variants: readonly VariantRow[];
}

type Answer<T> = Outcome<Plan<T>, AccessRefusal | CatalogueRefusal>;

/** Adds a product to its producer's catalogue, in the sizes it is sold in. */
export function addProduct(request: Request, command: AddProduct) {
  const { variants: told, ...product } = command;
  const { enterpriseId, name } = product;
  return perform(request, {
    load: () => ({
      enterprise: enterpriseById(enterpriseId),
      shelves: categoryPath(product.categoryId),
      taken: productSlugs(slugOf(name), enterpriseId),
      pools: poolsById(poolsNamed(told)),
      given: grantsBy({ enterprise: enterpriseId }),
    }),
    decide: (known, principal): Answer<ProductWithVariants> => {
      const { enterprise, shelves, taken, pools, given } = known;
      const allowed = allow(principal, "catalogue.edit", { producer: enterpriseId }, given);
      if (!allowed.ok) return allowed;
      if (enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
      if (!enterprise.roles.includes("producer")) {
        return refuse({ code: "not-a-producer", enterpriseId });
      }
      if (shelves.length === 0) return refuse({ code: "not-found", what: "category" });
      const { ids, now: createdAt } = request.ports;
      const id = ids.next<ProductId>();
      const numbering = { productId: id, nextId: () => ids.next<VariantId>() };
      const variants = variantRows(told, { enterpriseId, pools }, numbering);
      if (!variants.ok) return variants;
      const slug = freeSlug(slugCandidates({ name, distinctSlug: enterprise.slug, id }), taken);
      const row = { ...product, id, slug, createdAt, withdrawnAt: null };
      const categories = shelves.slice(0, 2).map((shelf) => shelf.name);
      const indexed = indexProducts([{ ...row, producer: enterprise.name, categories }]);
      return accept({
        status: 201,
        value: { ...row, variants: variants.value },
        statements: [insertProduct(row), ...variants.value.map(insertVariant), ...indexed],
      });
    },
    guards: { "product.slug": "decide-again" },
  });
}

/** What may be changed of a product: what is not told stays as it is. */
export interface ProductChanges extends Partial<ProductTold> {
  /** A withdrawn product is in no cycle that is published from now on. */
  readonly isWithdrawn?: boolean;
}

/** Changes a product. Its address stays, and so do the offers of cycles that are published. */
export function changeProduct(request: Request, id: ProductId, command: ProductChanges) {
  const { isWithdrawn, ...told } = command;
  return perform(request, {
    load: () => ({
      product: productById(id),
      shelves: categoryPath(told.categoryId ?? null),
      ownShelves: shelvesOf(id),
      given: grantsBy({ product: id }),
    }),
    decide: ({ product, shelves, ownShelves, given }, principal): Answer<ProductView> => {
      const subjects = { producer: product?.enterpriseId ?? null };
      const allowed = allow(principal, "catalogue.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (product === null) return refuse({ code: "not-found", what: "product" });
      const isMoved = told.categoryId !== undefined;
      if (isMoved && shelves.length === 0) return refuse({ code: "not-found", what: "category" });
      const withdrawnAt = isWithdrawn === true ? request.ports.now : null;
      const changes = isWithdrawn === undefined ? told : { ...told, withdrawnAt };
      const changed = { ...product, ...changes };
      const categories = (isMoved ? shelves : ownShelves).slice(0, 2).map(({ name }) => name);
      return accept({
        value: changed,
        statements: [
          updateProduct(id, changes, changed),
          ...indexProducts([{ ...changed, categories }]),
        ],
      });
    },
  });
}
