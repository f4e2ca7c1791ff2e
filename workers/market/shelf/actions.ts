import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { unitsLeft } from "#domain/catalogue/availability.ts";
import { rank, readQuery } from "#domain/catalogue/search.ts";
import { type UnitPrice, unitPriceOf } from "#domain/catalogue/unit-price.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CycleId, OfferId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { BasisPoints, Milli } from "#domain/kernel/quantity.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { cycleCandidates, shownOf } from "#store/cycle-search.ts";
import { cycleShelf, type ShelfAsked, type WhichCycle } from "#store/cycle-shelf.ts";
import type { DescribedOffer } from "#store/described-offer.ts";
import { offerSheet } from "#store/offer-sheet.ts";
import type { Page, PageAsked } from "#store/page.ts";
import type { ShownOffer } from "#store/shown-offer.ts";

/** An offer as the API shows it. */
export interface OfferView
  extends
    Pick<ShownOffer, "position" | "variantId" | "productId" | "slug" | "name" | "label">,
    Pick<ShownOffer, "category" | "demandMilli" | "toleranceMilli">,
    Omit<OfferTerms, "offerId" | "enterpriseId" | "vat"> {
  readonly id: OfferId;
  readonly producer: Omit<ShownOffer["seller"], "land" | "schemes">;
  /** Certificates of its producer in force today. */
  readonly schemes: ShownOffer["seller"]["schemes"];
  /** What can still be asked for; null when it is made to order. */
  readonly leftMilli: Milli | null;
  readonly vatBasisPoints: BasisPoints;
  /** What it is compared by: per kilo, per litre, or per piece. */
  readonly unitPrice: UnitPrice;
}

export interface ShelfPage extends Page<OfferView> {
  readonly cycleId: CycleId;
}

/** A part of a cycle's shelf, in one round trip. */
export async function readShelf(
  request: Request,
  which: WhichCycle,
  asked: ShelfAsked,
): Promise<Outcome<ShelfPage, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    shelf: cycleShelf(which, asked, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  if (known.shelf === null) return refuse({ code: "not-found", what: "cycle" });
  const { cycleId, items, next } = known.shelf;
  return accept({ cycleId, items: items.map(toView), next });
}

export interface Findings extends ShelfPage {
  /** How what was typed was read, where no word of it was there as it was written. */
  readonly readAs: string | null;
  readonly found: number;
}

/** What somebody looks for on a cycle's shelf, the best first, in one round trip. */
export async function searchShelf(
  request: Request,
  which: WhichCycle,
  search: PageAsked & { readonly typed: string },
): Promise<Outcome<Findings, AccessRefusal>> {
  const { now } = request.ports;
  const wanted = readQuery(search.typed);
  const from = Number(search.after ?? 0);
  const to = from + search.limit;
  const { known, principal } = await look(request, {
    found: cycleCandidates(which, wanted, { from, count: search.limit }, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  if (known.found === null) return refuse({ code: "not-found", what: "cycle" });
  const { ids, readAs } = rank(wanted, known.found.candidates);
  const shown = await shownOf(known.found, ids.slice(from, to), request.ports);
  return accept({
    cycleId: known.found.cycleId,
    items: shown.map(toView),
    next: to < ids.length ? String(to) : null,
    readAs,
    found: ids.length,
  });
}

/** A product that may be meant by what has been typed so far. */
export interface Suggestion {
  readonly slug: string;
  readonly name: string;
  readonly producerName: string;
}

/** More than these are not read while somebody types. */
const MOST_SUGGESTED = 8;

/** What somebody may mean who has typed this much, the best first, in one round trip. */
export async function suggestFromShelf(
  request: Request,
  which: WhichCycle,
  typed: string,
): Promise<Outcome<{ readonly items: readonly Suggestion[] }, AccessRefusal>> {
  const found = await searchShelf(request, which, { typed, after: null, limit: MOST_SUGGESTED });
  if (!found.ok) return found;
  const suggested = found.value.items.map(({ slug, name, producer }) => {
    return [slug, { slug, name, producerName: producer.name }] as const;
  });
  return accept({ items: [...new Map(suggested).values()] });
}

export interface DescribedView extends Pick<
  DescribedOffer,
  | "description"
  | "maker"
  | "origin"
  | "ingredients"
  | "allergens"
  | "species"
  | "variety"
  | "packaging"
  | "certificates"
> {
  readonly cycleId: CycleId;
  /** Every size of the product in this cycle. */
  readonly offers: readonly OfferView[];
}

/** What is said of an offer's product, with all its sizes, by the offer's id or its address. */
export async function showOffer(
  request: Request,
  which: WhichCycle,
  offerOrSlug: string,
): Promise<Outcome<DescribedView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    sheet: offerSheet(which, offerOrSlug, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const [first] = known.sheet?.sizes ?? [];
  if (known.sheet === null || first === undefined) {
    return refuse({ code: "not-found", what: "offer" });
  }
  const { cycleId, sizes } = known.sheet;
  const { description, maker, origin, ingredients, allergens } = first;
  const { species, variety, packaging, certificates } = first;
  const said = { description, maker, origin, ingredients, allergens };
  const looks = { species, variety, packaging };
  return accept({ ...said, ...looks, certificates, cycleId, offers: sizes.map(toView) });
}

function toView(offer: ShownOffer): OfferView {
  const { terms, freeMilli, seller } = offer;
  const { offerId, enterpriseId: _, vat, ...sold } = terms;
  return {
    id: offerId,
    leftMilli: freeMilli === null ? null : unitsLeft(freeMilli, terms),
    position: offer.position,
    variantId: offer.variantId,
    productId: offer.productId,
    slug: offer.slug,
    name: offer.name,
    label: offer.label,
    category: offer.category,
    producer: { id: seller.id, name: seller.name, slug: seller.slug, town: seller.town },
    schemes: seller.schemes,
    demandMilli: offer.demandMilli,
    toleranceMilli: offer.toleranceMilli,
    ...sold,
    vatBasisPoints: vat,
    unitPrice: unitPriceOf(terms),
  };
}
