import type { Milli } from "#domain/kernel/quantity.ts";

/** Why something of the catalogue or its stock cannot be as asked. */
export type CatalogueRefusal =
  | { readonly code: "category-loop"; readonly categoryId: string }
  | { readonly code: "not-a-producer"; readonly enterpriseId: string }
  | { readonly code: "not-a-hub"; readonly enterpriseId: string }
  | { readonly code: "sku-taken"; readonly sku: string }
  | { readonly code: "nominal-weight-misfit"; readonly kind: string }
  | { readonly code: "least-not-in-steps"; readonly stepMilli: Milli; readonly leastMilli: Milli }
  | { readonly code: "pool-unknown"; readonly poolId: string }
  | { readonly code: "variant-unknown"; readonly variantId: string }
  | { readonly code: "stock-reserved"; readonly reservedMilli: Milli };

/** Why a picture cannot be shown as a photo. */
export type PhotoRefusal =
  | { readonly code: "photo-too-heavy"; readonly mostBytes: number }
  | { readonly code: "photo-too-large"; readonly mostSide: number }
  /** Neither JPEG nor WebP, whatever its name says. */
  | { readonly code: "photo-kind-unknown" }
  | { readonly code: "photo-broken" }
  /** The same picture is being taken away at this moment. */
  | { readonly code: "photo-going" };
