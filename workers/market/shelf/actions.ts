import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { rank, readQuery } from "#domain/catalogue/search.ts";
import { type UnitPrice, unitPriceOf } from "#domain/catalogue/unit-price.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CycleId, OfferId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { cycleCandidates } from "#store/cycle-search.ts";
import {
  cycleMeant,
  cycleShelf,
  type ShelfAsked,
  type ShelfOffer,
  type WhichCycle,
} from "#store/cycle-shelf.ts";
import { type DescribedOffer, offerSheet } from "#store/offer-sheet.ts";
import type { Page, PageAsked } from "#store/page.ts";

/** An offer as the API shows it. */
export interface OfferView
  extends Omit<ShelfOffer, "terms">, Omit<OfferTerms, "offerId" | "enterpriseId" | "vat"> {
  readonly id: OfferId;
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
    cycle: cycleMeant(which, now),
    page: cycleShelf(which, asked, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
  const { items, next } = known.page;
  return accept({ cycleId: known.cycle, items: items.map(toView), next });
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
  const { known, principal } = await look(request, {
    cycle: cycleMeant(which, now),
    candidates: cycleCandidates(which, wanted, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
  const { ids, readAs } = rank(
    wanted,
    known.candidates.map(({ findable }) => findable),
  );
  const byId = new Map(known.candidates.map(({ findable, offer }) => [findable.id, offer]));
  const from = Number(search.after ?? 0);
  const to = from + search.limit;
  const shown = ids.slice(from, to).flatMap((id) => byId.get(id) ?? []);
  const next = to < ids.length ? String(to) : null;
  return accept({
    cycleId: known.cycle,
    items: shown.map(toView),
    next,
    readAs,
    found: ids.length,
  });
}

export interface DescribedView extends Omit<DescribedOffer, "offer"> {
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
    cycle: cycleMeant(which, now),
    sizes: offerSheet(which, offerOrSlug, now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const [first] = known.sizes;
  if (known.cycle === null || first === undefined) {
    return refuse({ code: "not-found", what: "offer" });
  }
  const { offer: _, ...told } = first;
  const offers = known.sizes.map(({ offer }) => toView(offer));
  return accept({ ...told, cycleId: known.cycle, offers });
}

function toView({ terms, ...shown }: ShelfOffer): OfferView {
  const { offerId, enterpriseId: _, vat, ...sold } = terms;
  return { id: offerId, ...shown, ...sold, vatBasisPoints: vat, unitPrice: unitPriceOf(terms) };
}
