import { photoFile } from "#domain/catalogue/photo.ts";
import type { PhotoFacts } from "#frontend/ui/photo.tsx";
import { unitsLeft } from "#domain/catalogue/availability.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { BasketGroupFacts } from "#frontend/shop/basket-facts.ts";
import type { FrameFacts } from "#frontend/shop/frame.tsx";
import type { OfferFacts, SellerFacts } from "#frontend/shop/offer.ts";
import type { PlacesFacts } from "#frontend/shop/places.tsx";
import type { PictureFacts } from "#frontend/ui/drawings/picture.tsx";
import { recognise } from "#frontend/ui/drawings/recognise.ts";
import { PACKAGINGS } from "#frontend/ui/drawings/species.ts";
import type { BasketPageView, HomeView, ProductView } from "./actions.ts";
import type { Around } from "./around.ts";

/** Turns what the shop read into the plain facts its pages are drawn from. */

type Shown = HomeView["shelf"][number];
type Week = NonNullable<Around["week"]>;

export function frameFacts(around: Around, now: Instant, isPersonal: boolean): FrameFacts {
  const { network, terms, week, basket, person } = around;
  return {
    networkName: network?.name ?? "Filiera",
    contactEmail: network?.contactEmail ?? null,
    networkFee: terms?.networkFee ?? null,
    now,
    cycle: week === null ? null : weekFacts(week, now),
    week: weekOf(around),
    weeks: week?.open ?? [],
    basket: isPersonal ? basket : null,
    person,
  };
}

function weekFacts(week: Week, now: Instant) {
  const isCompleting = cycleState(week, now) === "completing";
  return { ...week, isCompleting, closesAt: isCompleting ? week.closesAt : closing(week, now) };
}

/** A cycle that was closed before its time is closed from then on. */
function closing({ state, closesAt }: Week, now: Instant): Instant {
  return state !== "published" && closesAt > now ? now : closesAt;
}

/** What an address calls the week that is shown; null where it is the one shown unasked. */
export function weekOf({ week }: Around): string | null {
  return week === null || week.open.length < 2 || week.open[0]?.code === week.code
    ? null
    : week.code;
}

/** What an address calls a week that may be another than is shown; null also where it is over. */
export function weekCalled({ week }: Around, code: string): string | null {
  const [, ...others] = week?.open ?? [];
  return others.some((open) => open.code === code) ? code : null;
}

/** Whether orders are taken now, be it only to complete boxes. */
export function isOpen({ week }: Around, now: Instant): boolean {
  return week !== null && ["open", "completing"].includes(cycleState(week, now));
}

/** When orders open again: the shop's own week where it is still to come, or the one after. */
export function reopening({ week }: Around): Instant | null {
  return week?.nextOpensAt ?? null;
}

export function deliveryFee({ terms }: Around): Cents {
  return terms?.deliveryFee ?? cents(0);
}

/** An offer, in the week that is shown where that is not the one shown unasked. */
export function offerFacts(offer: Shown, week: string | null): OfferFacts {
  const { terms, freeMilli, slug, name, label, demandMilli, toleranceMilli } = offer;
  return {
    terms,
    slug,
    name,
    label,
    seller: sellerFacts(offer),
    category: offer.category.name,
    picture: pictureOf(offer),
    leftMilli: freeMilli === null ? null : unitsLeft(freeMilli, terms),
    demandMilli,
    toleranceMilli,
    ...(week === null ? {} : { week }),
  };
}

function sellerFacts({ seller }: Shown): SellerFacts {
  const { id, name, slug, town, schemes } = seller;
  return { id, name, slug, town, schemes };
}

const LANDS: Readonly<Record<string, PictureFacts["land"]>> = {
  pianura: "plain",
  collina: "hill",
  monte: "mountain",
  lago: "lake",
  citta: "city",
};

/** The ground that a land of the register is drawn as. */
export function landOf(land: string): PictureFacts["land"] {
  return LANDS[land] ?? "plain";
}

/** How many facts of its own story a producer is introduced by. */
const STORY = 3;

/** What a producer told of itself, a fact a line. */
export function storyOf(told: string): readonly string[] {
  return told
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, STORY);
}

/** What the catalogue states about a product's looks wins over what its name suggests. */
function pictureOf(offer: Shown): PictureFacts {
  const { terms, productId, name, category, seller, species, variety } = offer;
  const { kind, boxUnits } = terms;
  const known = { id: productId, name, kind, boxUnits, category: category.name };
  // Producers write what they like; what has no word and no drawing of ours is a parcel.
  const packaging = PACKAGINGS.find((one) => one === offer.packaging);
  const guessed = recognise({ ...known, town: seller.town });
  return {
    ...guessed,
    land: LANDS[seller.land] ?? guessed.land,
    ...(species === "" ? {} : { species }),
    ...(variety === "" ? {} : { variety }),
    ...(packaging === undefined ? {} : { packaging }),
  };
}

type Wanted = BasketPageView["lines"][number];

/** Lines by producer, in the order in which the producers come. */
export function groupsOf(
  lines: readonly Wanted[],
  week: string | null,
): readonly BasketGroupFacts[] {
  const sellers = new Map(lines.map((line) => [line.offer.seller.id, line]));
  return [...sellers.values()].map((last) => ({
    seller: sellerFacts(last.offer),
    minimum: last.minimum,
    lines: lines
      .filter((line) => line.offer.seller.id === last.offer.seller.id)
      .map(({ offer, wanted, tolerance }) => ({
        offer: offerFacts(offer, week),
        wanted,
        tolerance,
        isWithdrawn: offer.isWithdrawn,
      })),
  }));
}

export function placesFacts(places: HomeView["places"], fee: Cents): PlacesFacts {
  return { pickups: places.points, homeSlots: places.windows, deliveryFeeCents: fee };
}

/** A photo with the address of its file, where there is one. */
export function photoFacts(shown: ProductView["photo"]): { readonly photo?: PhotoFacts } {
  if (shown === null) return {};
  const { digest, kind, width, height, alt } = shown;
  return { photo: { src: `/foto/${photoFile(digest, kind)}`, width, height, alt } };
}
