import { Hono } from "hono";
import { isInSeason, monthNumber, seasonOf } from "#domain/catalogue/season.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { AwayFacts, ProductFacts } from "#frontend/shop/product-facts.ts";
import { AwayProduct } from "#frontend/shop/away-product.tsx";
import { Product } from "#frontend/shop/product.tsx";
import type { Edge } from "#market/edge/env.ts";
import { type AwayView, type ProductView, readProduct } from "./actions.ts";
import {
  deliveryFee,
  isOpen,
  offerFacts,
  photoFacts,
  reopening,
  storyOf,
  weekOf,
} from "./http-facts.ts";
import { wordsOf } from "./http-language.ts";
import { writeLost } from "./http-lost.tsx";
import { writePage } from "./http-page.ts";
import { pointsFrom } from "./points.ts";
import { SLUG, weekAsked } from "./http-wish.ts";

/** The page of a product, also in a week that goes without it. */
export const productPages = new Hono<Edge>().get("/:slug", async (c) => {
  const t = wordsOf(c);
  const slug = c.req.param("slug");
  if (!SLUG.test(slug)) return writeLost(c);
  const read = await readProduct(c.var.request, slug, weekAsked(new URL(c.req.url).searchParams));
  if (!read.ok) return writeLost(c);
  const { around } = read.value;
  const place = { path: `/prodotti/${slug}`, hasWeek: true, weekPath: "/prodotti" };
  if (read.value.kind === "away") {
    const away = awayFacts(read.value);
    const children = <AwayProduct t={t} facts={away} />;
    return writePage(c, around, { ...place, title: away.name, children }, 404);
  }
  const facts = productFacts(read.value, c.var.request.ports.now);
  const [offer] = facts.offers;
  const price = t.format.money(offer.terms.priceCents);
  return writePage(c, around, {
    ...place,
    title: offer.name,
    description: t.catalogue.product.description(offer.name, offer.seller.name, price),
    children: <Product t={t} facts={facts} />,
  });
});

function awayFacts({ around, beside }: AwayView): AwayFacts {
  const week = weekOf(around);
  const { name, seller } = beside;
  return { name, seller, week, others: beside.others.map((offer) => offerFacts(offer, week)) };
}

function productFacts(view: ProductView, now: Instant): ProductFacts {
  const { around, offers, beside, points, basket, photo } = view;
  const [first, ...others] = offers;
  const { week } = around;
  invariant(week !== null, "an offer on the shelf has its week");
  const shown = (offer: ProductView["beside"]["others"][number]) =>
    offerFacts(offer, weekOf(around));
  const { description, origin, ingredients, allergens, maker, certificates, minimum } = first;
  const held = basket.map(({ offer, wanted, tolerance }) => {
    return [offer.terms.offerId, { wanted, tolerance }] as const;
  });
  return {
    offers: [shown(first), ...others.map(shown)],
    categoryId: first.category.id,
    description,
    origin,
    ingredients,
    allergens,
    maker,
    certificates,
    minimum,
    story: storyOf(beside.story),
    nearest: beside.place === null ? null : (pointsFrom(beside.place, points)[0] ?? null),
    ...photoFacts(photo),
    others: beside.others.map(shown),
    networkFee: around.terms?.networkFee ?? basisPoints(0),
    feeRule: around.feeRule,
    deliveryFeeCents: deliveryFee(around),
    cardHold: around.terms?.cardHold ?? basisPoints(10_000),
    deliveryDay: week.deliveryDay,
    season: seasonFacts(first, week.deliveryDay),
    isOpen: isOpen(around, now),
    reopensAt: reopening(around),
    inBasket: Object.fromEntries(held),
  };
}

/** The season of an offer, in the year of its delivery. */
function seasonFacts(offer: ProductView["offers"][0], day: CivilDate): ProductFacts["season"] {
  const season = seasonOf(offer);
  if (season === null) return null;
  const inMonth = (month: number) =>
    civilDate(`${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`);
  const isNow = isInSeason(season, monthNumber(day));
  return { from: inMonth(season.from), to: inMonth(season.to), isNow };
}
