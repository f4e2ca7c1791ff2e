import type { Market } from "./market.ts";
import { depot, made, orchard } from "./people.ts";

/** Golden apples, loose by the kilo in boxes of ten, as their producer would tell them. */
export const golden = {
  name: "Mele Golden",
  categoryId: "frutta",
  origin: "Zevio (VR)",
  species: "apple",
  variety: "golden",
};
export const loose = {
  sku: "MELE-KG",
  kind: "kg",
  priceCents: 190,
  vatBasisPoints: 400,
  boxUnits: 10,
  stepMilli: 1000,
  leastMilli: 1000,
};
export const bottle = {
  sku: "SUCCO-1L",
  kind: "piece",
  priceCents: 320,
  vatBasisPoints: 2200,
  stepMilli: 1000,
  leastMilli: 1000,
  netMl: 1000,
};

export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly variants: readonly { readonly id: string; readonly sku: string }[];
}

/** A network with one orchard, one hub and the shelf for fruit. */
export async function openOrchard(market: Market, officer: string) {
  const farm = (await made(market, officer, "/enterprises", orchard)).id;
  const hub = (await made(market, officer, "/enterprises", depot)).id;
  await openTo(market, officer, { owner: farm, holder: hub });
  await putCategory(market, officer, "frutta", { name: "Frutta", position: 1 });
  return { farm, hub };
}

/** An enterprise opens itself to another; to let it list its goods where nothing else is said. */
export function openTo(
  market: Market,
  token: string,
  { owner, holder }: { readonly owner: string; readonly holder: string },
  ...kinds: readonly string[]
) {
  const body = { holderId: holder, kinds: kinds.length === 0 ? ["list-in-cycles"] : kinds };
  return made<{ items: { id: string; kind: string }[] }>(
    market,
    token,
    `/enterprises/${owner}/grants`,
    body,
  );
}

export async function putCategory(market: Market, token: string, id: string, body: object) {
  return market.call("PUT", `/api/v1/categories/${id}`, { token, body });
}

export function addProduct(
  market: Market,
  token: string,
  enterpriseId: string,
  given: object = {},
) {
  const body = { ...golden, enterpriseId, variants: [loose], ...given };
  return made<Product>(market, token, "/products", body);
}

/** Lists sizes for a hub. */
export async function list(market: Market, token: string, hubId: string, variantIds: string[]) {
  const body = { hubId, listings: variantIds.map((variantId) => ({ variantId })) };
  return market.call("PUT", "/api/v1/listings", { token, body });
}
