import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { EnterpriseId, OfferId, SlotId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { instantFromText } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";
import type { OfferFacts, SellerFacts } from "#frontend/shop/offer.ts";
import type { PlacesFacts } from "#frontend/shop/places.tsx";
import { recognise } from "#frontend/ui/drawings/recognise.ts";
import cycle from "#tests/weeks/veronetta/cycle.json" with { type: "json" };
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };

/** The Veronetta week as the pages are given it: its offers, its sellers, its places. */

type Product = (typeof network.products)[number];

/** @throws when the text is no time. */
export function at(text: string): Instant {
  const found = instantFromText(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
}

export const opensAt = at(cycle.cycle.opens);
export const closesAt = at(cycle.cycle.closes);

const idOf = (code: string): string =>
  `01jd3x5k7m9npqrstvwxyz${code.toLowerCase().padStart(4, "0")}`;

export const sellers: readonly SellerFacts[] = network.producers.map((producer) => ({
  id: idOf(producer.id),
  name: producer.name,
  slug: producer.name.toLowerCase().replaceAll(/[^a-z]+/g, "-"),
  town: producer.town,
  schemes: producer.certifications as readonly Scheme[],
}));

function termsOf(product: Product): OfferTerms {
  const weight = (value: number | undefined) => (value === undefined ? null : grams(value));
  const { nominal_grams, net_grams, net_ml } = product as Partial<
    Record<"nominal_grams" | "net_grams" | "net_ml", number>
  >;
  return {
    offerId: id<OfferId>(idOf(product.id)),
    enterpriseId: id<EnterpriseId>(idOf(product.producer)),
    kind: product.kind as OfferTerms["kind"],
    priceCents: cents(product.price_cents),
    vat: basisPoints(product.vat_percent * 100),
    boxUnits: product.box_qty,
    stepMilli: milli(product.step_milli),
    leastMilli: milli(product.step_milli),
    nominalGrams: weight(nominal_grams),
    netGrams: weight(net_grams),
    netMl: net_ml ?? null,
    depositCents: cents(0),
    poolId: null,
    poolMilliPerUnit: milli(1000),
  };
}

/** What the whole week asks for of one product. */
function askedOf(product: string) {
  const lines = cycle.lines.filter((line) => line.product === product);
  return {
    demandMilli: milli(lines.reduce((sum, line) => sum + line.qty_milli, 0)),
    toleranceMilli: milli(lines.reduce((sum, line) => sum + line.tolerance_milli, 0)),
  };
}

/** Every product of the week, by its code there. */
export const offers: ReadonlyMap<string, OfferFacts> = new Map(
  network.products.map((product) => [product.id, offerOf(product)]),
);

function offerOf(product: Product): OfferFacts {
  const producer = network.producers.findIndex(({ id: code }) => code === product.producer);
  const seller = sellers[producer];
  const category = network.producers[producer]?.category ?? "";
  if (seller === undefined) throw new Error(`nobody sells ${product.id}`);
  const terms = termsOf(product);
  return {
    terms,
    slug: product.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    name: product.name.replaceAll("'", "’"),
    label: "",
    seller,
    category,
    picture: recognise({
      id: product.id,
      name: product.name,
      kind: terms.kind,
      boxUnits: product.box_qty,
      category,
      town: seller.town,
    }),
    leftMilli: null,
    ...askedOf(product.id),
  };
}

/** @throws when the week has no such product. */
export function offer(code: string): OfferFacts {
  const found = offers.get(code);
  if (found === undefined) throw new Error(`the week has no ${code}`);
  return found;
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

const microdegrees = (degrees: number): number => Math.round(degrees * 1_000_000);

export const places: PlacesFacts = {
  pickups: network.pickup_points.map((point) => ({
    id: idOf(point.id),
    name: point.name,
    street: point.street,
    latMicrodegrees: microdegrees(point.lat),
    lonMicrodegrees: microdegrees(point.lon),
    slots: [
      {
        id: id<SlotId>(idOf(`s${point.id}`)),
        fromMinute: minuteOf(point.opens),
        toMinute: minuteOf(point.closes),
        left: null,
      },
    ],
    isFull: false,
  })),
  homeSlots: [
    { id: idOf("h17"), fromMinute: 1020, toMinute: 1140, left: null },
    { id: idOf("h19"), fromMinute: 1140, toMinute: 1260, left: null },
  ],
  deliveryFeeCents: cents(350),
};
