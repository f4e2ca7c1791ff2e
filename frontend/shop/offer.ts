import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { unitPriceOf } from "#domain/catalogue/unit-price.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { leastMilli, milli, unitsToMilli } from "#domain/kernel/quantity.ts";
import { estimate } from "#domain/orders/estimate.ts";
import type { SaleUnit } from "#frontend/texts/format.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { PictureFacts } from "#frontend/ui/drawings/picture.tsx";
import { rowOf } from "#frontend/ui/drawings/species.ts";
import type { PriceFacts, SoldBy } from "#frontend/ui/facts.ts";
import type { ProductCardFacts } from "#frontend/ui/product-card.tsx";
import type { QuantityFacts } from "#frontend/ui/quantity-control.tsx";
import { boxOf } from "./box.ts";
import { inWeek } from "./list-address.ts";

/** Who sells, as the shop shows it. */
export interface SellerFacts {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly town: string;
  /** Certificates in force today. */
  readonly schemes: readonly Scheme[];
}

/** A product as sold in one cycle. */
export interface OfferFacts {
  readonly terms: OfferTerms;
  readonly slug: string;
  /** The product's name, as its producer wrote it. */
  readonly name: string;
  /** Which size, where the product has several; "" where it has one. */
  readonly label: string;
  readonly seller: SellerFacts;
  readonly category: string;
  readonly picture: PictureFacts;
  /** What can still be asked for; null when it is made to order. */
  readonly leftMilli: Milli | null;
  /** What everybody together has asked for in this cycle. */
  readonly demandMilli: Milli;
  readonly toleranceMilli: Milli;
  /** The week it is offered in, where that is not the first to close. */
  readonly week?: string;
}

/** Nobody carries home more than this many units of one thing. */
const MOST_UNITS = 99;

/** Where an offer's product is described. */
export function productHref(offer: Pick<OfferFacts, "slug" | "week">): string {
  return inWeek(`/prodotti/${offer.slug}`, offer.week);
}

/** Name and size. */
export function fullName({ name, label }: Pick<OfferFacts, "name" | "label">): string {
  return label === "" ? name : `${name}, ${label}`;
}

/** What its quantities are counted in. */
function unitOf({ terms }: Pick<OfferFacts, "terms">): SaleUnit {
  return terms.kind === "kg" ? "kg" : "piece";
}

/** The crate label of an offer. */
export function cardOf(t: Texts, offer: OfferFacts): ProductCardFacts {
  const contents = contentsOf(t, offer);
  return {
    href: productHref(offer),
    name: fullName(offer),
    producer: offer.seller.name,
    town: offer.seller.town,
    picture: offer.picture,
    price: priceOf(offer),
    ...(contents === "" ? {} : { contents }),
    note: noteOf(t, offer),
  };
}

/** The price, what it buys, and the price per kilo or litre beside it. */
export function priceOf(offer: Pick<OfferFacts, "terms" | "picture">): PriceFacts {
  const price = { cents: offer.terms.priceCents, soldBy: soldBy(offer) };
  const { cents, per } = unitPriceOf(offer.terms);
  const isNews = offer.terms.kind === "piece" && per !== "piece";
  return isNews ? { ...price, perUnit: { cents, unit: per } } : price;
}

/** What one of it is called: a bottle, a loaf, a kilo. */
function soldBy({ terms, picture }: Pick<OfferFacts, "terms" | "picture">): SoldBy {
  if (terms.kind !== "piece") return "kg";
  return picture.packaging ?? rowOf(countedAs, picture.species) ?? "piece";
}

const countedAs: Readonly<Record<string, SoldBy>> = {
  loaf: "loaf",
  basil: "bunch",
  wine: "bottle",
  juice: "bottle",
  "cooked-must": "bottle",
  "olive-oil": "bottle",
  honey: "jar",
  pollen: "jar",
  olives: "jar",
  rice: "bag",
  flour: "bag",
  cornmeal: "bag",
  biscuits: "bag",
  "mixed-vegetables": "crate",
};

/** A quantity as people say it: 2 bottles, 1.5 kg. */
export function quantityWords(t: Texts, offer: OfferFacts, amount: Milli): string {
  if (offer.terms.kind === "kg") return t.format.quantity(amount, "kg");
  const by = offer.terms.kind === "variable" ? "piece" : soldBy(offer);
  const forms = t.catalogue.counted[by];
  return amount % 1000 === 0
    ? t.format.plural(amount / 1000, forms)
    : forms.other.replace("#", t.format.amount(amount));
}

/** What one of it holds, and how it is bought: «500 g», «cassa da 10 kg», «a passi di 500 g». */
export function contentsOf(t: Texts, offer: OfferFacts): string {
  const { kind, netGrams, netMl, nominalGrams, stepMilli, boxUnits } = offer.terms;
  const says: string[] = [];
  if (kind === "variable" && nominalGrams !== null) {
    const about = estimate(offer.terms, milli(1000));
    says.push(t.shop.aboutEach(t.format.weight(nominalGrams), t.format.money(about)));
  } else if (kind === "piece") {
    if (netGrams !== null) says.push(t.format.weight(netGrams));
    else if (netMl !== null) says.push(t.format.volume(netMl));
  }
  if (boxUnits > 1) {
    says.push(t.shop.boxOf(quantityWords(t, offer, unitsToMilli(boxUnits))));
  } else if (kind === "kg") says.push(t.shop.inSteps(t.format.quantity(stepMilli, "kg")));
  return says.join(", ");
}

type Note = NonNullable<ProductCardFacts["note"]>;

/** The one honest line of a label: what is left, what a box lacks, who vouches for it. */
export function noteOf(t: Texts, offer: OfferFacts): Note {
  const { leftMilli, terms, seller } = offer;
  const say = t.catalogue;
  if (isGone(offer)) return { text: say.gone, missing: true };
  if (leftMilli !== null && leftMilli <= FEW * 1000) {
    return { text: say.left(quantityWords(t, offer, leftMilli), leftMilli === 1000) };
  }
  const box = boxOf(offer);
  if (box !== null && box.state === "filling") {
    return { text: say.boxLacks(quantityWords(t, offer, box.missingMilli), box.number) };
  }
  if (terms.kind === "variable") return { text: say.realWeight };
  const [scheme] = seller.schemes;
  if (scheme !== undefined) return { text: say.schemes[scheme] };
  return { text: leftMilli === null ? say.toOrder : say.available };
}

/** Above this nobody needs to be told how much is left. */
const FEW = 20;

/** Not even the least quantity can be had. */
export function isGone({ leftMilli, terms }: Pick<OfferFacts, "leftMilli" | "terms">): boolean {
  return leftMilli !== null && leftMilli < terms.leastMilli;
}

/** The quantities that may be set; zero takes it out again. */
export function quantityOf(offer: OfferFacts, current: Milli): QuantityFacts {
  const { offerId, stepMilli, leastMilli: least } = offer.terms;
  const ceiling = milli(Math.floor((MOST_UNITS * 1000) / stepMilli) * stepMilli);
  const most = offer.leftMilli === null ? ceiling : leastMilli(offer.leftMilli, ceiling);
  return {
    id: offerId,
    product: fullName(offer),
    current,
    step: stepMilli,
    least,
    most: milli(Math.max(most, current, least)),
    unit: unitOf(offer),
  };
}
