import type { Around } from "#market/shop/around.ts";

/** Where transfers of money go: whose account, and its number; null where the network says none. */
export function accountOf(
  network: Around["network"],
): { readonly holder: string; readonly iban: string } | null {
  if (network === null || network.iban === null) return null;
  return { holder: network.legalName ?? network.name, iban: network.iban };
}
