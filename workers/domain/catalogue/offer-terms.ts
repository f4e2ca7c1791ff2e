import type { EnterpriseId, OfferId, PoolId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints, Grams, Milli } from "#domain/kernel/quantity.ts";

/** How a thing is sold: by the piece, by weight, or by the piece and paid by weight. */
export type Kind = "piece" | "kg" | "variable";

/** Everything about an offer that decides a quantity or a price, frozen for its cycle. */
export interface OfferTerms {
  readonly offerId: OfferId;
  readonly enterpriseId: EnterpriseId;
  readonly kind: Kind;
  /** Per piece for "piece", per kg otherwise; VAT included. */
  readonly priceCents: Cents;
  readonly vat: BasisPoints;
  /** Sale units in a box; 1 is sold loose. */
  readonly boxUnits: number;
  readonly stepMilli: Milli;
  readonly leastMilli: Milli;
  /** What a piece of variable weight is expected to weigh; null for the other kinds. */
  readonly nominalGrams: Grams | null;
  readonly netGrams: Grams | null;
  readonly netMl: number | null;
  /** Returnable, charged with each delivered unit, outside price, fee and VAT. */
  readonly depositCents: Cents;
  /** The stock it draws from; null when it is made to order. */
  readonly poolId: PoolId | null;
  readonly poolMilliPerUnit: Milli;
}
