import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import { unitsLeft } from "#domain/catalogue/availability.ts";
import { isInSeason, type MonthNumber, monthNumber, seasonOf } from "#domain/catalogue/season.ts";
import { rank, readQuery } from "#domain/catalogue/search.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import {
  type Candidate,
  type Candidates,
  EVERY_CANDIDATE,
  shopCandidates,
  shownOf,
} from "#store/cycle-search.ts";
import type { ShownOffer } from "#store/shown-offer.ts";
import {
  type FacetValue,
  type ShelfChoice,
  shelfFacets,
  type ShelfPart,
  shelfPart,
} from "#store/shown-shelf.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";

/** What a reader asks of the shelf. */
export interface ShelfWish {
  /** The code of a week; null where none is asked for. */
  readonly week: string | null;
  readonly query: string;
  readonly categories: readonly string[];
  readonly producers: readonly string[];
  readonly schemes: readonly Scheme[];
  /** Only what can still be ordered. */
  readonly available: boolean;
  /** Only what is in season in the month of the week's delivery. */
  readonly inSeason: boolean;
  readonly sort: ShelfChoice["sort"];
  /** From 1. */
  readonly page: number;
}

export interface ShelfView extends ShelfPart {
  readonly around: Around;
  readonly facets: readonly FacetValue[];
  readonly pages: number;
  /** What a mistyped search was taken for. */
  readonly readAs: string | null;
}

/** How many stand on one page. */
const A_PAGE = 24;

/** The shelf, searched, chosen from and put in order; one round trip either way. */
export async function readShelf(
  request: Request,
  wish: ShelfWish,
): Promise<Outcome<ShelfView, AccessRefusal>> {
  const { now } = request.ports;
  const offset = (wish.page - 1) * A_PAGE;
  const wanted = readQuery(wish.query);
  const isSearch = wanted.words.length > 0;
  const likely = isChoice(wish) ? EVERY_CANDIDATE : { from: offset, count: A_PAGE };
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { code: wish.week }),
    facets: shelfFacets(wish.week, now),
    part: shelfPart({ ...wish, limit: isSearch ? 0 : A_PAGE, offset }, now),
    found: shopCandidates(wish.week, wanted, likely, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const isFound = isSearch && known.found !== null;
  const month = known.week === null ? null : monthNumber(known.week.deliveryDay);
  const searched = isFound ? await searchedPart(request, wish, known.found, month) : null;
  const part = searched ?? known.part;
  return accept({
    ...part,
    around: aroundOf(known, request),
    facets: known.facets,
    pages: Math.ceil(part.found / A_PAGE),
    readAs: searched?.readAs ?? null,
  });
}

/** Whether somebody chose more than words, so that all that was found has to be looked at. */
function isChoice(wish: ShelfWish): boolean {
  const { categories, producers, schemes, available, inSeason, sort } = wish;
  const chosen = categories.length + producers.length + schemes.length;
  return chosen > 0 || available || inSeason || sort !== "shelf";
}

/** What was found, best first unless another order was asked for. */
async function searchedPart(
  request: Request,
  wish: ShelfWish,
  found: Candidates,
  month: MonthNumber | null,
) {
  const { ids, readAs } = rank(readQuery(wish.query), found.candidates);
  const byId = new Map(found.candidates.map((candidate) => [candidate.id, candidate]));
  const ranked = ids.flatMap((id) => byId.get(id) ?? []);
  const offset = (wish.page - 1) * A_PAGE;
  const page = <T>(all: readonly T[]) => all.slice(offset, offset + A_PAGE);
  if (!isChoice(wish)) {
    const offers = await shownOf(found, page(ids), request.ports);
    return { offers, ...counted(ranked.map(({ sellerId }) => sellerId)), readAs };
  }
  const shown = await shownOf(found, ids, request.ports);
  const fitting = shown.filter(
    (offer) =>
      fits(wish, offer, byId.get(offer.terms.offerId)) &&
      (!wish.inSeason || isSeasonal(offer, month)),
  );
  const sellers = fitting.map(({ seller }) => seller.id);
  return { offers: page(sorted(wish.sort, fitting)), ...counted(sellers), readAs };
}

function isSeasonal(offer: ShownOffer, month: MonthNumber | null): boolean {
  const season = seasonOf(offer);
  return season !== null && month !== null && isInSeason(season, month);
}

function counted(sellers: readonly string[]) {
  return { found: sellers.length, producers: new Set(sellers).size };
}

function fits(wish: ShelfWish, offer: ShownOffer, candidate: Candidate | undefined): boolean {
  const { categories, producers, schemes } = wish;
  const { seller, freeMilli, terms } = offer;
  const own = candidate?.categories ?? [];
  const isLeft = freeMilli === null || unitsLeft(freeMilli, terms) >= terms.leastMilli;
  return (
    (isLeft || !wish.available) &&
    (categories.length === 0 || own.some((id) => categories.includes(id))) &&
    (producers.length === 0 || producers.includes(seller.slug)) &&
    (schemes.length === 0 || schemes.some((scheme) => seller.schemes.includes(scheme)))
  );
}

function sorted(sort: ShelfWish["sort"], offers: readonly ShownOffer[]): readonly ShownOffer[] {
  if (sort === "price") {
    return offers.toSorted((a, b) => compare(a.terms.priceCents, b.terms.priceCents));
  }
  if (sort === "name") return offers.toSorted((a, b) => compare(a.name, b.name));
  if (sort === "producer") return offers.toSorted((a, b) => compare(a.seller.name, b.seller.name));
  return offers;
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
