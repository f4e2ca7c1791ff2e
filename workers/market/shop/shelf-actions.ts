import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import { rank, readQuery } from "#domain/catalogue/search.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import {
  type Candidate,
  type FacetValue,
  searchCandidates,
  type ShelfChoice,
  shelfFacets,
  type ShelfPart,
  shelfPart,
} from "#store/shown-shelf.ts";
import { type Around, aroundLoaders, aroundOf } from "./actions.ts";

/** What a reader asks of the shelf. */
export interface ShelfWish {
  readonly query: string;
  readonly categories: readonly string[];
  readonly producers: readonly string[];
  readonly schemes: readonly Scheme[];
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
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    facets: shelfFacets(now),
    part: shelfPart({ ...wish, limit: isSearch ? 0 : A_PAGE, offset }, now),
    candidates: searchCandidates(isSearch ? wanted : readQuery(""), now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const searched = isSearch ? searchedPart(wish, wanted, known.candidates) : null;
  const part = searched ?? known.part;
  return accept({
    ...part,
    around: aroundOf(known, request),
    facets: known.facets,
    pages: Math.ceil(part.found / A_PAGE),
    readAs: searched?.readAs ?? null,
  });
}

/** What was found, best first unless another order was asked for. */
function searchedPart(
  wish: ShelfWish,
  wanted: ReturnType<typeof readQuery>,
  candidates: readonly Candidate[],
) {
  const findable = candidates.map((candidate) => ({
    id: candidate.terms.offerId,
    name: candidate.name,
    maker: candidate.maker,
    producer: candidate.seller.name,
    categories: candidate.categories.map(({ name }) => name),
    schemes: candidate.seller.schemes,
  }));
  const { ids, readAs } = rank(wanted, findable);
  const byId = new Map(
    candidates.map((candidate) => [candidate.terms.offerId as string, candidate]),
  );
  const ranked = ids.flatMap((id) => byId.get(id) ?? []).filter((offer) => fits(wish, offer));
  const offset = (wish.page - 1) * A_PAGE;
  return {
    offers: sorted(wish.sort, ranked).slice(offset, offset + A_PAGE),
    found: ranked.length,
    producers: new Set(ranked.map(({ seller }) => seller.id)).size,
    readAs,
  };
}

function fits(wish: ShelfWish, { categories: own, seller }: Candidate): boolean {
  const { categories, producers, schemes } = wish;
  return (
    (categories.length === 0 || own.some(({ id }) => categories.includes(id))) &&
    (producers.length === 0 || producers.includes(seller.slug)) &&
    (schemes.length === 0 || schemes.some((scheme) => seller.schemes.includes(scheme)))
  );
}

function sorted(sort: ShelfWish["sort"], offers: readonly Candidate[]): readonly Candidate[] {
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
