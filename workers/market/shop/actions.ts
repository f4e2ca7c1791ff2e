import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { MonthFigures } from "#domain/network/figures.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Beside, besideProduct } from "#store/beside.ts";
import { deliveryWindowPage, pickupPointPage, type PickupPointView } from "#store/places.ts";
import { placeCounts, type WeekAsked } from "#store/shop-week.ts";
import { lastMonthInNumbers } from "#store/figures.ts";
import { type NetworkCounts, networkCounts } from "#store/network-counts.ts";
import { type ShelfCount, shelfCounts, shelfInSeason, shelfNews } from "#store/season.ts";
import { photoAt, type ShownPhoto } from "#store/photos.ts";
import { type ShopOffer, shopSheet } from "#store/offer-sheet.ts";
import { basketOffers, type WantedOffer } from "#store/shown-lines.ts";
import type { ShownOffer } from "#store/shown-offer.ts";
import { shelfTaste } from "#store/shown-shelf.ts";
import { householdOfToken, type ShownHousehold } from "#store/shown-household.ts";
import { shopSlotRooms } from "#store/slots.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";
import { type PlacesView, placesView } from "./places.ts";
import { type HomeSaving, savingLoaders, savingOf } from "./saving.ts";

/** How many of the season the first page and a dead end show. */
const FEW = 8;

/** More points than these do not fit a page. */
export const EVERY_PLACE = { after: null, limit: 100 };

function placeLoaders(request: Request, which: WeekAsked) {
  return {
    points: pickupPointPage(EVERY_PLACE),
    windows: deliveryWindowPage(EVERY_PLACE),
    counts: placeCounts(which, request.ports.now),
    rooms: shopSlotRooms(which, request.ports.now),
  };
}

export interface HomeView {
  readonly around: Around;
  readonly shelf: readonly ShownOffer[];
  /** What is in season in the month of its delivery. */
  readonly season: readonly ShownOffer[];
  /** What was not there the week before. */
  readonly news: readonly ShownOffer[];
  readonly categories: readonly ShelfCount[];
  readonly places: PlacesView;
  readonly counts: NetworkCounts;
  readonly month: MonthFigures | null;
}

/** The first page: whose it is, what is in season, where it is handed out, what last month was. */
export async function readHome(
  request: Request,
  week: string | null,
): Promise<Outcome<HomeView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { code: week }),
    ...placeLoaders(request, { code: week }),
    shelf: shelfTaste(FEW, week, now),
    season: shelfInSeason(FEW, week, now),
    news: shelfNews(FEW / 2, week, now),
    categories: shelfCounts(week, now),
    people: networkCounts(),
    month: lastMonthInNumbers(now),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const { shelf, season, news, categories, people: counts, month } = known;
  const places = placesView(known);
  return accept({
    around: aroundOf(known, request),
    shelf,
    season,
    news,
    categories,
    places,
    counts,
    month,
  });
}

/** What stands around a page that says nothing else of the market. */
export async function readAround(request: Request): Promise<Around> {
  const { known } = await look(request, aroundLoaders(request));
  return aroundOf(known, request);
}

/** The shelf of a page that was not found. */
export async function readDeadEnd(request: Request, week: string | null) {
  const { known } = await look(request, {
    ...aroundLoaders(request, { code: week }),
    shelf: shelfTaste(FEW / 2, week, request.ports.now),
  });
  return { around: aroundOf(known, request), shelf: known.shelf };
}

export interface ProductView {
  readonly kind: "on-shelf";
  readonly around: Around;
  readonly offers: readonly [ShopOffer, ...ShopOffer[]];
  readonly beside: Beside;
  /** Where crates are handed out. */
  readonly points: readonly PickupPointView[];
  readonly basket: readonly WantedOffer[];
  /** What its producer shows of it; null where it shows none. */
  readonly photo: ShownPhoto | null;
}

/** A product that the shop knows, in a week that goes without it. */
export interface AwayView {
  readonly kind: "away";
  readonly around: Around;
  readonly beside: Beside;
}

/** One product of the shop, on the shelf or away from it; to others it is not there. */
export async function readProduct(
  request: Request,
  slug: string,
  week: string | null,
): Promise<Outcome<ProductView | AwayView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { code: week }),
    offers: shopSheet(slug, week, request.ports.now),
    beside: besideProduct(slug, week, request.ports.now),
    points: pickupPointPage(EVERY_PLACE),
    basket: basketOffers(request.credentials, request.ports.now),
    photo: photoAt("product", slug),
  });
  const allowed = allow(principal, "catalogue.read");
  if (!allowed.ok) return allowed;
  const { beside, basket, points, photo } = known;
  if (beside === null) return refuse({ code: "not-found", what: "product" });
  const [first, ...others] = known.offers;
  const around = aroundOf(known, request);
  if (first !== undefined) {
    return accept({
      kind: "on-shelf",
      around,
      offers: [first, ...others],
      beside,
      points: points.items,
      basket,
      photo,
    });
  }
  if (!beside.isKept) return refuse({ code: "not-found", what: "product" });
  return accept({ kind: "away", around, beside });
}

export interface BasketPageView {
  /** What a delivery home saves by the shared round; null before any was counted. */
  readonly saving: HomeSaving | null;
  readonly around: Around;
  readonly lines: readonly WantedOffer[];
}

/** The basket of whoever asks. */
export async function readBasketPage(
  request: Request,
): Promise<Outcome<BasketPageView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { basketOf: request.credentials }),
    lines: basketOffers(request.credentials, request.ports.now),
    ...savingLoaders(request),
  });
  const allowed = allow(principal, "basket.use");
  if (!allowed.ok) return allowed;
  const saving = savingOf(known, principal);
  return accept({ around: aroundOf(known, request), lines: known.lines, saving });
}

export interface CheckoutView extends BasketPageView {
  readonly places: PlacesView;
  /** Whose browser this is; null for a guest. */
  readonly household: ShownHousehold | null;
}

/** Everything the checkout asks and shows. */
export async function readCheckout(
  request: Request,
): Promise<Outcome<CheckoutView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request, { basketOf: request.credentials }),
    ...placeLoaders(request, { basketOf: request.credentials }),
    lines: basketOffers(request.credentials, request.ports.now),
    household: householdOfToken(request.credentials.bearer, request.ports.now),
    ...savingLoaders(request),
  });
  const allowed = allow(principal, "orders.place");
  if (!allowed.ok) return allowed;
  const places = placesView(known);
  const { lines, household } = known;
  const saving = savingOf(known, principal);
  return accept({ around: aroundOf(known, request), lines, places, household, saving });
}
