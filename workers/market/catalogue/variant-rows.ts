import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import { checkTerms } from "#domain/catalogue/variant-terms.ts";
import type { EnterpriseId, PoolId, ProductId, VariantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { VariantRow } from "#store/products.ts";
import type { PoolRow } from "#store/stock-pools.ts";

/** A size as its producer tells it. */
export type VariantTold = Omit<VariantRow, "id" | "productId" | "withdrawnAt">;

/** What a size is checked against. */
export interface Surroundings {
  readonly enterpriseId: EnterpriseId;
  /** The pools that are named, of whoever they are. */
  readonly pools: readonly PoolRow[];
}

/** The pools that sizes draw from. */
export function poolsNamed(variants: readonly Pick<VariantTold, "poolId">[]): readonly PoolId[] {
  return variants.flatMap(({ poolId }) => (poolId === null ? [] : [poolId]));
}

/** Whether a size can be sold as told, from a pool of its own producer. */
export function checkVariant<Told extends VariantTold>(
  told: Told,
  { enterpriseId, pools }: Surroundings,
): Outcome<Told, CatalogueRefusal> {
  const { poolId } = told;
  const pool = pools.find(({ id }) => id === poolId);
  if (poolId !== null && pool?.enterpriseId !== enterpriseId) {
    return refuse({ code: "pool-unknown", poolId });
  }
  return checkTerms(told);
}

/** The rows of a product's sizes, each checked, no SKU twice. */
export function variantRows(
  told: readonly VariantTold[],
  around: Surroundings,
  make: { readonly productId: ProductId; readonly nextId: () => VariantId },
): Outcome<readonly VariantRow[], CatalogueRefusal> {
  const rows: VariantRow[] = [];
  for (const variant of told) {
    const checked = checkVariant(variant, around);
    if (!checked.ok) return checked;
    if (rows.some(({ sku }) => sku === variant.sku)) {
      return refuse({ code: "sku-taken", sku: variant.sku });
    }
    const { productId } = make;
    rows.push({ ...variant, id: make.nextId(), productId, withdrawnAt: null });
  }
  return accept(rows);
}
