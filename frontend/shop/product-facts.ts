import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints, Milli } from "#domain/kernel/quantity.ts";
import type { PhotoFacts } from "#frontend/ui/photo.tsx";
import type { MinimumFacts } from "./minimum-meter.tsx";
import type { OfferFacts } from "./offer.ts";

/** A certificate in force today. */
export interface CertificateFacts {
  readonly scheme: Scheme;
  readonly body: string;
  readonly number: string;
  readonly documentUrl: string | null;
  readonly expiresOn: CivilDate;
}

/** A season by a day in its first and its last month. */
export interface SeasonFacts {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly isNow: boolean;
}

/** One product as sold in this cycle: one offer for each of its sizes. */
export interface ProductFacts {
  readonly offers: readonly [OfferFacts, ...OfferFacts[]];
  readonly categoryId: string;
  readonly description: string;
  readonly origin: string;
  readonly ingredients: string;
  readonly allergens: readonly Allergen[];
  /** Who made it, where that is not who sells it. */
  readonly maker: string | null;
  readonly certificates: readonly CertificateFacts[];
  readonly minimum: MinimumFacts;
  /** Facts that its producer told of itself, at most three. */
  readonly story: readonly string[];
  /** The pickup point nearest to its producer, as the crow flies; null where it is not known. */
  readonly nearest: { readonly name: string; readonly metres: number } | null;
  /** What its producer shows of it, beside the drawing. */
  readonly photo?: PhotoFacts;
  /** A few other products of the same producer. */
  readonly others: readonly OfferFacts[];
  readonly networkFee: BasisPoints;
  /** Which version of the rule says so, and since when; null where none does. */
  readonly feeRule: { readonly version: number; readonly since: Instant } | null;
  /** What an order pays to be brought home, whatever is in it. */
  readonly deliveryFeeCents: Cents;
  readonly cardHold: BasisPoints;
  readonly deliveryDay: CivilDate;
  /** When it is in season here, and whether it is when it is delivered; null where it has none. */
  readonly season: SeasonFacts | null;
  readonly isOpen: boolean;
  readonly reopensAt: Instant | null;
  /** What the reader's basket holds of each offer; empty for a reader without one. */
  readonly inBasket: Readonly<
    Record<string, { readonly wanted: Milli; readonly tolerance: Milli }>
  >;
}

/** A product in a week that goes without it. */
export interface AwayFacts {
  readonly name: string;
  readonly seller: { readonly name: string; readonly slug: string; readonly town: string };
  /** A few other products of the same producer, which are there. */
  readonly others: readonly OfferFacts[];
  readonly week: string | null;
}
