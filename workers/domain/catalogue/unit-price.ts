import { type Cents, cents, multiplyDivide } from "#domain/kernel/money.ts";
import type { OfferTerms } from "./offer-terms.ts";

/** What two prices are compared by. */
export type PriceUnit = "kg" | "l" | "piece";

export interface UnitPrice {
  readonly cents: Cents;
  readonly per: PriceUnit;
}

type Priced = Pick<OfferTerms, "kind" | "priceCents" | "netGrams" | "netMl">;

/**
 * The price that the law wants beside the price (D.Lgs. 206/2005 art. 14): of a kilo or a litre,
 * half up; of the piece where neither its weight nor its volume is known. What is sold by weight,
 * variable weight included, is priced by the kilo already.
 */
export function unitPriceOf({ kind, priceCents, netGrams, netMl }: Priced): UnitPrice {
  if (kind !== "piece") return { cents: priceCents, per: "kg" };
  if (netGrams !== null) return { cents: perThousand(priceCents, netGrams), per: "kg" };
  if (netMl !== null) return { cents: perThousand(priceCents, netMl), per: "l" };
  return { cents: priceCents, per: "piece" };
}

function perThousand(price: Cents, net: number): Cents {
  return cents(multiplyDivide(price, 1000, net));
}
