import { Hono } from "hono";
import type { HomeFacts } from "#frontend/shop/home-facts.ts";
import { Home } from "#frontend/shop/home.tsx";
import type { FacetFacts } from "#frontend/shop/filters.tsx";
import type { ListFacts } from "#frontend/shop/list.tsx";
import { List, listTitle } from "#frontend/shop/list.tsx";
import type { ListWish } from "#frontend/shop/list-address.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Edge } from "#market/edge/env.ts";
import { type HomeView, readHome } from "./actions.ts";
import { deliveryFee, isOpen, offerFacts, placesFacts, reopening, weekOf } from "./http-facts.ts";
import { writeRefusal } from "./http-lost.tsx";
import { wordsOf } from "./http-language.ts";
import { writePage } from "./http-page.ts";
import { weekAsked, wishOf } from "./http-wish.ts";
import { readShelf, type ShelfView } from "./shelf-actions.ts";

/** The pages of the shop that everyone may read: the first page and the shelf. */
export const shop = new Hono<Edge>()
  .get("/", async (c) => {
    const t = wordsOf(c);
    const read = await readHome(c.var.request, weekAsked(new URL(c.req.url).searchParams));
    if (!read.ok) return writeRefusal(c, read.refusal);
    const facts = homeFacts(read.value, c.var.request.ports.now);
    const { network } = read.value.around;
    return writePage(c, read.value.around, {
      title: t.catalogue.home.title,
      description: t.catalogue.home.description(network?.name ?? "Filiera"),
      path: "/",
      hasWeek: network !== null,
      weekPath: "/",
      children: <Home t={t} facts={facts} />,
    });
  })
  .get("/prodotti", async (c) => {
    const t = wordsOf(c);
    const wish = wishOf(new URL(c.req.url).searchParams);
    const read = await readShelf(c.var.request, { ...wish, schemes: wish.practices });
    if (!read.ok) return writeRefusal(c, read.refusal);
    const facts = listFacts(read.value, wish, c.var.request.ports.now);
    return writePage(c, read.value.around, {
      title: listTitle(t, wish),
      description: t.catalogue.list.description,
      path: "/prodotti",
      hasWeek: true,
      weekPath: "/prodotti",
      children: <List t={t} facts={facts} />,
    });
  });

function homeFacts(view: HomeView, now: Instant): HomeFacts {
  const { around, shelf, season, news, categories, places, counts, month } = view;
  const week = weekOf(around);
  const first = season.length > 0 ? season : news;
  const above = new Set(isOpen(around, now) ? first.map(({ terms }) => terms.offerId) : []);
  return {
    name: around.network?.name ?? null,
    counts,
    products: around.week?.offers ?? 0,
    shelf: shelf
      .filter(({ terms }) => !above.has(terms.offerId))
      .map((offer) => offerFacts(offer, week)),
    season: season.map((offer) => offerFacts(offer, week)),
    deliveryDay: around.week?.deliveryDay ?? null,
    news: news.map((offer) => offerFacts(offer, week)),
    categories,
    week,
    hasWeek: around.week !== null,
    isOpen: isOpen(around, now),
    reopensAt: reopening(around),
    places: placesFacts(places, deliveryFee(around)),
    month,
    contactEmail: around.network?.contactEmail ?? null,
  };
}

function listFacts(view: ShelfView, wish: ListWish, now: Instant): ListFacts {
  const { around, offers, found, producers, pages, facets, readAs } = view;
  const of = (facet: string) => facets.filter((one) => one.facet === facet && one.offers > 0);
  const shelves = of("category").filter(
    ({ value, within }) => within === null || wish.categories.includes(value),
  );
  return {
    wish: { ...wish, week: weekOf(around) },
    offers: offers.map((offer) => offerFacts(offer, weekOf(around))),
    found,
    producers,
    pages,
    facets: {
      categories: shelves,
      producers: of("producer"),
      practices: of("scheme") as readonly FacetFacts<Scheme>[],
      inSeason: facets.find(({ facet, offers: n }) => facet === "season" && n > 0)?.offers ?? null,
      available: facets.find(({ facet }) => facet === "available")?.offers ?? null,
    },
    readAs,
    cycleId: around.week?.cycleId ?? null,
    isOpen: isOpen(around, now),
    reopensAt: reopening(around),
  };
}
