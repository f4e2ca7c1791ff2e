import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type UnitPrice, unitPriceOf } from "#domain/catalogue/unit-price.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { productById, type ProductView, type VariantRow, variantsOf } from "#store/products.ts";

export interface PricedVariant extends VariantRow {
  /** What it is compared by: per kilo, per litre, or per piece. */
  readonly unitPrice: UnitPrice;
}

export interface ProductSheet extends ProductView {
  readonly variants: readonly PricedVariant[];
}

/** A product in all its sizes, by its id or its address; anyone may read it. */
export async function showProduct(
  request: Request,
  idOrSlug: string,
): Promise<Outcome<ProductSheet, AccessRefusal>> {
  const { known, principal } = await look(request, {
    product: productById(idOrSlug),
    variants: variantsOf(idOrSlug),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  if (known.product === null) return refuse({ code: "not-found", what: "product" });
  const variants = known.variants.map((row) => ({ ...row, unitPrice: unitPriceOf(row) }));
  return accept({ ...known.product, variants });
}
