import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import type { ProductId, VariantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import {
  insertVariant,
  productById,
  updateVariant,
  variantById,
  type VariantRow,
} from "#store/products.ts";
import { poolsById } from "#store/stock-pools.ts";
import { checkVariant, poolsNamed, type VariantTold } from "./variant-rows.ts";

type Answer = Outcome<Plan<VariantRow>, AccessRefusal | CatalogueRefusal>;

/** Adds a size to a product. */
export function addVariant(request: Request, productId: ProductId, told: VariantTold) {
  return perform(request, {
    load: () => ({
      product: productById(productId),
      pools: poolsById(poolsNamed([told])),
      given: grantsBy({ product: productId }),
    }),
    decide: ({ product, pools, given }, principal): Answer => {
      const subjects = { producer: product?.enterpriseId ?? null };
      const allowed = allow(principal, "catalogue.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (product === null) return refuse({ code: "not-found", what: "product" });
      const checked = checkVariant(told, { enterpriseId: product.enterpriseId, pools });
      if (!checked.ok) return checked;
      const id = request.ports.ids.next<VariantId>();
      const row = { ...told, id, productId, withdrawnAt: null };
      return accept({ status: 201, value: row, statements: [insertVariant(row)] });
    },
    guards: { "variant.product_id, variant.sku": { code: "sku-taken", sku: told.sku } },
  });
}

/** What may be changed of a size: kind and SKU are what it is, and stay. */
export interface VariantChanges extends Partial<Omit<VariantTold, "kind" | "sku">> {
  readonly isWithdrawn?: boolean;
}

/** Changes a size for the cycles that are published from now on; frozen offers stay. */
export function changeVariant(request: Request, id: VariantId, command: VariantChanges) {
  const { isWithdrawn, ...told } = command;
  const poolId = told.poolId ?? null;
  return perform(request, {
    load: () => ({
      variant: variantById(id),
      pools: poolsById(poolsNamed([{ poolId }])),
      given: grantsBy({ variant: id }),
    }),
    decide: ({ variant, pools, given }, principal): Answer => {
      const subjects = { producer: variant?.enterpriseId ?? null };
      const allowed = allow(principal, "catalogue.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (variant === null) return refuse({ code: "not-found", what: "variant" });
      const { enterpriseId, ...row } = variant;
      const withdrawnAt = isWithdrawn === true ? request.ports.now : null;
      const changes = isWithdrawn === undefined ? told : { ...told, withdrawnAt };
      const changed = { ...row, ...changes };
      const isSamePool = changed.poolId === row.poolId;
      const checked = checkVariant(isSamePool ? { ...changed, poolId: null } : changed, {
        enterpriseId,
        pools,
      });
      if (!checked.ok) return checked;
      return accept({ value: changed, statements: [updateVariant(id, changes)] });
    },
    guards: {
      variant_least_is_steps: "decide-again",
      variant_nominal_for_variable: "decide-again",
    },
  });
}
