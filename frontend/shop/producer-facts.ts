import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";
import type { Land } from "#frontend/ui/drawings/species.ts";
import type { PhotoFacts } from "#frontend/ui/photo.tsx";
import type { FacetFacts } from "./filters.tsx";
import type { ListWish } from "./list-address.ts";
import type { MinimumFacts } from "./minimum-meter.tsx";
import type { OfferFacts } from "./offer.ts";
import type { CertificateFacts } from "./product-facts.ts";

/** A producer as the list shows it. */
export interface ProducerCardFacts {
  readonly name: string;
  readonly slug: string;
  readonly town: string;
  /** What its goods are drawn on. */
  readonly land: Land;
  /** Certificates in force today. */
  readonly schemes: readonly Scheme[];
  /** Products on the shelf; 0 where it brings nothing this week. */
  readonly products: number;
  /** Names of the shelves they stand on. */
  readonly shelves: readonly string[];
}

/** The page of all producers. */
export interface ProducersFacts {
  /** Only its categories, practices, week and page are asked of producers. */
  readonly wish: ListWish;
  readonly producers: readonly ProducerCardFacts[];
  readonly found: number;
  readonly pages: number;
  readonly categories: readonly FacetFacts[];
  readonly practices: readonly FacetFacts<Scheme>[];
  /** What the network keeps of a price; null before it is set up. */
  readonly networkFee: BasisPoints | null;
  readonly contactEmail: string | null;
}

/** A point where crates are handed out, and how far the producer is from it. */
export interface PointFacts extends EarthPoint {
  readonly id: string;
  readonly name: string;
  /** As the crow flies. */
  readonly metres: number;
}

/** Where a producer is, seen from where its goods are handed out. */
export interface ProvenanceFacts {
  readonly place: EarthPoint;
  /** Every point that is open, the nearest first; never empty. */
  readonly points: readonly [PointFacts, ...PointFacts[]];
  /** The id of the point that the map is drawn to. */
  readonly chosen: string;
}

/** The page of one producer. */
export interface ProducerFacts extends ProducerCardFacts {
  /** What it shows of itself, beside its land. */
  readonly photo?: PhotoFacts;
  /** Facts it told of itself, at most three. */
  readonly story: readonly string[];
  readonly leadDays: number;
  readonly since: Instant;
  readonly certificates: readonly CertificateFacts[];
  readonly minimum: MinimumFacts;
  readonly onShelf: readonly OfferFacts[];
  /** Null where it has not said where it is, or nothing is handed out yet. */
  readonly provenance: ProvenanceFacts | null;
  readonly networkFee: BasisPoints | null;
  readonly week: string | null;
  readonly isOpen: boolean;
  readonly reopensAt: Instant | null;
}
