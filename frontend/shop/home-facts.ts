import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { MonthFigures } from "#domain/network/figures.ts";
import type { FacetFacts } from "./filters.tsx";
import type { OfferFacts } from "./offer.ts";
import type { PlacesFacts } from "./places.tsx";

/** What the first page tells. */
export interface HomeFacts {
  /** The network's; null before it is set up. */
  readonly name: string | null;
  /** Who takes part today. */
  readonly counts: {
    readonly producers: number;
    readonly households: number;
    readonly groups: number;
  };
  /** What an address calls the week that is shown; null where it is the one shown unasked. */
  readonly week: string | null;
  readonly products: number;
  /** One thing of each producer, what most people order from first. */
  readonly shelf: readonly OfferFacts[];
  /** What is in season in the month of its delivery; empty where nothing is. */
  readonly season: readonly OfferFacts[];
  /** When the week that is shown is delivered; null where there is none. */
  readonly deliveryDay: CivilDate | null;
  /** What was not there the week before: the first shelf where nothing is in season. */
  readonly news: readonly OfferFacts[];
  readonly categories: readonly FacetFacts[];
  /** False when no week of sales was ever published. */
  readonly hasWeek: boolean;
  readonly isOpen: boolean;
  /** When orders open again, where that is known. */
  readonly reopensAt: Instant | null;
  readonly places: PlacesFacts;
  /** The last month of which something may be told. */
  readonly month: MonthFigures | null;
  readonly contactEmail: string | null;
}
